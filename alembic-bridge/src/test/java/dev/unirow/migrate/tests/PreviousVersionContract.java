package dev.unirow.migrate.tests;

import static dev.unirow.migrate.tests.RunnerContract.run;
import static dev.unirow.query.Queries.select;
import static dev.unirow.session.Await.await;
import static org.assertj.core.api.Assertions.assertThat;

import dev.unirow.migrate.Migrations;
import dev.unirow.migrate.tests.previous.Stored;
import dev.unirow.model.Models;
import dev.unirow.query.Queries;
import dev.unirow.schema.Operation;
import dev.unirow.session.Database;
import dev.unirow.testing.EachDatabase;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * A database whose tables and rows the version before this one has made. The files are as that version's
 * {@code createAll} wrote them, and are not made anew.
 */
@EachDatabase
class PreviousVersionContract extends MigrationFixture {
    private static final List<String> ROWS = List.of("""
            {"id": 1, "version": 3, "done": true, "tiny": 127, "small": 32767, "whole": 2147483647,
             "large": 9223372036854775807, "rough": 0.5, "ratio": 0.1, "letter": "ß", "name": "Ünï's", "text": "long",
             "price": 1234567890.10, "amount": 0.25, "count": 12345678901, "day": "2024-02-29", "hour": "13:45:00.5",
             "moment": "2024-02-29T13:45:00.5", "instant": "2024-02-29T13:45:00.123Z", "made": "2024-02-29T13:45:00Z", "lasting": "PT1.5S",
             "year": 2024, "uuid": "01175cde-c18f-4a13-a492-21bd9e1cb01b", "bytes": "AP8=", "mood": "OK",
             "ordinal": "OK", "data": {"list": [1.5, "a", null]}, "tags": ["red"]}""", """
            {"id": 2, "version": 0, "done": false, "tiny": -128, "small": -32768, "whole": -2147483648,
             "large": -9223372036854775808, "rough": -0.5, "ratio": 1E-300, "letter": " ", "name": "", "text": "",
             "price": -0.01, "amount": 0.00, "count": -1, "day": "%s-01-01", "hour": "00:00:00",
             "moment": "9999-12-31T23:59:59.999999", "instant": "1969-12-31T23:59:59Z", "lasting": "PT0S",
             "year": 1, "uuid": "00000000-0000-0000-0000-000000000000", "bytes": "", "mood": "SAD",
             "ordinal": "SAD", "data": {}, "tags": []}""", """
            {"id": 3, "version": 0, "tags": []}""");

    @SuppressWarnings("NullAway.Init") // opened before each test
    private Database db;

    @BeforeEach
    void makePrevious() throws IOException {
        db = open(List.of(Stored.class));
        String file = "previous/" + db.kind().name().toLowerCase(Locale.ROOT) + ".sql";
        try (InputStream script = Objects.requireNonNull(getClass().getResourceAsStream(file))) {
            execute(
                    db,
                    new String(script.readAllBytes(), StandardCharsets.UTF_8)
                            .strip()
                            .split(";\\R|;$"));
        }
    }

    @Test
    void itsRowsAreReadAsTheyWere() {
        assertThat(rows()).containsExactlyElementsOf(expected());
    }

    @Test
    void whatTheModelsAskForDifferentlyNowIsToldAndARevisionBringsItOver() {
        Migrations migrations = migrations(db, List.of(Stored.class));
        assertThat(await(migrations.baseline("before")).revision()).isNotNull();

        assertThat(await(migrations.check()).stream().map(Operation::description))
                .containsExactlyInAnyOrderElementsOf(changes());

        assertThat(await(migrations.autogenerate("after"))).isNotNull();
        run(migrations.withDestructive().upgrade("head"));
        assertThat(await(migrations.check())).isEmpty();
        assertThat(rows()).containsExactlyElementsOf(expected());
    }

    /** As CHANGELOG tells them. */
    private List<String> changes() {
        return List.of();
    }

    private List<String> rows() {
        return await(db.read(session -> session.all(
                        select(Stored.class).fetch(Queries.ref("tags")).orderBy(Queries.asc("id")))))
                .stream()
                .map(Models::dumpJson)
                .toList();
    }

    private List<String> expected() {
        return ROWS.stream()
                .map(row -> Models.dumpJson(
                        Models.from(Stored.class, row.formatted(db.kind().name().equals("MARIADB") ? "1000" : "0001"))))
                .toList();
    }
}
