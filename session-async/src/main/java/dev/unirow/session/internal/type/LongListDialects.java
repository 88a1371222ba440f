package dev.unirow.session.internal.type;

import org.hibernate.dialect.Dialect;
import org.hibernate.dialect.MariaDBDialect;
import org.hibernate.dialect.PostgreSQLDialect;
import org.hibernate.engine.jdbc.dialect.internal.StandardDialectResolver;
import org.hibernate.engine.jdbc.dialect.spi.DialectResolutionInfo;
import org.hibernate.engine.jdbc.dialect.spi.DialectResolver;
import org.jspecify.annotations.Nullable;

/** Hibernate's own dialects of PostgreSQL and MariaDB, with long lists. Hibernate finds this class by itself. */
public final class LongListDialects implements DialectResolver {
    @Override
    public @Nullable Dialect resolveDialect(DialectResolutionInfo info) {
        Dialect usual = new StandardDialectResolver().resolveDialect(info);
        if (usual == null) {
            return null;
        }
        if (usual.getClass() == PostgreSQLDialect.class) {
            return new PostgresListDialect(info);
        }
        return usual.getClass() == MariaDBDialect.class ? new MariaDbListDialect(info) : null;
    }
}
