import dev.unirow.model.ModelSpec;
import jakarta.persistence.ManyToOne;

@ModelSpec(dto = "create+team")
record HeroSpec(String name, @ManyToOne TeamSpec team) {}

@ModelSpec(dto = "public")
record TeamSpec(String name) {}
