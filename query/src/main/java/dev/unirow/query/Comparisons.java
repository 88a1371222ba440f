package dev.unirow.query;

import dev.unirow.model.spi.MappedAttribute.Kind;
import dev.unirow.query.Predicate.Comparison;
import dev.unirow.query.Predicate.Constant;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Turns a column, an operator and values as given into a predicate with values as bound. */
final class Comparisons {
    private Comparisons() {}

    static Predicate compare(BoundPath named, Operator operator, List<? extends @Nullable Object> given) {
        BoundPath path = checked(named, operator);
        if (operator == Operator.ISNULL) {
            return nullTest(
                    path, (boolean) Values.coerce(named, Boolean.class, requireValue(named, operator, given.get(0))));
        }
        if (operator == Operator.IN) {
            return in(named, path, given);
        }
        if ((operator == Operator.EXACT || operator == Operator.IEXACT) && given.get(0) == null) {
            return nullTest(path, true);
        }
        List<Object> values = new ArrayList<>();
        for (Object value : given) {
            values.add(bound(named, path, requireValue(named, operator, value)));
        }
        if (operator.asksForPart() && values.get(0).equals("")) {
            return path.nullable() ? nullTest(path, false) : new Constant(true);
        }
        if (operator.ignoresCase()) {
            values.replaceAll(value -> Texts.fold((String) value));
        }
        return new Comparison(path, operator, false, values);
    }

    /** The path whose values are compared: a reference stands for the key behind it. */
    private static BoundPath checked(BoundPath named, Operator operator) {
        Attribute last = named.last();
        if (last.is(Kind.COLLECTION) || (last.is(Kind.EMBEDDED) && !last.id())) {
            throw new IllegalArgumentException(named + " is "
                    + (last.is(Kind.COLLECTION) ? "a collection" : "made of several columns")
                    + " and cannot be compared. "
                    + (last.is(Kind.COLLECTION) ? "Use exists(…) or HQL." : "Name one of its attributes."));
        }
        boolean comparable = last.is(Kind.BASIC)
                && Comparable.class.isAssignableFrom(last.type())
                && !last.type().isEnum()
                && last.type() != Boolean.class;
        if ((operator.needsText() && last.type() != String.class) || (operator.needsOrder() && !comparable)) {
            throw new IllegalArgumentException("'" + operator.word() + "' does not work on " + named
                    + ", which is of type " + last.type().getSimpleName() + ".");
        }
        return last.is(Kind.REFERENCE) ? named.key() : named;
    }

    private static Object requireValue(BoundPath path, Operator operator, @Nullable Object value) {
        if (value == null) {
            throw new IllegalArgumentException(
                    "'" + operator.word() + "' on " + path + " needs a value, and null is none.");
        }
        return value;
    }

    private static Predicate nullTest(BoundPath path, boolean wanted) {
        return new Comparison(path, Operator.ISNULL, !wanted, List.of());
    }

    private static Predicate in(BoundPath named, BoundPath path, List<? extends @Nullable Object> given) {
        Set<Object> values = new LinkedHashSet<>();
        for (Object value : given) {
            if (value != null) {
                values.add(bound(named, path, value));
            }
        }
        List<Predicate> any = new ArrayList<>();
        if (!values.isEmpty()) {
            any.add(new Comparison(path, Operator.IN, false, List.copyOf(values)));
        }
        if (given.stream().anyMatch(Objects::isNull)) {
            any.add(nullTest(path, true));
        }
        return Predicate.join(false, any);
    }

    private static Object bound(BoundPath named, BoundPath path, Object value) {
        return named.last().is(Kind.REFERENCE)
                ? Values.key(named, value)
                : Values.coerce(path, path.last().type(), value);
    }
}
