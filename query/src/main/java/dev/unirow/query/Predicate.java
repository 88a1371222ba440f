package dev.unirow.query;

import java.util.ArrayList;
import java.util.List;

/**
 * A condition found in a model. Each is true or not true, never unknown: the negation keeps exactly the rows that the
 * predicate itself drops, those with null included.
 */
sealed interface Predicate {
    Predicate negate();

    record Constant(boolean value) implements Predicate {
        @Override
        public Predicate negate() {
            return new Constant(!value);
        }
    }

    /** @param values as bound, in the type of the column; none of them null */
    record Comparison(BoundPath path, Operator operator, boolean negated, List<Object> values) implements Predicate {
        public Comparison {
            values = List.copyOf(values);
        }

        @Override
        public Predicate negate() {
            return new Comparison(path, operator, !negated, values);
        }
    }

    /** Whether a key is one of those that a selection finds. */
    record Within(BoundPath key, Shape shape, Selection selection, boolean negated) implements Predicate {
        @Override
        public Predicate negate() {
            return new Within(key, shape, selection, !negated);
        }
    }

    /** Whether a collection has an element. */
    record Exists(BoundPath collection, Shape element, Predicate where, boolean negated) implements Predicate {
        @Override
        public Predicate negate() {
            return new Exists(collection, element, where, !negated);
        }
    }

    /** @param all whether every part must hold, or any */
    record Junction(boolean all, List<Predicate> parts) implements Predicate {
        public Junction {
            parts = List.copyOf(parts);
        }

        @Override
        public Predicate negate() {
            return new Junction(!all, parts.stream().map(Predicate::negate).toList());
        }
    }

    /** Flattened, without constants; a constant itself where they decide. */
    static Predicate join(boolean all, List<Predicate> parts) {
        List<Predicate> flat = new ArrayList<>();
        for (Predicate part : parts) {
            if (part instanceof Constant constant) {
                if (constant.value() != all) {
                    return constant;
                }
            } else if (part instanceof Junction inner && inner.all() == all) {
                flat.addAll(inner.parts());
            } else {
                flat.add(part);
            }
        }
        return flat.isEmpty() ? new Constant(all) : flat.size() == 1 ? flat.get(0) : new Junction(all, flat);
    }
}
