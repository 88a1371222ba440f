package dev.unirow.session;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.SmallRyeConfig;
import io.smallrye.config.SmallRyeConfigBuilder;
import io.smallrye.config.WithDefault;
import java.time.Duration;
import java.util.Optional;

/**
 * The settings of a database, under {@code database.*}: from system properties, environment variables ({@code DATABASE_URL}) and
 * {@code application.properties} on the class path, the first that has one winning.
 */
@ConfigMapping(prefix = "database")
interface DatabaseConfig {
    Optional<String> url();

    @WithDefault("off")
    String echo();

    Pool pool();

    interface Pool {
        /** The most connections that are open at once. */
        @WithDefault("10")
        int size();

        /** How long an operation waits for a free connection. */
        @WithDefault("PT30S")
        Duration acquireTimeout();

        /** How long a server may take to accept a connection. */
        @WithDefault("PT10S")
        Duration connectTimeout();

        /** After what time unused connections are closed; zero for never. */
        @WithDefault("PT0S")
        Duration idleTimeout();

        /** After what time connections are replaced; zero for never. */
        @WithDefault("PT0S")
        Duration maxLifetime();
    }

    static DatabaseConfig read() {
        SmallRyeConfig config = new SmallRyeConfigBuilder()
                .addDefaultSources()
                .addDefaultInterceptors()
                .addDiscoveredSources()
                .withMapping(DatabaseConfig.class)
                .build();
        return config.getConfigMapping(DatabaseConfig.class);
    }
}
