package dev.unirow.session.internal.type;

import java.util.Calendar;
import java.util.Date;
import java.util.GregorianCalendar;
import org.hibernate.boot.model.TypeContributions;
import org.hibernate.boot.model.TypeContributor;
import org.hibernate.cfg.MappingSettings;
import org.hibernate.engine.config.spi.ConfigurationService;
import org.hibernate.engine.config.spi.StandardConverters;
import org.hibernate.service.ServiceRegistry;
import org.hibernate.type.BasicTypeRegistry;
import org.hibernate.type.SqlTypes;
import org.hibernate.type.descriptor.java.BasicJavaType;
import org.hibernate.type.descriptor.java.CalendarJavaType;
import org.hibernate.type.descriptor.java.DateJavaType;
import org.hibernate.type.descriptor.java.JdbcTimestampJavaType;
import org.hibernate.type.internal.NamedBasicTypeImpl;

/**
 * Stores the moments of {@link Date}, {@link java.sql.Timestamp} and {@link Calendar} on the servers, in columns and as
 * parameters, in UTC. Hibernate finds this class by itself.
 */
public final class MomentTypes implements TypeContributor {
    private static final MomentType COLUMN = new MomentType();

    @Override
    public void contribute(TypeContributions contributions, ServiceRegistry services) {
        boolean direct = services.requireService(ConfigurationService.class)
                .getSetting(MappingSettings.JAVA_TIME_USE_DIRECT_JDBC, StandardConverters.BOOLEAN, false);
        if (direct) {
            contributions.getTypeConfiguration().getJdbcTypeRegistry().addDescriptor(SqlTypes.TIMESTAMP, COLUMN);
            BasicTypeRegistry types = contributions.getTypeConfiguration().getBasicTypeRegistry();
            register(types, "timestamp", JdbcTimestampJavaType.INSTANCE, java.sql.Timestamp.class.getName());
            register(types, "java.util.Date", DateJavaType.INSTANCE, Date.class.getName());
            register(
                    types,
                    "calendar",
                    CalendarJavaType.INSTANCE,
                    Calendar.class.getName(),
                    GregorianCalendar.class.getName());
        }
    }

    private static void register(BasicTypeRegistry types, String name, BasicJavaType<?> type, String... classes) {
        types.register(new NamedBasicTypeImpl<>(type, COLUMN, name), classes);
    }

    /** After Hibernate Reactive's own. */
    @Override
    public int ordinal() {
        return 2_000;
    }
}
