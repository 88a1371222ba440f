package dev.unirow.session.internal.mapping;

import java.time.LocalDateTime;
import org.hibernate.boot.model.TypeContributions;
import org.hibernate.boot.model.TypeContributor;
import org.hibernate.cfg.MappingSettings;
import org.hibernate.engine.config.spi.ConfigurationService;
import org.hibernate.engine.config.spi.StandardConverters;
import org.hibernate.service.ServiceRegistry;
import org.hibernate.type.SqlTypes;
import org.hibernate.type.descriptor.java.LocalDateTimeJavaType;
import org.hibernate.type.internal.NamedBasicTypeImpl;
import org.hibernate.type.spi.TypeConfiguration;

/**
 * Where times go to the driver directly, Hibernate knows two types for a {@link LocalDateTime}, and asserts for a version of that
 * class that they are one: here they are. Hibernate finds this class by itself.
 */
public final class LocalVersionType implements TypeContributor {
    @Override
    public void contribute(TypeContributions contributions, ServiceRegistry services) {
        boolean direct = services.requireService(ConfigurationService.class)
                .getSetting(MappingSettings.JAVA_TIME_USE_DIRECT_JDBC, StandardConverters.BOOLEAN, false);
        if (direct) {
            TypeConfiguration types = contributions.getTypeConfiguration();
            types.getBasicTypeRegistry()
                    .register(
                            new NamedBasicTypeImpl<>(
                                    LocalDateTimeJavaType.INSTANCE,
                                    types.getJdbcTypeRegistry().getDescriptor(SqlTypes.LOCAL_DATE_TIME),
                                    LocalDateTime.class.getSimpleName()),
                            LocalDateTime.class.getSimpleName(),
                            LocalDateTime.class.getName());
        }
    }

    /** After Hibernate Reactive's own. */
    @Override
    public int ordinal() {
        return 2_000;
    }
}
