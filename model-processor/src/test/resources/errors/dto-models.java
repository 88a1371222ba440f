import dev.unirow.model.Dto;
import dev.unirow.model.ModelSpec;
import jakarta.persistence.OneToMany;
import java.util.List;

@ModelSpec
@Dto(name = "TeamCard", fields = {"name", "heroes"})
record TeamSpec(String name, @OneToMany List<HeroSpec> heroes) {}

@ModelSpec
record HeroSpec(String name) {}
