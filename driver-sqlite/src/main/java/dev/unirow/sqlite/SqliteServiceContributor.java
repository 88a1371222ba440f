package dev.unirow.sqlite;

import dev.unirow.sqlite.dialect.SqliteDialect;
import java.util.Map;
import org.hibernate.boot.registry.StandardServiceRegistryBuilder;
import org.hibernate.cfg.AvailableSettings;
import org.hibernate.engine.config.spi.ConfigurationService;
import org.hibernate.engine.jdbc.spi.SqlStatementLogger;
import org.hibernate.reactive.pool.ReactiveConnectionPool;
import org.hibernate.reactive.provider.ReactiveServiceRegistryBuilder;
import org.hibernate.reactive.provider.Settings;
import org.hibernate.reactive.provider.impl.ReactiveModeCheck;
import org.hibernate.reactive.vertx.VertxInstance;
import org.hibernate.service.spi.ServiceContributor;
import org.hibernate.service.spi.ServiceRegistryImplementor;
import org.hibernate.tool.schema.internal.SchemaManagementToolInitiator;
import org.hibernate.tool.schema.spi.SchemaManagementTool;
import org.jspecify.annotations.Nullable;

/**
 * Sets Hibernate Reactive up for SQLite when its settings name this driver: a {@link SqlitePool}, or its class name
 * with a URL, as {@code hibernate.vertx.pool.class}; or a URL of SQLite, with {@link SqliteDialect} or without any
 * dialect. Hibernate finds this class by itself. What a program sets or provides on its own account stays.
 */
public final class SqliteServiceContributor implements ServiceContributor {
    @Override
    public void contribute(StandardServiceRegistryBuilder builder) {
        builder.addInitiator(new SqliteDialectResolver.Initiator());
        Map<String, Object> settings = builder.getSettings();
        Object pool = settings.get(Settings.SQL_CLIENT_POOL);
        if (pool instanceof SqlitePool given) {
            builder.addInitiator(new PoolService<>(VertxInstance.class, registry -> given::vertx));
            builder.addInitiator(new PoolService<>(ReactiveConnectionPool.class, registry -> {
                given.logTo(registry.requireService(SqlStatementLogger.class));
                return given;
            }));
        } else if (namesThePool(pool) || (pool == null && url(settings) != null && isMeant(builder, settings))) {
            builder.addInitiator(OpenedPool.from(config(settings)));
            nameTheVersion(settings);
            builder.addInitiator(new PoolService<>(ReactiveConnectionPool.class, OpenedPool::in));
            builder.addInitiator(new PoolService<>(VertxInstance.class, registry -> OpenedPool.in(registry)::vertx));
        } else if (!namesTheDialect(settings)) {
            return;
        }
        settings.putIfAbsent(AvailableSettings.DIALECT, SqliteDialect.class.getName());
        builder.addInitiator(new PoolService<>(SchemaManagementTool.class, SqliteServiceContributor::schemaTool));
        if (settings.get(AvailableSettings.URL) == null) {
            // without one Hibernate warns that nobody gives it JDBC connections
            settings.putIfAbsent(AvailableSettings.JAKARTA_JDBC_URL, SqliteUrl.PREFIX);
        }
    }

    /** The blocking Hibernate has drivers of its own for such a URL. */
    private static boolean isMeant(StandardServiceRegistryBuilder builder, Map<String, Object> settings) {
        return namesTheDialect(settings)
                || (builder instanceof ReactiveServiceRegistryBuilder
                        && settings.get(AvailableSettings.DIALECT) == null);
    }

    /** The blocking Hibernate, which may have this dialect too, makes tables over its own connections. */
    private static SchemaManagementTool schemaTool(ServiceRegistryImplementor registry) {
        Map<String, Object> settings =
                registry.requireService(ConfigurationService.class).getSettings();
        return settings.get(AvailableSettings.SCHEMA_MANAGEMENT_TOOL) == null
                        && ReactiveModeCheck.isReactiveRegistry(registry)
                ? new SqliteSchemaTool()
                : SchemaManagementToolInitiator.INSTANCE.initiateService(settings, registry);
    }

    /**
     * Else Hibernate asks the pool for the version before it reads the mapping, and the program whose mapping is wrong
     * is kept alive by a pool that it has never seen.
     */
    private static void nameTheVersion(Map<String, Object> settings) {
        Object dialect = settings.get(AvailableSettings.DIALECT);
        if (dialect == null
                || dialect == SqliteDialect.class
                || SqliteDialect.class.getName().equals(dialect)) {
            settings.put(AvailableSettings.DIALECT, new SqliteDialect(SqliteVersion.ofLibrary()));
        }
    }

    private static boolean namesThePool(@Nullable Object setting) {
        return setting == SqlitePool.class || SqlitePool.class.getName().equals(setting);
    }

    private static boolean namesTheDialect(Map<String, Object> settings) {
        Object dialect = settings.get(AvailableSettings.DIALECT);
        return dialect instanceof SqliteDialect
                || (dialect instanceof Class<?> type && SqliteDialect.class.isAssignableFrom(type))
                || SqliteDialect.class.getName().equals(dialect);
    }

    private static SqliteConfig config(Map<String, Object> settings) {
        String url = url(settings);
        if (url == null) {
            throw new IllegalArgumentException("The settings name SqlitePool but no database: set '"
                    + AvailableSettings.JAKARTA_JDBC_URL + "' to '" + SqliteUrl.PREFIX
                    + "' and a path, or pass a pool instead of its class.");
        }
        return SqliteConfig.parse(url);
    }

    private static @Nullable String url(Map<String, Object> settings) {
        for (String name : new String[] {AvailableSettings.JAKARTA_JDBC_URL, AvailableSettings.URL}) {
            if (settings.get(name) instanceof String url && url.startsWith(SqliteUrl.PREFIX)) {
                return url;
            }
        }
        return null;
    }
}
