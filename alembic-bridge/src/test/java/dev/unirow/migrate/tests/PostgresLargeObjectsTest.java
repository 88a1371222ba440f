package dev.unirow.migrate.tests;

import static dev.unirow.migrate.tests.RunnerContract.run;
import static dev.unirow.query.Queries.asc;
import static dev.unirow.query.Queries.select;
import static dev.unirow.session.Await.await;
import static dev.unirow.testing.DatabaseKind.POSTGRESQL;
import static org.assertj.core.api.Assertions.assertThat;

import dev.unirow.migrate.Migrations;
import dev.unirow.schema.Operation;
import dev.unirow.session.Database;
import dev.unirow.testing.OnDatabase;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Lob;
import jakarta.persistence.Table;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Columns of the type oid, as Hibernate and earlier versions made them for {@code @Lob}. */
@OnDatabase(POSTGRESQL)
class PostgresLargeObjectsTest extends MigrationFixture {
    @Entity
    @Table(name = "paper")
    static class Paper {
        @Id
        private @Nullable Long id;

        @Lob
        private @Nullable String body;

        @Lob
        private byte @Nullable [] scan;
    }

    @Test
    void theirContentsComeIntoTheRowsAndBack() {
        Database db = open(List.of(Paper.class));
        execute(
                db,
                "create table paper (id bigint primary key, body oid, scan oid)",
                "insert into paper values (1, lo_from_bytea(0, convert_to('Ünï', 'UTF8')), lo_from_bytea(0, 'ab')),"
                        + " (2, null, null)");
        Migrations migrations = migrations(db, List.of(Paper.class));
        var unused = await(migrations.baseline("before"));
        assertThat(await(migrations.check()).stream().map(Operation::description))
                .hasSize(2)
                .allSatisfy(change -> assertThat(change).contains("paper", "oid"));

        assertThat(await(migrations.autogenerate("values"))).isNotNull();
        run(migrations.withDestructive().upgrade("head"));
        assertRows(db);
        assertThat(await(migrations.check())).isEmpty();

        run(migrations.withDestructive().downgrade("-1"));
        List<Map<String, Object>> held = await(
                db.connect(
                        connection -> connection.select(
                                "select convert_from(lo_get(body), 'UTF8') || encode(lo_get(scan), 'escape') as held from paper where id = 1")));
        assertThat(held).containsExactly(Map.of("held", "Ünïab"));
        run(migrations.withDestructive().upgrade("head"));
        assertRows(db);
    }

    private static void assertRows(Database db) {
        List<Paper> papers =
                await(db.read(session -> session.all(select(Paper.class).orderBy(asc("id")))));
        assertThat(papers).extracting(paper -> paper.body).containsExactly("Ünï", null);
        assertThat(papers)
                .extracting(paper -> paper.scan)
                .containsExactly("ab".getBytes(StandardCharsets.US_ASCII), null);
    }
}
