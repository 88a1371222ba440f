import dev.unirow.model.ModelSpec;
import jakarta.persistence.Embedded;

@ModelSpec
record HeroSpec(String name, @Embedded Address address) {}

record Address(String street) {}
