import dev.unirow.model.ModelSpec;
import java.util.List;

@ModelSpec
record HeroSpec(String name, TeamSpec team) {}

@ModelSpec
record TeamSpec(String name, List<HeroSpec> heroes) {}
