import dev.unirow.model.ModelSpec;
import jakarta.persistence.ManyToOne;
import java.util.List;

@ModelSpec
record HeroSpec(String name, @ManyToOne List<HeroSpec> friends) {}
