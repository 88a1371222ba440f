import dev.unirow.model.ModelSpec;

@ModelSpec(dto = {"create", "card"})
record HeroSpec(String name) {}
