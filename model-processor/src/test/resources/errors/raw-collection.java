import dev.unirow.model.ModelSpec;
import jakarta.persistence.ElementCollection;
import java.util.List;

@ModelSpec
record HeroSpec(String name, @ElementCollection List aliases) {}
