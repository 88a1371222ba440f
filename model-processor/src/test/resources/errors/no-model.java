import dev.unirow.model.ModelSpec;
import jakarta.persistence.ManyToOne;

@ModelSpec
record HeroSpec(String name, @ManyToOne Team team) {}

class Team {}
