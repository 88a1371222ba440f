import dev.unirow.model.ModelSpec;
import dev.unirow.model.normalize.Normalize;
import dev.unirow.model.normalize.Normalizer;
import dev.unirow.model.normalize.Trim;
import jakarta.persistence.ManyToOne;

@ModelSpec
record HeroSpec(
        @Normalize({Trim.class, Rounded.class}) int age,
        @Normalize(Rounded.class) Integer height,
        @Normalize(Trim.class) @ManyToOne HeroSpec mentor) {}

record Rounded(int step) implements Normalizer<Integer> {
    @Override
    public Integer normalize(Integer value) {
        return value / step * step;
    }
}
