import dev.unirow.model.ModelSpec;

@ModelSpec(name = "Super Hero")
record HeroSpec(String name) {}
