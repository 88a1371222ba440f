import dev.unirow.model.ModelSpec;
import jakarta.persistence.ManyToOne;

@ModelSpec(dto = "public+team")
record HeroSpec(String name, @ManyToOne TeamSpec team) {}

@ModelSpec
record TeamSpec(String name) {}
