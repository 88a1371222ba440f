import dev.unirow.model.ModelSpec;
import jakarta.persistence.OneToMany;

@ModelSpec
record HeroSpec(String name, @OneToMany HeroSpec friend) {}
