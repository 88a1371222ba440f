package dev.unirow.session.tests.echo;

import static dev.unirow.query.Queries.select;
import static dev.unirow.session.Await.await;
import static io.opentelemetry.api.common.AttributeKey.longKey;
import static io.opentelemetry.api.common.AttributeKey.stringKey;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.unirow.session.Database;
import dev.unirow.session.exception.UniqueViolationException;
import dev.unirow.session.micrometer.ConnectionMetrics;
import dev.unirow.session.micrometer.StatementMetrics;
import dev.unirow.session.opentelemetry.StatementSpans;
import dev.unirow.session.tests.DatabaseContract;
import dev.unirow.session.tests.models.Tag;
import dev.unirow.testing.EachDatabase;
import dev.unirow.testing.Waiting;
import io.micrometer.core.instrument.Meter;
import io.micrometer.core.instrument.Timer;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanKind;
import io.opentelemetry.api.trace.StatusCode;
import io.opentelemetry.context.Scope;
import io.opentelemetry.sdk.OpenTelemetrySdk;
import io.opentelemetry.sdk.testing.exporter.InMemorySpanExporter;
import io.opentelemetry.sdk.trace.SdkTracerProvider;
import io.opentelemetry.sdk.trace.data.SpanData;
import io.opentelemetry.sdk.trace.export.SimpleSpanProcessor;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Statements as spans and meters, by OpenTelemetry's names for databases. */
@EachDatabase
class TelemetryContract extends DatabaseContract {
    private final InMemorySpanExporter spans = InMemorySpanExporter.create();
    private final OpenTelemetrySdk telemetry = OpenTelemetrySdk.builder()
            .setTracerProvider(SdkTracerProvider.builder()
                    .addSpanProcessor(SimpleSpanProcessor.create(spans))
                    .build())
            .build();
    private final SimpleMeterRegistry meters = new SimpleMeterRegistry();

    @Override
    public Database open() {
        return Database.builder(target.newDatabaseUrl())
                .models(models())
                .listener(StatementSpans.of(telemetry))
                .listener(StatementMetrics.of(meters))
                .open();
    }

    @AfterEach
    void closeTelemetry() {
        telemetry.close();
        meters.close();
    }

    private String system() {
        return db.kind().name().toLowerCase(Locale.ROOT);
    }

    private SpanData span(String operation) {
        return spans.getFinishedSpanItems().stream()
                .filter(span -> operation.equals(span.getAttributes().get(stringKey("db.operation.name"))))
                .findFirst()
                .orElseThrow();
    }

    private Timer timer(String operation) {
        return meters.get("db.client.operation.duration")
                .tag("db.operation.name", operation)
                .tag("db.system.name", system())
                .timer();
    }

    private void insertTwice() {
        await(db.begin(session -> session.insertAll(List.of(new Tag("a", null), new Tag("b", null)))));
        spans.reset();
        meters.clear();
        await(db.connect(connection -> connection.execute("insert into tag (label) values ('a')"))
                .onFailure(UniqueViolationException.class)
                .recoverWithItem(0));
    }

    @Test
    void aStatementIsASpanBelowTheCallersOwn() {
        insertTwice();
        spans.reset();
        Span caller = telemetry.getTracer("test").spanBuilder("request").startSpan();
        try (Scope current = caller.makeCurrent()) {
            await(db.begin(session -> session.all(select(Tag.class))));
        }
        caller.end();

        SpanData read = span("SELECT");
        assertThat(read.getName()).isEqualTo("SELECT tag");
        assertThat(read.getKind()).isEqualTo(SpanKind.CLIENT);
        assertThat(read.getParentSpanId()).isEqualTo(caller.getSpanContext().getSpanId());
        assertThat(read.getStatus().getStatusCode()).isEqualTo(StatusCode.UNSET);
        assertThat(read.getEndEpochNanos()).isGreaterThan(read.getStartEpochNanos());
        assertThat(read.getAttributes().get(stringKey("db.system.name"))).isEqualTo(system());
        assertThat(read.getAttributes().get(stringKey("db.namespace"))).isNotEmpty();
        assertThat(read.getAttributes().get(stringKey("db.collection.name"))).isEqualTo("tag");
        assertThat(read.getAttributes().get(stringKey("db.query.text")))
                .isEqualTo("select t1_0.label,t1_0.text from tag t1_0");
        assertThat(read.getAttributes().get(longKey("db.response.returned_rows")))
                .isEqualTo(2);
        assertThat(read.getAttributes().get(stringKey("server.address")) == null)
                .isEqualTo(!target.isServer());
        assertThat(read.getAttributes().get(longKey("server.port")) == null).isEqualTo(!target.isServer());
        assertThat(span("COMMIT").getParentSpanId())
                .isEqualTo(caller.getSpanContext().getSpanId());
    }

    @Test
    void aSpanHasNoLiteralAndNoValueAndTellsTheFailure() {
        insertTwice();

        SpanData failed = span("INSERT");
        assertThat(failed.getAttributes().get(stringKey("db.query.text")))
                .isEqualTo("insert into tag (label) values (?)");
        assertThat(failed.getStatus().getStatusCode()).isEqualTo(StatusCode.ERROR);
        assertThat(failed.getStatus().getDescription()).isEmpty();
        assertThat(failed.getEvents()).isEmpty();
        assertThat(failed.getAttributes().get(stringKey("db.response.status_code")))
                .isEqualTo(failed.getAttributes().get(stringKey("error.type")))
                .isEqualTo(
                        switch (db.kind()) {
                            case POSTGRESQL -> "23505";
                            case MARIADB -> "1062";
                            case SQLITE -> "19";
                        });
    }

    @Test
    void statementsAreTimed() {
        insertTwice();
        await(db.read(session -> session.all(select(Tag.class))));
        await(db.read(session -> session.all(select(Tag.class))));

        Timer read = timer("SELECT");
        assertThat(read.count()).isEqualTo(2);
        assertThat(read.totalTime(TimeUnit.NANOSECONDS)).isPositive();
        Meter.Id id = read.getId();
        assertThat(id.getTag("db.collection.name")).isEqualTo("tag");
        assertThat(id.getTag("error.type")).isEqualTo("none");
        assertThat(timer("INSERT").getId().getTag("error.type")).isEqualTo("UniqueViolationException");
    }

    @Test
    void connectionsAreGauged() {
        ConnectionMetrics.of(db, "main").bindTo(meters);
        var session = db.session();
        await(session.find(Tag.class, "a"));

        await().atMost(Waiting.LIMIT)
                .untilAsserted(() -> assertThat(connections("used")).isEqualTo(1));
        await(session.close());
        await().atMost(Waiting.LIMIT).untilAsserted(() -> {
            assertThat(connections("used")).isZero();
            assertThat(connections("idle")).isPositive();
            assertThat(meters.get("db.client.connection.pending_requests")
                            .gauge()
                            .value())
                    .isZero();
        });
    }

    private double connections(String state) {
        return meters.get("db.client.connection.count")
                .tag("db.client.connection.pool.name", "main")
                .tag("db.client.connection.state", state)
                .gauge()
                .value();
    }
}
