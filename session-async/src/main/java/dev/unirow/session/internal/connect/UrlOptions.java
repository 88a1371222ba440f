package dev.unirow.session.internal.connect;

import static java.util.Map.entry;

import dev.unirow.names.Nearest;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.BiFunction;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The options after the question mark of a URL, under the names that libpq, SQLAlchemy and its drivers, JDBC and Vert.x
 * have for them. What a URL says wins over what a program or its configuration says.
 */
final class UrlOptions {
    private interface Setter extends BiFunction<ConnectSettings, String, ConnectSettings> {}

    /** Those that every database has. */
    private static final Map<String, Setter> COMMON = new TreeMap<>(Map.ofEntries(
            entry("pool_size", pool((pool, value) -> pool.withSize(number(value)))),
            entry("pool_timeout", pool((pool, value) -> pool.withAcquireTimeout(seconds(value)))),
            entry("statement_timeout", (settings, value) -> settings.withStatementTimeout(millis(value))),
            entry("statement_cache_size", (settings, value) -> settings.withStatementCacheSize(number(value))),
            entry("isolation_level", (settings, value) -> settings.withIsolation(isolation(value)))));

    /** Those of databases on a server. */
    private static final Map<String, Setter> SERVER = new TreeMap<>(Map.ofEntries(
            entry("connect_timeout", pool((pool, value) -> pool.withConnectTimeout(seconds(value)))),
            entry("pool_recycle", pool((pool, value) -> pool.withMaxLifetime(secondsOrNever(value)))),
            entry("idle_timeout", pool((pool, value) -> pool.withIdleTimeout(secondsOrNever(value)))),
            entry("application_name", ConnectSettings::withApplicationName),
            entry("sslmode", tls((tls, value) -> tls.withMode(mode(value)))),
            entry("sslrootcert", tls((tls, value) -> tls.withRootCertificate(path(value)))),
            entry("sslcert", tls((tls, value) -> tls.withCertificate(path(value)))),
            entry("sslkey", tls((tls, value) -> tls.withKey(path(value))))));

    private static final Map<String, Setter> POSTGRES =
            new TreeMap<>(Map.of("search_path", (settings, value) -> settings.withSearchPath(SearchPath.parse(value))));

    /** Text is always sent as UTF-8; other values are refused. */
    private static final Map<String, Setter> MARIADB = new TreeMap<>(Map.of("charset", (settings, value) -> {
        if (!value.equals("utf8mb4")) {
            throw new IllegalArgumentException(
                    "it is 'utf8mb4': text is sent in it, and the database converts for columns that are stored otherwise.");
        }
        return settings;
    }));

    /** Other names for the same. */
    private static final Map<String, String> ALIASES = Map.ofEntries(
            entry("max_lifetime", "pool_recycle"),
            entry("acquire_timeout", "pool_timeout"),
            entry("prepared_statement_cache_size", "statement_cache_size"),
            entry("ApplicationName", "application_name"),
            entry("currentSchema", "search_path"),
            entry("ssl", "sslmode"),
            entry("sslMode", "sslmode"),
            entry("ssl-mode", "sslmode"),
            entry("ssl_mode", "sslmode"),
            entry("ssl_ca", "sslrootcert"),
            entry("ssl-ca", "sslrootcert"),
            entry("serverSslCert", "sslrootcert"),
            entry("ssl_cert", "sslcert"),
            entry("ssl-cert", "sslcert"),
            entry("ssl_key", "sslkey"),
            entry("ssl-key", "sslkey"));

    /** What libpq, MySQL, MariaDB's JDBC driver, and drivers that say yes or no, call the modes. */
    private static final Map<String, TlsSettings.Mode> MODES = Map.ofEntries(
            entry("disable", TlsSettings.Mode.DISABLE),
            entry("disabled", TlsSettings.Mode.DISABLE),
            entry("false", TlsSettings.Mode.DISABLE),
            entry("allow", TlsSettings.Mode.ALLOW),
            entry("prefer", TlsSettings.Mode.PREFER),
            entry("preferred", TlsSettings.Mode.PREFER),
            entry("require", TlsSettings.Mode.REQUIRE),
            entry("required", TlsSettings.Mode.REQUIRE),
            entry("trust", TlsSettings.Mode.REQUIRE),
            entry("verify-ca", TlsSettings.Mode.VERIFY_CA),
            entry("verify-full", TlsSettings.Mode.VERIFY_FULL),
            entry("verify-identity", TlsSettings.Mode.VERIFY_FULL),
            entry("true", TlsSettings.Mode.VERIFY_FULL));

    /** Arguments of SQLAlchemy's create_engine that have no counterpart, and what happens anyway. */
    private static final Map<String, String> ENGINE_ARGUMENTS = Map.of(
            "pool_pre_ping",
            "a connection that died while it was idle is always replaced before it is used. Leave it out.",
            "max_overflow",
            "the pool never opens more connections than pool_size. Leave it out, and add it to pool_size if you need more.",
            "pool_reset_on_return",
            "what a session leaves open is always rolled back before its connection goes back to the pool. Leave it out.");

    private UrlOptions() {}

    static ConnectSettings ofPostgres(DatabaseUrl url, ConnectSettings settings) {
        return applied(url, settings, List.of(COMMON, SERVER, POSTGRES));
    }

    static ConnectSettings ofMariaDb(DatabaseUrl url, ConnectSettings settings) {
        return applied(url, settings, List.of(COMMON, SERVER, MARIADB));
    }

    private static ConnectSettings applied(DatabaseUrl url, ConnectSettings settings, List<Map<String, Setter>> known) {
        ConnectSettings result = settings;
        for (Map<String, String> options : List.of(settings.options(), url.options())) {
            for (Map.Entry<String, String> option : options.entrySet()) {
                String name = ALIASES.getOrDefault(option.getKey(), option.getKey());
                Setter setter = known.stream()
                        .filter(group -> group.containsKey(name))
                        .map(group -> group.get(name))
                        .findFirst()
                        .orElseThrow(() -> unknown(url, option.getKey(), known));
                result = set(option.getKey(), setter, result, option.getValue());
            }
        }
        return result;
    }

    /** With an option of several kinds of databases, if it is one, also where this kind has no use for it. */
    static ConnectSettings withShared(String name, String value, ConnectSettings settings) {
        Setter setter = shared(name);
        return setter == null ? settings : set(name, setter, settings, value);
    }

    /** Whether several kinds of databases have it, under this name. */
    static boolean isShared(String name) {
        return shared(name) != null;
    }

    private static @Nullable Setter shared(String name) {
        String meant = ALIASES.getOrDefault(name, name);
        return Stream.of(COMMON, SERVER, POSTGRES)
                .map(group -> group.get(meant))
                .filter(Objects::nonNull)
                .findFirst()
                .orElse(null);
    }

    private static ConnectSettings set(String name, Setter setter, ConnectSettings settings, String value) {
        try {
            return setter.apply(settings, value);
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException(
                    "The option '" + name + "' cannot be '" + value + "': " + e.getMessage(), e);
        }
    }

    /** Refuses what neither every database nor this driver has. */
    static void requireKnown(DatabaseUrl url, String name, Set<String> own) {
        if (!own.contains(name)) {
            Set<String> names = new TreeSet<>(own);
            names.addAll(COMMON.keySet());
            throw unknown(url, name, names);
        }
    }

    private static IllegalArgumentException unknown(DatabaseUrl url, String name, List<Map<String, Setter>> known) {
        return unknown(
                url,
                name,
                known.stream()
                        .flatMap(group -> group.keySet().stream())
                        .collect(Collectors.toCollection(TreeSet::new)));
    }

    private static IllegalArgumentException unknown(DatabaseUrl url, String name, Set<String> names) {
        Set<String> near = new TreeSet<>(names);
        ALIASES.forEach((alias, meant) -> {
            if (names.contains(meant)) {
                near.add(alias);
            }
        });
        String instead = ENGINE_ARGUMENTS.get(name);
        if (instead != null) {
            return new IllegalArgumentException("There is no option '" + name + "' for '" + url + "': " + instead);
        }
        String nearest = Nearest.to(name, near);
        return new IllegalArgumentException("The option '" + name + "' of '" + url + "' is unknown."
                + (nearest == null ? "" : " Did you mean '" + nearest + "'?") + " Known are "
                + String.join(", ", names) + ".");
    }

    private static Setter pool(BiFunction<PoolSettings, String, PoolSettings> setter) {
        return (settings, value) -> settings.withPool(setter.apply(settings.pool(), value));
    }

    private static Setter tls(BiFunction<TlsSettings, String, TlsSettings> setter) {
        return (settings, value) -> settings.withTls(setter.apply(settings.tls(), value));
    }

    private static int number(String value) {
        try {
            return Integer.parseInt(value.strip());
        } catch (NumberFormatException e) {
            throw new IllegalArgumentException("it is a whole number.", e);
        }
    }

    private static Duration seconds(String value) {
        return DurationText.parse(value, ChronoUnit.SECONDS);
    }

    /** SQLAlchemy writes -1 for never. */
    private static Duration secondsOrNever(String value) {
        return value.strip().equals("-1") ? Duration.ZERO : seconds(value);
    }

    private static Duration millis(String value) {
        return DurationText.parse(value, ChronoUnit.MILLIS);
    }

    private static final List<String> LEVELS =
            List.of("READ UNCOMMITTED", "READ COMMITTED", "REPEATABLE READ", "SERIALIZABLE");

    private static String isolation(String value) {
        String level = value.strip().replaceAll("[_ +-]+", " ").toUpperCase(Locale.ROOT);
        if (!LEVELS.contains(level)) {
            throw new IllegalArgumentException("it is one of " + String.join(", ", LEVELS) + ".");
        }
        return level;
    }

    private static TlsSettings.Mode mode(String value) {
        TlsSettings.Mode mode = MODES.get(value.strip().toLowerCase(Locale.ROOT).replace('_', '-'));
        if (mode == null) {
            throw new IllegalArgumentException("it is one of "
                    + Arrays.stream(TlsSettings.Mode.values())
                            .map(known -> known.name().toLowerCase(Locale.ROOT).replace('_', '-'))
                            .collect(Collectors.joining(", "))
                    + ".");
        }
        return mode;
    }

    private static Path path(String value) {
        try {
            return Path.of(value);
        } catch (InvalidPathException e) {
            throw new IllegalArgumentException("it is no path of a file.", e);
        }
    }
}
