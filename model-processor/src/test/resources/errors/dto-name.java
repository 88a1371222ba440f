import dev.unirow.model.Dto;
import dev.unirow.model.ModelSpec;

@ModelSpec
@Dto(name = "Hero-Card")
record HeroSpec(String name) {}
