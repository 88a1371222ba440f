package dev.unirow.session.internal.type;

import java.util.Map;
import java.util.Objects;
import org.hibernate.boot.registry.StandardServiceInitiator;
import org.hibernate.boot.registry.StandardServiceRegistryBuilder;
import org.hibernate.cfg.AvailableSettings;
import org.hibernate.dialect.Dialect;
import org.hibernate.dialect.MariaDBDialect;
import org.hibernate.dialect.PostgreSQLDialect;
import org.hibernate.engine.jdbc.dialect.internal.DialectFactoryInitiator;
import org.hibernate.engine.jdbc.dialect.spi.DialectFactory;
import org.hibernate.engine.jdbc.dialect.spi.DialectResolutionInfo;
import org.hibernate.engine.jdbc.dialect.spi.DialectResolutionInfoSource;
import org.hibernate.service.spi.ServiceContributor;
import org.hibernate.service.spi.ServiceRegistryAwareService;
import org.hibernate.service.spi.ServiceRegistryImplementor;
import org.jspecify.annotations.Nullable;

/**
 * Gives Hibernate's own dialects of PostgreSQL and MariaDB long lists, where they are found by the database and where
 * settings name their classes. Hibernate finds this class by itself. A resolver would not do: Hibernate Reactive has
 * one that knows every database, and the order of the class path decides which of the two is asked first.
 */
public final class LongListDialects implements ServiceContributor {
    @Override
    public void contribute(StandardServiceRegistryBuilder builder) {
        builder.addInitiator(new StandardServiceInitiator<DialectFactory>() {
            @Override
            public DialectFactory initiateService(Map<String, Object> settings, ServiceRegistryImplementor registry) {
                DialectFactory usual = DialectFactoryInitiator.INSTANCE.initiateService(settings, registry);
                if (usual instanceof ServiceRegistryAwareService aware) {
                    aware.injectServices(registry);
                }
                return (configured, source) -> withLongLists(usual, configured, source);
            }

            @Override
            public Class<DialectFactory> getServiceInitiated() {
                return DialectFactory.class;
            }
        });
    }

    private static Dialect withLongLists(
            DialectFactory usual, Map<String, Object> settings, @Nullable DialectResolutionInfoSource source) {
        if (source == null || settings.get(AvailableSettings.DIALECT) instanceof Dialect) {
            return usual.buildDialect(settings, source);
        }
        AskedOnce once = new AskedOnce(source);
        Dialect dialect = usual.buildDialect(settings, once);
        if (dialect.getClass() == PostgreSQLDialect.class) {
            return new PostgresListDialect(once.getDialectResolutionInfo());
        }
        return dialect.getClass() == MariaDBDialect.class
                ? new MariaDbListDialect(once.getDialectResolutionInfo())
                : dialect;
    }

    /** A source that connects to the database to answer. */
    private static final class AskedOnce implements DialectResolutionInfoSource {
        private final DialectResolutionInfoSource source;
        private @Nullable DialectResolutionInfo info;

        private AskedOnce(DialectResolutionInfoSource source) {
            this.source = source;
        }

        @Override
        public DialectResolutionInfo getDialectResolutionInfo() {
            if (info == null) {
                info = source.getDialectResolutionInfo();
            }
            return Objects.requireNonNull(info);
        }
    }
}
