package dev.unirow.sqlite.dialect;

import java.time.LocalTime;
import org.hibernate.type.descriptor.ValueBinder;
import org.hibernate.type.descriptor.ValueExtractor;
import org.hibernate.type.descriptor.java.JavaType;
import org.hibernate.type.descriptor.jdbc.TimeJdbcType;

/** Passes a LocalTime as it is: java.sql.Time would cut its fraction of a second. */
final class IsoTimeJdbcType extends TimeJdbcType {
    @Override
    public <X> ValueBinder<X> getBinder(JavaType<X> javaType) {
        return javaType.getJavaTypeClass() == LocalTime.class
                ? DirectValues.binder(javaType, this)
                : super.getBinder(javaType);
    }

    @Override
    public <X> ValueExtractor<X> getExtractor(JavaType<X> javaType) {
        return javaType.getJavaTypeClass() == LocalTime.class
                ? DirectValues.extractor(javaType, this, LocalTime.class)
                : super.getExtractor(javaType);
    }
}
