package dev.unirow.sqlite.dialect;

import java.time.LocalTime;
import java.time.OffsetTime;
import java.util.Set;
import org.hibernate.type.descriptor.ValueBinder;
import org.hibernate.type.descriptor.ValueExtractor;
import org.hibernate.type.descriptor.java.JavaType;
import org.hibernate.type.descriptor.jdbc.TimeJdbcType;

/**
 * Passes a LocalTime and an OffsetTime as they are: java.sql.Time would cut a fraction of a second, and loses the
 * offset.
 */
final class IsoTimeJdbcType extends TimeJdbcType {
    private static final Set<Class<?>> PASSED = Set.of(LocalTime.class, OffsetTime.class);

    @Override
    public <X> ValueBinder<X> getBinder(JavaType<X> javaType) {
        return PASSED.contains(javaType.getJavaTypeClass())
                ? DirectValues.binder(javaType, this)
                : super.getBinder(javaType);
    }

    @Override
    public <X> ValueExtractor<X> getExtractor(JavaType<X> javaType) {
        return PASSED.contains(javaType.getJavaTypeClass())
                ? DirectValues.extractor(javaType, this, javaType.getJavaTypeClass())
                : super.getExtractor(javaType);
    }
}
