package dev.unirow.query;

import org.jspecify.annotations.Nullable;

/** One name of a path, not yet looked up in a model. */
sealed interface Step {
    Attribute in(Shape shape);

    record Named(String name) implements Step {
        @Override
        public Attribute in(Shape shape) {
            return shape.attribute(name);
        }
    }

    record Accessed(Accessor<?, ?> accessor) implements Step {
        @Override
        public Attribute in(Shape shape) {
            return shape.attributeOfAccessor(AccessorNames.of(accessor));
        }
    }

    /** A metamodel attribute that was null when it was named: where that was is kept for the message. */
    record Missing(IllegalArgumentException cause) implements Step {
        static Missing here() {
            return new Missing(new IllegalArgumentException("The metamodel attribute was null here."));
        }

        @Override
        public Attribute in(Shape shape) {
            throw new IllegalArgumentException(
                    "A column of '" + shape.simpleName() + "' is named by a metamodel attribute that was null: "
                            + "the attributes of a class such as Pet_ are filled in when the database is opened. "
                            + "Open it first, or write Pet::name.",
                    cause);
        }
    }

    static Step of(jakarta.persistence.metamodel.@Nullable Attribute<?, ?> attribute) {
        return attribute == null ? Missing.here() : new Named(attribute.getName());
    }
}
