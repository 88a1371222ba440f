package dev.unirow.session.internal.type;

import org.hibernate.boot.model.TypeContributions;
import org.hibernate.boot.model.TypeContributor;
import org.hibernate.cfg.MappingSettings;
import org.hibernate.dialect.PostgreSQLDialect;
import org.hibernate.engine.config.spi.ConfigurationService;
import org.hibernate.engine.config.spi.StandardConverters;
import org.hibernate.engine.jdbc.env.spi.JdbcEnvironment;
import org.hibernate.reactive.type.descriptor.jdbc.ReactiveArrayJdbcTypeConstructor;
import org.hibernate.reactive.type.descriptor.jdbc.ReactiveJsonJdbcType;
import org.hibernate.service.ServiceRegistry;
import org.hibernate.type.SqlTypes;
import org.hibernate.type.descriptor.java.BasicJavaType;
import org.hibernate.type.descriptor.java.InetAddressJavaType;
import org.hibernate.type.descriptor.java.YearJavaType;
import org.hibernate.type.descriptor.java.ZoneIdJavaType;
import org.hibernate.type.descriptor.jdbc.JdbcType;
import org.hibernate.type.descriptor.jdbc.OffsetTimeJdbcType;
import org.hibernate.type.descriptor.jdbc.VarbinaryJdbcType;
import org.hibernate.type.descriptor.jdbc.spi.JdbcTypeRegistry;
import org.hibernate.type.internal.NamedBasicTypeImpl;
import org.hibernate.type.spi.TypeConfiguration;

/**
 * What is sent and read on PostgreSQL otherwise than Hibernate Reactive does: JSON as text, where it would make an
 * object of Vert.x of it, which a list is not, and which rounds decimals; large objects as text and bytes, since its
 * columns for them, of the type oid, keep nothing; and what Vert.x's client knows under other classes. Hibernate finds
 * this class by itself.
 */
public final class PostgresTypes implements TypeContributor {
    @Override
    public void contribute(TypeContributions contributions, ServiceRegistry services) {
        if (!(services.requireService(JdbcEnvironment.class).getDialect() instanceof PostgreSQLDialect)) {
            return;
        }
        TypeConfiguration configuration = contributions.getTypeConfiguration();
        JdbcTypeRegistry types = configuration.getJdbcTypeRegistry();
        boolean isReactive = types.getDescriptor(SqlTypes.JSON) instanceof ReactiveJsonJdbcType;
        if (isReactive) {
            types.addDescriptor(SqlTypes.JSON, new PostgresJsonType(null));
            types.addTypeConstructor(new PostgresJsonArrayType.Constructor());
            types.addTypeConstructor(new PostgresArrayType.Constructor(ReactiveArrayJdbcTypeConstructor.INSTANCE));
            // only here: where there is no database, there may be no client
            types.addDescriptor(SqlTypes.INET, PostgresValues.inet());
            types.addDescriptor(SqlTypes.INTERVAL_SECOND, PostgresValues.interval());
        }
        if (isReactive || isDirect(services)) {
            addTimes(types);
            addLargeObjects(types);
            addElements(configuration);
        }
    }

    /** As databases of Unirow are, and their models where there is no database. */
    private static boolean isDirect(ServiceRegistry services) {
        return services.requireService(ConfigurationService.class)
                .getSetting(MappingSettings.JAVA_TIME_USE_DIRECT_JDBC, StandardConverters.BOOLEAN, false);
    }

    private static void addTimes(JdbcTypeRegistry types) {
        for (int code : new int[] {SqlTypes.OFFSET_DATE_TIME, SqlTypes.ZONED_DATE_TIME}) {
            types.addDescriptor(code, ZonedTimes.asOffsetDateTime(code));
        }
        types.addDescriptor(SqlTypes.TIME_UTC, OffsetTimeJdbcType.INSTANCE);
        types.addDescriptor(SqlTypes.TIME_WITH_TIMEZONE, OffsetTimeJdbcType.INSTANCE);
        types.addDescriptor(SqlTypes.INSTANT, ZonedTimes.asLocalDateTime(SqlTypes.INSTANT, SqlTypes.TIMESTAMP));
    }

    private static void addLargeObjects(JdbcTypeRegistry types) {
        types.addDescriptor(SqlTypes.BLOB, VarbinaryJdbcType.INSTANCE);
        types.addDescriptor(SqlTypes.CLOB, new LongText());
        types.addDescriptor(SqlTypes.NCLOB, new LongText());
    }

    /** Of an array, Hibernate only finds elements of these classes if it has met one that stands by itself. */
    private static void addElements(TypeConfiguration configuration) {
        register(configuration, YearJavaType.INSTANCE, SqlTypes.INTEGER);
        register(configuration, ZoneIdJavaType.INSTANCE, SqlTypes.VARCHAR);
        register(configuration, InetAddressJavaType.INSTANCE, SqlTypes.INET);
    }

    private static <T> void register(TypeConfiguration configuration, BasicJavaType<T> type, int code) {
        JdbcType column = configuration.getJdbcTypeRegistry().getDescriptor(code);
        String name = type.getJavaTypeClass().getSimpleName();
        configuration
                .getBasicTypeRegistry()
                .register(
                        new NamedBasicTypeImpl<>(type, column, name),
                        name,
                        type.getJavaTypeClass().getName());
    }

    /** After Hibernate Reactive's own. */
    @Override
    public int ordinal() {
        return 2_000;
    }
}
