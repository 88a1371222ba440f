package dev.unirow.session.micrometer;

import dev.unirow.session.ExecutedStatement;
import dev.unirow.session.ExecutedStatement.StatementFailure;
import dev.unirow.session.StatementListener;
import dev.unirow.session.internal.echo.Conventions;
import io.micrometer.core.instrument.Meter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Tags;
import io.micrometer.core.instrument.Timer;

/**
 * Times statements: {@code db.client.operation.duration}, with the database ({@code db.system.name},
 * {@code db.namespace}), the operation ({@code db.operation.name}: {@code SELECT}), its table
 * ({@code db.collection.name}) and what went wrong ({@code db.response.status_code}, {@code error.type}); {@code none}
 * for what there is not, since meters of one name must have the same tags. Thread-safe.
 *
 * <pre>{@code Database.builder(url).listener(StatementMetrics.of(registry)).open()}</pre>
 */
public final class StatementMetrics implements StatementListener {
    private static final String NONE = "none";

    private final Meter.MeterProvider<Timer> timer;

    private StatementMetrics(MeterRegistry registry) {
        timer = Timer.builder("db.client.operation.duration")
                .description("Duration of database client operations.")
                .withRegistry(registry);
    }

    public static StatementMetrics of(MeterRegistry registry) {
        return new StatementMetrics(registry);
    }

    @Override
    public void ended(ExecutedStatement statement) {
        timer.withTags(tags(statement)).record(statement.time());
    }

    private static Tags tags(ExecutedStatement statement) {
        StatementFailure failure = statement.failure();
        String status = failure == null ? null : Conventions.status(failure.sqlState(), failure.code());
        return Tags.of(
                Conventions.SYSTEM, Conventions.system(statement.database().kind()),
                Conventions.NAMESPACE, statement.database().name(),
                Conventions.OPERATION, statement.operation(),
                Conventions.COLLECTION, statement.table().orElse(NONE),
                Conventions.STATUS, status == null ? NONE : status,
                Conventions.ERROR, failure == null ? NONE : failure.type().getSimpleName());
    }
}
