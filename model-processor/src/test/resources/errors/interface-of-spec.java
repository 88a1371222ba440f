import dev.unirow.model.ModelSpec;
import jakarta.persistence.ManyToOne;

@ModelSpec
record HeroSpec(String name, @ManyToOne TeamSpec team) implements Member {}

@ModelSpec
record TeamSpec(String name) {}

interface Member {
    TeamSpec team();
}
