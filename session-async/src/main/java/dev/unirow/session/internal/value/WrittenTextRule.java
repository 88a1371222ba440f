package dev.unirow.session.internal.value;

import org.hibernate.type.descriptor.java.JavaType;

/** What Hibernate writes as text may be longer than its column, as an offset with seconds is. */
record WrittenTextRule<T>(Place place, JavaType<T> type, TextLength length) implements ValueRule {
    @Override
    public Object kept(Object value) {
        if (type.isInstance(value)) {
            length.require(place, type.toString(type.cast(value)));
        }
        return value;
    }
}
