package dev.unirow.session.internal.type;

import org.hibernate.boot.model.TypeContributions;
import org.hibernate.boot.model.TypeContributor;
import org.hibernate.dialect.MariaDBDialect;
import org.hibernate.engine.jdbc.env.spi.JdbcEnvironment;
import org.hibernate.service.ServiceRegistry;
import org.hibernate.type.SqlTypes;
import org.hibernate.type.descriptor.jdbc.VarcharJdbcType;
import org.hibernate.type.descriptor.jdbc.spi.JdbcTypeRegistry;

/**
 * Reads what MariaDB's driver gives otherwise than Hibernate expects: JSON, which is text and not the type of Vert.x
 * that Hibernate Reactive has asked for before, and times; and gives a column to types that MariaDB does not have:
 * times with an offset or a zone, and enums with a name. Hibernate finds this class by itself.
 */
public final class MariaDbTypes implements TypeContributor {
    @Override
    public void contribute(TypeContributions contributions, ServiceRegistry services) {
        if (services.requireService(JdbcEnvironment.class).getDialect() instanceof MariaDBDialect) {
            JdbcTypeRegistry types = contributions.getTypeConfiguration().getJdbcTypeRegistry();
            types.addDescriptor(SqlTypes.JSON, new JsonType(null));
            types.addDescriptor(SqlTypes.LOCAL_TIME, new MariaDbTimeType());
            addZonedTimes(types);
            // the texts of @Enumerated(STRING); the type for columns of their own, ENUM, has no name
            types.addDescriptor(SqlTypes.NAMED_ENUM, VarcharJdbcType.INSTANCE);
        }
    }

    private static void addZonedTimes(JdbcTypeRegistry types) {
        for (int code : new int[] {
            SqlTypes.OFFSET_DATE_TIME, SqlTypes.ZONED_DATE_TIME, SqlTypes.TIMESTAMP_WITH_TIMEZONE, SqlTypes.INSTANT
        }) {
            types.addDescriptor(code, ZonedTimes.asLocalDateTime(code, SqlTypes.TIMESTAMP_UTC));
        }
        for (int code : new int[] {SqlTypes.OFFSET_TIME, SqlTypes.TIME_WITH_TIMEZONE, SqlTypes.TIME_UTC}) {
            types.addDescriptor(code, ZonedTimes.asText(code));
        }
        types.addTypeConstructor(new MariaDbTimeArrayType.Constructor(new JsonArrayType.Constructor()));
    }

    /** After Hibernate Reactive's own. */
    @Override
    public int ordinal() {
        return 2_000;
    }
}
