package dev.unirow.migrate.internal.run;

import dev.unirow.migrate.event.MigrationEvent;
import dev.unirow.migrate.event.MigrationListener;
import dev.unirow.migrate.revision.DataMigration;
import dev.unirow.migrate.revision.TransactionScope;
import java.time.Duration;
import java.util.Map;
import java.util.function.Consumer;
import org.jboss.logging.Logger;

/**
 * How revisions are run.
 *
 * @param allowsDestructive whether they may lose data
 * @param patience how long to wait for another run
 * @param limits how long statements may wait and take
 * @param scope what a failure undoes
 * @param progress gets a line for each step before it runs
 * @param events gets what happens
 */
public record RunSettings(
        boolean allowsDestructive,
        DataMigrations calls,
        Duration patience,
        RunLimits limits,
        TransactionScope scope,
        Consumer<String> progress,
        Consumer<MigrationEvent> events) {
    private static final Logger LOG = Logger.getLogger("unirow.migrate");

    static RunSettings standard() {
        return new RunSettings(
                false,
                new DataMigrations(Map.of()),
                Duration.ofMinutes(1),
                RunLimits.standard(),
                TransactionScope.REVISION,
                LOG::info,
                event -> {});
    }

    public RunSettings withDestructive(boolean allowed) {
        return new RunSettings(allowed, calls, patience, limits, scope, progress, events);
    }

    public RunSettings withCalls(Map<String, DataMigration> named) {
        return new RunSettings(allowsDestructive, new DataMigrations(named), patience, limits, scope, progress, events);
    }

    public RunSettings withPatience(Duration longest) {
        return new RunSettings(allowsDestructive, calls, longest, limits, scope, progress, events);
    }

    public RunSettings withLimits(RunLimits wanted) {
        return new RunSettings(allowsDestructive, calls, patience, wanted, scope, progress, events);
    }

    public RunSettings withScope(TransactionScope wanted) {
        return new RunSettings(allowsDestructive, calls, patience, limits, wanted, progress, events);
    }

    public RunSettings withProgress(Consumer<String> listener) {
        return new RunSettings(
                allowsDestructive,
                calls,
                patience,
                limits,
                scope,
                new Guarded<>(listener, listener.getClass()),
                events);
    }

    /** Beside those of before. */
    public RunSettings withListener(MigrationListener listener) {
        return new RunSettings(
                allowsDestructive,
                calls,
                patience,
                limits,
                scope,
                progress,
                events.andThen(new Guarded<>(listener::happened, listener.getClass())));
    }
}
