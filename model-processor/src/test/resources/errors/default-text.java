import dev.unirow.model.Default;
import dev.unirow.model.ModelSpec;

@ModelSpec
record HeroSpec(String name, @Default("many") int lives) {}
