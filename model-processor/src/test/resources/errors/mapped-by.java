import dev.unirow.model.ModelSpec;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.OneToMany;
import java.util.List;

@ModelSpec
record TeamSpec(String name, @OneToMany(mappedBy = "squad") List<HeroSpec> heroes) {}

@ModelSpec
record HeroSpec(String name, @ManyToOne TeamSpec team) {}
