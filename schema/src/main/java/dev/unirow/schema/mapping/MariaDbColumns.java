package dev.unirow.schema.mapping;

import org.hibernate.boot.model.TypeContributions;
import org.hibernate.boot.model.TypeContributor;
import org.hibernate.dialect.Dialect;
import org.hibernate.dialect.MariaDBDialect;
import org.hibernate.engine.jdbc.env.spi.JdbcEnvironment;
import org.hibernate.service.ServiceRegistry;
import org.hibernate.type.SqlTypes;
import org.hibernate.type.descriptor.sql.internal.DdlTypeImpl;

/**
 * Gives a column to a time of day with an offset, for which Hibernate writes a type that MariaDB does not have: a text,
 * as {@code 23:59:59.999999+18:00}, or with seconds in the offset. Hibernate finds this class by itself.
 */
public final class MariaDbColumns implements TypeContributor {
    @Override
    public void contribute(TypeContributions contributions, ServiceRegistry services) {
        Dialect dialect = services.requireService(JdbcEnvironment.class).getDialect();
        if (dialect instanceof MariaDBDialect) {
            contributions
                    .getTypeConfiguration()
                    .getDdlTypeRegistry()
                    .addDescriptor(new DdlTypeImpl(SqlTypes.TIME_WITH_TIMEZONE, "varchar(24)", dialect));
        }
    }
}
