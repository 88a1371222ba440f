package dev.unirow.sqlite;

import dev.unirow.sqlite.dialect.SqliteDialect;
import java.util.Map;
import org.hibernate.boot.registry.StandardServiceInitiator;
import org.hibernate.dialect.Dialect;
import org.hibernate.engine.jdbc.dialect.internal.DialectResolverInitiator;
import org.hibernate.engine.jdbc.dialect.internal.DialectResolverSet;
import org.hibernate.engine.jdbc.dialect.spi.DialectResolutionInfo;
import org.hibernate.engine.jdbc.dialect.spi.DialectResolver;
import org.hibernate.service.spi.ServiceRegistryImplementor;
import org.jspecify.annotations.Nullable;

/**
 * Knows SQLite by the name of the product, as settings say it or this driver does; a connection of JDBC has the dialect
 * of Hibernate's community.
 */
final class SqliteDialectResolver implements DialectResolver {
    @Override
    public @Nullable Dialect resolveDialect(DialectResolutionInfo info) {
        return "SQLite".equalsIgnoreCase(info.getDatabaseName()) && info.getDatabaseMetadata() == null
                ? new SqliteDialect(info)
                : null;
    }

    /** Puts it before those that Hibernate finds, among which the order of the class path decides. */
    static final class Initiator implements StandardServiceInitiator<DialectResolver> {
        @Override
        public DialectResolver initiateService(Map<String, Object> settings, ServiceRegistryImplementor registry) {
            DialectResolver others = DialectResolverInitiator.INSTANCE.initiateService(settings, registry);
            return new DialectResolverSet(new SqliteDialectResolver(), others);
        }

        @Override
        public Class<DialectResolver> getServiceInitiated() {
            return DialectResolver.class;
        }
    }
}
