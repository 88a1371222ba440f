package dev.unirow.session.internal.type;

import org.hibernate.type.SqlTypes;
import org.hibernate.type.descriptor.java.JavaType;
import org.hibernate.type.descriptor.jdbc.JdbcType;
import org.hibernate.type.descriptor.jdbc.JdbcTypeIndicators;
import org.hibernate.type.descriptor.jdbc.VarcharJdbcType;

/** A text of any length, whatever else the mapping says of it. */
final class LongText extends VarcharJdbcType {
    @Override
    public int getDdlTypeCode() {
        return SqlTypes.LONG32VARCHAR;
    }

    @Override
    public int getDefaultSqlTypeCode() {
        return SqlTypes.LONG32VARCHAR;
    }

    @Override
    public JdbcType resolveIndicatedType(JdbcTypeIndicators indicators, JavaType<?> type) {
        return this;
    }
}
