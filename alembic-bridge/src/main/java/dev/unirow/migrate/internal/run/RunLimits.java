package dev.unirow.migrate.internal.run;

import dev.unirow.schema.DatabaseKind;
import dev.unirow.session.SqlConnection;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * How long the statements of a run may wait for locks and may take; zero leaves that to the connection.
 *
 * @param lock null for what is usual: a minute on servers, and on SQLite as the connection has it, since a run waits
 *     for other writers by itself
 * @param statement nothing on SQLite, which has no such limit
 */
public record RunLimits(@Nullable Duration lock, Duration statement) {
    private static final Duration USUAL = Duration.ofMinutes(1);

    public RunLimits {
        requireUsable(lock == null ? USUAL : lock);
        requireUsable(statement);
    }

    static RunLimits standard() {
        return new RunLimits(null, Duration.ZERO);
    }

    private Duration lockOn(DatabaseKind kind) {
        if (lock != null) {
            return lock;
        }
        return kind == DatabaseKind.SQLITE ? Duration.ZERO : USUAL;
    }

    private static void requireUsable(Duration limit) {
        boolean tooShort = !limit.isZero() && limit.compareTo(Duration.ofMillis(1)) < 0;
        if (tooShort || limit.compareTo(Duration.ofDays(1)) > 0) {
            throw new IllegalArgumentException(
                    "A timeout is a millisecond to a day long, or zero for the connection's own," + " but this one is "
                            + limit + ".");
        }
    }

    /** As settings of the run's connection. */
    public ConnectionSettings on(SqlConnection connection, DatabaseKind kind) {
        List<ConnectionSettings.Setting> settings = new ArrayList<>();
        Duration wait = lockOn(kind);
        switch (kind) {
            case POSTGRESQL -> {
                add(settings, wait, wait.toMillis() + "ms", "show lock_timeout", "set lock_timeout = '%s'");
                add(
                        settings,
                        statement,
                        statement.toMillis() + "ms",
                        "show statement_timeout",
                        "set statement_timeout = '%s'");
            }
            case MARIADB -> {
                String seconds = String.valueOf((wait.toMillis() + 999) / 1000);
                for (String name : List.of("lock_wait_timeout", "innodb_lock_wait_timeout")) {
                    add(settings, wait, seconds, "select @@session." + name, "set session " + name + " = %s");
                }
                add(
                        settings,
                        statement,
                        String.format(Locale.ROOT, "%.3f", statement.toMillis() / 1000.0),
                        "select @@session.max_statement_time",
                        "set session max_statement_time = %s");
            }
            case SQLITE ->
                add(settings, wait, String.valueOf(wait.toMillis()), "pragma busy_timeout", "pragma busy_timeout = %s");
        }
        return new ConnectionSettings(connection, settings);
    }

    private static void add(
            List<ConnectionSettings.Setting> settings, Duration limit, String value, String read, String set) {
        if (!limit.isZero()) {
            settings.add(new ConnectionSettings.Setting(value, read, set));
        }
    }
}
