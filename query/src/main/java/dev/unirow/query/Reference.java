package dev.unirow.query;

import jakarta.persistence.metamodel.SingularAttribute;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A reference of a model to another, or the start of a path across it. Rows without a reference stay in the statement:
 * for them the columns behind it are null.
 *
 * @param <T> the model the path starts from
 * @param <R> the model it leads to
 */
public final class Reference<T, R extends @Nullable Object> {
    private final Path path;

    Reference(Path path) {
        this.path = path;
    }

    Path path() {
        return path;
    }

    /** @param modelOrKey a model that has its key, or the key itself; null asks for rows without a reference */
    public Condition<T> eq(@Nullable Object modelOrKey) {
        return Condition.compare(path, Operator.EXACT, Collections.singletonList(modelOrKey));
    }

    /** Anything but the model, so no reference too. */
    public Condition<T> ne(@Nullable Object modelOrKey) {
        return Queries.not(eq(modelOrKey));
    }

    /** @param modelsOrKeys models that have their keys, or the keys; of none, no row */
    public Condition<T> in(Collection<? extends @Nullable Object> modelsOrKeys) {
        return Condition.compare(path, Operator.IN, new ArrayList<@Nullable Object>(modelsOrKeys));
    }

    /**
     * To one of the models that the statement selects; its fetches and, without a limit, its order mean nothing here.
     */
    public Condition<T> in(Select<? extends R> models) {
        return Condition.of(root -> Subqueries.within(path.bind(root), models));
    }

    public Condition<T> isNull() {
        return Condition.compare(path, Operator.ISNULL, List.of(true));
    }

    public Condition<T> isNotNull() {
        return Condition.compare(path, Operator.ISNULL, List.of(false));
    }

    public <V extends @Nullable Object> Column<T, V> col(Accessor<? super R, V> accessor) {
        return new Column<>(to(new Step.Accessed(accessor)));
    }

    public <V extends @Nullable Object> Column<T, V> col(@Nullable SingularAttribute<? super R, V> attribute) {
        return new Column<>(to(Step.of(attribute)));
    }

    public Column<T, @Nullable Object> col(String name) {
        return new Column<>(path.then(Path.of(name)));
    }

    public TextColumn<T> text(Accessor<? super R, ? extends @Nullable String> accessor) {
        return new TextColumn<>(to(new Step.Accessed(accessor)));
    }

    public TextColumn<T> text(@Nullable SingularAttribute<? super R, String> attribute) {
        return new TextColumn<>(to(Step.of(attribute)));
    }

    public TextColumn<T> text(String name) {
        return new TextColumn<>(path.then(Path.of(name)));
    }

    public NumberColumn<T> number(Accessor<? super R, ? extends @Nullable Number> accessor) {
        return new NumberColumn<>(to(new Step.Accessed(accessor)));
    }

    public NumberColumn<T> number(@Nullable SingularAttribute<? super R, ? extends Number> attribute) {
        return new NumberColumn<>(to(Step.of(attribute)));
    }

    public NumberColumn<T> number(String name) {
        return new NumberColumn<>(path.then(Path.of(name)));
    }

    public <S extends @Nullable Object> Reference<T, S> ref(Accessor<? super R, S> accessor) {
        return new Reference<>(to(new Step.Accessed(accessor)));
    }

    public <S> Reference<T, S> ref(@Nullable SingularAttribute<? super R, S> attribute) {
        return new Reference<>(to(Step.of(attribute)));
    }

    public Reference<T, @Nullable Object> ref(String name) {
        return new Reference<>(path.then(Path.of(name)));
    }

    private Path to(Step step) {
        return path.then(Path.of(step));
    }
}
