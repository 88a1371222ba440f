import dev.unirow.model.ModelSpec;
import jakarta.persistence.Embeddable;
import jakarta.persistence.Embedded;
import jakarta.persistence.ManyToOne;

@ModelSpec
record HeroSpec(String name, @Embedded Membership membership) {}

@Embeddable
record Membership(String since, @ManyToOne TeamSpec team) {}

@ModelSpec
record TeamSpec(String name) {}
