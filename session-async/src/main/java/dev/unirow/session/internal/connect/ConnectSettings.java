package dev.unirow.session.internal.connect;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What connections are like, on whatever database; what a database has no use for is not looked at.
 *
 * @param statementTimeout after what time the database gives a statement up; zero for never
 * @param statementCacheSize how many prepared statements each connection keeps; zero for none
 * @param applicationName what the server shows as the name of its client
 * @param searchPath the schemas that names are looked up in; empty for the server's own
 * @param isolation the level of transactions that ask for none, in the words of standard SQL
 * @param options those of the driver, as a URL writes them
 */
public record ConnectSettings(
        PoolSettings pool,
        Duration statementTimeout,
        int statementCacheSize,
        @Nullable String applicationName,
        List<String> searchPath,
        @Nullable String isolation,
        TlsSettings tls,
        Map<String, String> options) {
    public ConnectSettings {
        if (statementTimeout.isNegative()) {
            throw new IllegalArgumentException("The statement time-out must be positive, or zero for never.");
        }
        if (statementCacheSize < 0) {
            throw new IllegalArgumentException(
                    "The size of the statement cache must not be negative, it is " + statementCacheSize + ".");
        }
        searchPath = List.copyOf(searchPath);
        options = Map.copyOf(options);
    }

    public static ConnectSettings standard() {
        return new ConnectSettings(
                PoolSettings.standard(), Duration.ZERO, 256, null, List.of(), null, TlsSettings.none(), Map.of());
    }

    public ConnectSettings withPool(PoolSettings settings) {
        return new ConnectSettings(
                settings, statementTimeout, statementCacheSize, applicationName, searchPath, isolation, tls, options);
    }

    public ConnectSettings withStatementTimeout(Duration time) {
        return new ConnectSettings(
                pool, time, statementCacheSize, applicationName, searchPath, isolation, tls, options);
    }

    public ConnectSettings withStatementCacheSize(int statements) {
        return new ConnectSettings(
                pool, statementTimeout, statements, applicationName, searchPath, isolation, tls, options);
    }

    public ConnectSettings withApplicationName(String name) {
        return new ConnectSettings(
                pool, statementTimeout, statementCacheSize, name, searchPath, isolation, tls, options);
    }

    public ConnectSettings withSearchPath(List<String> schemas) {
        return new ConnectSettings(
                pool, statementTimeout, statementCacheSize, applicationName, schemas, isolation, tls, options);
    }

    public ConnectSettings withIsolation(String level) {
        return new ConnectSettings(
                pool, statementTimeout, statementCacheSize, applicationName, searchPath, level, tls, options);
    }

    public ConnectSettings withTls(TlsSettings settings) {
        return new ConnectSettings(
                pool, statementTimeout, statementCacheSize, applicationName, searchPath, isolation, settings, options);
    }

    public ConnectSettings withOption(String name, String value) {
        Map<String, String> more = new LinkedHashMap<>(options);
        more.put(name, value);
        return new ConnectSettings(
                pool, statementTimeout, statementCacheSize, applicationName, searchPath, isolation, tls, more);
    }

    /** @throws IllegalArgumentException if there is a search path, on a database that has none */
    void refuseSearchPath(String database) {
        if (!searchPath.isEmpty()) {
            throw new IllegalArgumentException("There is no search path on " + database
                    + ": leave it out, and name the database in the URL, or the schema in the model's @Table.");
        }
    }
}
