import dev.unirow.model.ModelSpec;
import jakarta.persistence.Entity;

@ModelSpec
@Entity
record HeroSpec(String name) {}
