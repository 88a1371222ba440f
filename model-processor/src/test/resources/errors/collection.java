import dev.unirow.model.ModelSpec;
import jakarta.persistence.ElementCollection;
import java.util.ArrayList;

@ModelSpec
record HeroSpec(String name, @ElementCollection ArrayList<String> aliases) {}
