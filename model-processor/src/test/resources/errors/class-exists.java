import dev.unirow.model.ModelSpec;

@ModelSpec
record HeroSpec(String name) {}

class Hero {}
