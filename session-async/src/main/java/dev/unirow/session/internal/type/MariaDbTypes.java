package dev.unirow.session.internal.type;

import org.hibernate.boot.model.TypeContributions;
import org.hibernate.boot.model.TypeContributor;
import org.hibernate.dialect.MariaDBDialect;
import org.hibernate.engine.jdbc.env.spi.JdbcEnvironment;
import org.hibernate.service.ServiceRegistry;
import org.hibernate.type.SqlTypes;
import org.hibernate.type.descriptor.jdbc.JsonJdbcType;
import org.hibernate.type.descriptor.jdbc.spi.JdbcTypeRegistry;

/**
 * Reads what MariaDB's driver gives otherwise than Hibernate expects: JSON, which is text and not the type of Vert.x
 * that Hibernate Reactive has asked for before, and times. Hibernate finds this class by itself.
 */
public final class MariaDbTypes implements TypeContributor {
    @Override
    public void contribute(TypeContributions contributions, ServiceRegistry services) {
        if (services.requireService(JdbcEnvironment.class).getDialect() instanceof MariaDBDialect) {
            JdbcTypeRegistry types = contributions.getTypeConfiguration().getJdbcTypeRegistry();
            types.addDescriptor(SqlTypes.JSON, JsonJdbcType.INSTANCE);
            types.addDescriptor(SqlTypes.LOCAL_TIME, new MariaDbTimeType());
        }
    }

    /** After Hibernate Reactive's own. */
    @Override
    public int ordinal() {
        return 2_000;
    }
}
