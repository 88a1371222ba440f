package dev.unirow.sqlite;

import org.hibernate.boot.model.TypeContributions;
import org.hibernate.boot.model.TypeContributor;
import org.hibernate.engine.jdbc.env.spi.JdbcEnvironment;
import org.hibernate.service.ServiceRegistry;
import org.hibernate.type.descriptor.jdbc.JsonAsStringJdbcType;

/** Stores JSON as text, after Hibernate Reactive has asked for a JSON type of Vert.x that SQLite does not have. */
public final class SqliteTypeContributor implements TypeContributor {
    @Override
    public void contribute(TypeContributions contributions, ServiceRegistry services) {
        if (services.requireService(JdbcEnvironment.class).getDialect() instanceof SqliteDialect) {
            contributions
                    .getTypeConfiguration()
                    .getJdbcTypeRegistry()
                    .addDescriptor(org.hibernate.type.SqlTypes.JSON, JsonAsStringJdbcType.VARCHAR_INSTANCE);
        }
    }

    /** After Hibernate Reactive's own. */
    @Override
    public int ordinal() {
        return 2_000;
    }
}
