import dev.unirow.model.Dto;
import dev.unirow.model.ModelSpec;
import jakarta.persistence.Version;

@ModelSpec
@Dto(name = "HeroImport", of = "create", fields = {"name", "version"})
record HeroSpec(String name, @Version Integer version) {}
