package dev.unirow.session.internal.type;

import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.OffsetTime;
import java.time.ZonedDateTime;
import org.hibernate.boot.model.TypeContributions;
import org.hibernate.boot.model.TypeContributor;
import org.hibernate.cfg.MappingSettings;
import org.hibernate.engine.config.spi.ConfigurationService;
import org.hibernate.engine.config.spi.StandardConverters;
import org.hibernate.service.ServiceRegistry;
import org.hibernate.type.SqlTypes;
import org.hibernate.type.descriptor.java.BasicJavaType;
import org.hibernate.type.descriptor.java.LocalDateTimeJavaType;
import org.hibernate.type.descriptor.java.LocalTimeJavaType;
import org.hibernate.type.descriptor.java.OffsetDateTimeJavaType;
import org.hibernate.type.descriptor.java.OffsetTimeJavaType;
import org.hibernate.type.descriptor.java.ZonedDateTimeJavaType;
import org.hibernate.type.internal.NamedBasicTypeImpl;
import org.hibernate.type.spi.TypeConfiguration;

/**
 * Where times go to the driver directly, Hibernate knows two types for a {@link LocalDateTime} and a {@link LocalTime},
 * and for an {@link OffsetDateTime}, {@link ZonedDateTime} and {@link OffsetTime}: one of a column, and one of a
 * parameter that it has only the value of, which goes by way of {@code java.sql}. It asserts for a version that the two
 * are one, and the classes of {@code java.sql} round, and lose offsets: here they are one. Hibernate finds this class
 * by itself.
 */
public final class LocalTimeTypes implements TypeContributor {
    @Override
    public void contribute(TypeContributions contributions, ServiceRegistry services) {
        boolean direct = services.requireService(ConfigurationService.class)
                .getSetting(MappingSettings.JAVA_TIME_USE_DIRECT_JDBC, StandardConverters.BOOLEAN, false);
        if (direct) {
            TypeConfiguration types = contributions.getTypeConfiguration();
            register(types, LocalDateTimeJavaType.INSTANCE, SqlTypes.LOCAL_DATE_TIME);
            register(types, LocalTimeJavaType.INSTANCE, SqlTypes.LOCAL_TIME);
            register(types, OffsetDateTimeJavaType.INSTANCE, SqlTypes.OFFSET_DATE_TIME);
            register(types, ZonedDateTimeJavaType.INSTANCE, SqlTypes.ZONED_DATE_TIME);
            register(types, OffsetTimeJavaType.INSTANCE, SqlTypes.OFFSET_TIME);
        }
    }

    private static <T> void register(TypeConfiguration types, BasicJavaType<T> type, int code) {
        String name = type.getJavaTypeClass().getSimpleName();
        types.getBasicTypeRegistry()
                .register(
                        new NamedBasicTypeImpl<>(
                                type, types.getJdbcTypeRegistry().getDescriptor(code), name),
                        name,
                        type.getJavaTypeClass().getName());
    }

    /** After Hibernate Reactive's own, and those of MariaDB. */
    @Override
    public int ordinal() {
        return 2_001;
    }
}
