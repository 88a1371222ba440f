import dev.unirow.model.ModelSpec;

@ModelSpec(dto = "public+team")
record HeroSpec(String name) {}
