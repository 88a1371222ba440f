package dev.unirow.session;

import dev.unirow.session.DatabaseHealth.Finding;
import dev.unirow.session.internal.operation.Timeouts;
import dev.unirow.session.internal.wire.CallerContext;
import io.smallrye.mutiny.Uni;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.ServiceConfigurationError;
import java.util.ServiceLoader;

/** Finds out how a database is, within a limit of time, and fails never. */
final class Health {
    private static final PoolStats UNKNOWN = new PoolStats(0, 0, 0, 0);

    private final Database database;
    private final String name;
    private final Duration limit;

    Health(Database database, String name, Duration limit) {
        this.database = database;
        this.name = name;
        this.limit = limit;
    }

    Uni<DatabaseHealth> read() {
        return Uni.createFrom().deferred(() -> {
            long start = System.nanoTime();
            Uni<Answer> answered = Uni.createFrom()
                    .deferred(database::ping)
                    .chain(this::findings)
                    .map(findings -> new Answer(Optional.empty(), findings));
            Answer none = new Answer(Optional.of("It did not answer within " + limit.toMillis() + " ms."), List.of());
            return Timeouts.limit(answered, limit, Uni.createFrom().item(none))
                    .onFailure()
                    .recoverWithItem(failure -> new Answer(Optional.of(text(failure)), List.of()))
                    .chain(answer -> Timeouts.limit(
                                    database.stats(), limit, Uni.createFrom().item(UNKNOWN))
                            .onFailure()
                            .recoverWithItem(UNKNOWN)
                            .map(pool -> health(answer, pool, start)))
                    .emitOn(CallerContext.current());
        });
    }

    private record Answer(Optional<String> problem, List<Finding> findings) {}

    private DatabaseHealth health(Answer answer, PoolStats pool, long start) {
        return new DatabaseHealth(
                name,
                answer.problem().isEmpty(),
                answer.problem(),
                Duration.ofNanos(System.nanoTime() - start),
                pool,
                answer.findings());
    }

    private Uni<List<Finding>> findings() {
        Uni<List<Finding>> all = Uni.createFrom().item(List.of());
        for (HealthCheck check : checks()) {
            all = all.chain(before -> Uni.createFrom()
                    .deferred(() -> check.check(database))
                    .onFailure()
                    .recoverWithItem(
                            failure -> List.of(new Finding(check.getClass().getSimpleName(), false, text(failure))))
                    .map(found -> {
                        List<Finding> both = new ArrayList<>(before);
                        both.addAll(found);
                        return both;
                    }));
        }
        return all;
    }

    private static List<HealthCheck> checks() {
        List<HealthCheck> checks = new ArrayList<>();
        try {
            ServiceLoader.load(HealthCheck.class, Health.class.getClassLoader()).forEach(checks::add);
        } catch (ServiceConfigurationError broken) {
            checks.add(database ->
                    Uni.createFrom().failure(new IllegalStateException("A health check cannot be made.", broken)));
        }
        return checks;
    }

    private static String text(Throwable failure) {
        return failure.getMessage() == null ? failure.getClass().getSimpleName() : failure.getMessage();
    }
}
