package dev.unirow.query;

import java.util.Arrays;
import java.util.List;
import java.util.function.Function;
import org.hibernate.query.restriction.Restriction;
import org.jspecify.annotations.Nullable;

/**
 * What the rows of a statement must satisfy. Made by the columns and static methods of {@link Queries}; immutable, and
 * free to be used in several statements.
 *
 * @param <T> the model it is about
 */
public final class Condition<T> {
    private final Function<Shape, Predicate> binding;

    private Condition(Function<Shape, Predicate> binding) {
        this.binding = binding;
    }

    static <T> Condition<T> of(Function<Shape, Predicate> binding) {
        return new Condition<>(binding);
    }

    static <T> Condition<T> from(Restriction<T> restriction) {
        return of(root -> RestrictionReader.read(restriction, root));
    }

    static <T> Condition<T> compare(Path path, Operator operator, List<? extends @Nullable Object> values) {
        return of(root -> Comparisons.compare(path.bind(root), operator, values));
    }

    static <T> Condition<T> join(boolean all, Condition<? super T>[] parts) {
        List<Condition<? super T>> kept = List.copyOf(Arrays.asList(parts));
        return of(root ->
                Predicate.join(all, kept.stream().map(part -> part.bind(root)).toList()));
    }

    /** @throws IllegalArgumentException if a name or a value does not fit the model */
    Predicate bind(Shape root) {
        return binding.apply(root);
    }
}
