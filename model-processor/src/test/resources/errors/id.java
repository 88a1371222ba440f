import dev.unirow.model.ModelSpec;

@ModelSpec
record HeroSpec(Long id, String name) {}
