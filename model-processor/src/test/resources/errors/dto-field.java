import dev.unirow.model.Dto;
import dev.unirow.model.ModelSpec;

@ModelSpec
@Dto(name = "HeroCard", fields = {"name", "alias"})
record HeroSpec(String name) {}
