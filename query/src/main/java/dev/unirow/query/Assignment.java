package dev.unirow.query;

import dev.unirow.model.spi.MappedAttribute.Kind;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A column and the value it gets.
 *
 * @param <T> the model it is about
 */
public final class Assignment<T> {
    private final Step column;
    private final @Nullable Object value;

    Assignment(Step column, @Nullable Object value) {
        this.column = column;
        this.value = value;
    }

    /** The name of the attribute in the model, for callers that assign it themselves. */
    public String name(Class<? extends T> model) {
        return column.in(Shape.ofModel(model)).name();
    }

    /** The value as it was given. */
    public @Nullable Object value() {
        return value;
    }

    /**
     * The value as the column takes it: of a reference, the key.
     *
     * @throws IllegalArgumentException if it does not fit, or the column cannot be set
     */
    public @Nullable Object value(Class<? extends T> model) {
        return bind(Shape.ofModel(model)).value();
    }

    Bound bind(Shape root) {
        BoundPath path = new BoundPath(root, List.of(column.in(root)));
        Attribute attribute = path.last();
        if (attribute.id() || attribute.is(Kind.COLLECTION) || attribute.is(Kind.EMBEDDED)) {
            throw new IllegalArgumentException(path + " cannot be set by an update: it is "
                    + (attribute.id()
                            ? "the key"
                            : attribute.is(Kind.COLLECTION) ? "a collection" : "made of several columns")
                    + ".");
        }
        if (attribute.is(Kind.REFERENCE) && !attribute.foreignKey()) {
            throw new IllegalArgumentException(
                    path + " cannot be set by an update: the key is held by another column than its own.");
        }
        boolean reference = attribute.is(Kind.REFERENCE);
        BoundPath target = reference ? path.key() : path;
        if (value == null) {
            return new Bound(target, null);
        }
        return new Bound(target, reference ? Values.key(path, value) : Values.coerce(path, attribute.type(), value));
    }

    /** An assignment found in a model, with the value as bound. */
    record Bound(BoundPath path, @Nullable Object value) {}
}
