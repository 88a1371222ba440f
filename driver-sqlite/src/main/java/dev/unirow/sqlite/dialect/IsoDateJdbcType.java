package dev.unirow.sqlite.dialect;

import java.time.LocalDate;
import org.hibernate.type.descriptor.ValueBinder;
import org.hibernate.type.descriptor.ValueExtractor;
import org.hibernate.type.descriptor.java.JavaType;
import org.hibernate.type.descriptor.jdbc.DateJdbcType;

/**
 * Passes a LocalDate as it is: java.sql.Date has another calendar before October 1582, no year 0, and moves days that
 * the time zone of the JVM skips.
 */
final class IsoDateJdbcType extends DateJdbcType {
    @Override
    public <X> ValueBinder<X> getBinder(JavaType<X> javaType) {
        return javaType.getJavaTypeClass() == LocalDate.class
                ? DirectValues.binder(javaType, this)
                : super.getBinder(javaType);
    }

    @Override
    public <X> ValueExtractor<X> getExtractor(JavaType<X> javaType) {
        return javaType.getJavaTypeClass() == LocalDate.class
                ? DirectValues.extractor(javaType, this, LocalDate.class)
                : super.getExtractor(javaType);
    }
}
