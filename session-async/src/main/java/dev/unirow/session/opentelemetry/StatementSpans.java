package dev.unirow.session.opentelemetry;

import dev.unirow.session.DatabaseAddress;
import dev.unirow.session.ExecutedStatement;
import dev.unirow.session.ExecutedStatement.StatementFailure;
import dev.unirow.session.StatementListener;
import dev.unirow.session.internal.echo.Conventions;
import io.opentelemetry.api.OpenTelemetry;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanBuilder;
import io.opentelemetry.api.trace.SpanKind;
import io.opentelemetry.api.trace.StatusCode;
import io.opentelemetry.api.trace.Tracer;
import io.opentelemetry.context.Context;

/**
 * A span for each statement, a child of the span that was current where its session was opened or its scope subscribed
 * to. Names are those of OpenTelemetry's stable conventions; {@code db.query.text} has {@code ?} for each literal, and
 * no bound value is ever in a span. Thread-safe.
 *
 * <pre>{@code Database.builder(url).listener(StatementSpans.of(openTelemetry)).open()}</pre>
 */
public final class StatementSpans implements StatementListener {
    private final Tracer tracer;

    private StatementSpans(Tracer tracer) {
        this.tracer = tracer;
    }

    public static StatementSpans of(OpenTelemetry telemetry) {
        return new StatementSpans(telemetry.getTracer("dev.unirow"));
    }

    @Override
    public StatementListener forCaller() {
        Context caller = Context.current();
        return statement -> record(statement, caller);
    }

    @Override
    public void ended(ExecutedStatement statement) {
        record(statement, Context.current());
    }

    private void record(ExecutedStatement statement, Context parent) {
        DatabaseAddress database = statement.database();
        String operation = statement.operation();
        SpanBuilder builder = tracer.spanBuilder(
                        operation + " " + statement.table().orElse(database.name()))
                .setSpanKind(SpanKind.CLIENT)
                .setParent(parent)
                .setStartTimestamp(statement.startedAt())
                .setAttribute(Conventions.SYSTEM, Conventions.system(database.kind()))
                .setAttribute(Conventions.NAMESPACE, database.name())
                .setAttribute(Conventions.OPERATION, operation)
                .setAttribute("db.query.text", statement.queryText());
        statement.table().ifPresent(table -> builder.setAttribute(Conventions.COLLECTION, table));
        if (database.host() != null) {
            builder.setAttribute("server.address", database.host());
        }
        if (database.port() != null) {
            builder.setAttribute("server.port", database.port().longValue());
        }
        if (statement.batchSize() > 1) {
            builder.setAttribute("db.operation.batch.size", (long) statement.batchSize());
        }
        if (operation.equals("SELECT") && statement.rows() >= 0) {
            builder.setAttribute("db.response.returned_rows", statement.rows());
        }
        Span span = builder.startSpan();
        if (statement.failure() != null) {
            fail(span, statement.failure());
        }
        span.end(statement.startedAt().plus(statement.time()));
    }

    private static void fail(Span span, StatementFailure failure) {
        String status = Conventions.status(failure.sqlState(), failure.code());
        if (status != null) {
            span.setAttribute(Conventions.STATUS, status);
        }
        span.setAttribute(Conventions.ERROR, status == null ? failure.type().getName() : status);
        span.setStatus(StatusCode.ERROR);
    }
}
