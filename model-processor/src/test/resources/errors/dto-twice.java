import dev.unirow.model.Dto;
import dev.unirow.model.ModelSpec;

@ModelSpec(dto = "public")
@Dto(name = "HeroPublic", fields = "name")
record HeroSpec(String name) {}
