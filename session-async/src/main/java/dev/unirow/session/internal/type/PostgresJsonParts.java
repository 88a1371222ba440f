package dev.unirow.session.internal.type;

import org.hibernate.metamodel.mapping.JdbcMapping;
import org.hibernate.type.descriptor.ValueBinder;
import org.hibernate.type.descriptor.ValueExtractor;
import org.hibernate.type.descriptor.java.JavaType;
import org.hibernate.type.descriptor.jdbc.JdbcType;

/**
 * A column of JSON that an embeddable is mapped to, where it is selected: Hibernate asks for its parts, and forgets
 * that it did when the selection is wrapped.
 */
record PostgresJsonParts(PostgresJsonType type, JdbcMapping whole) implements JdbcMapping {
    @Override
    public JavaType<?> getJavaTypeDescriptor() {
        return whole.getJavaTypeDescriptor();
    }

    @Override
    public JdbcType getJdbcType() {
        return type;
    }

    @Override
    @SuppressWarnings("rawtypes") // as Hibernate declares it
    public ValueExtractor getJdbcValueExtractor() {
        return type.partsExtractor();
    }

    @Override
    @SuppressWarnings("rawtypes") // as Hibernate declares it
    public ValueBinder getJdbcValueBinder() {
        return whole.getJdbcValueBinder();
    }
}
