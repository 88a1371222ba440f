package dev.unirow.session.tests;

import static dev.unirow.session.Await.await;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.unirow.session.AsyncSession;
import dev.unirow.session.exception.ConnectionLostException;
import dev.unirow.session.exception.DatabaseUnavailableException;
import dev.unirow.session.exception.UniqueViolationException;
import dev.unirow.session.tests.models.Tag;
import dev.unirow.testing.DatabaseKind;
import dev.unirow.testing.OnDatabase;
import dev.unirow.testing.PostgresServer;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

@OnDatabase(DatabaseKind.POSTGRESQL)
class PostgresFailuresTest extends DatabaseContract {
    @Test
    void aConstraintThatTheCommitChecksFailsTheCommit() {
        await(db.connect(connection -> connection.execute(
                "alter table tag add constraint uq_tag_text unique (text) deferrable initially deferred")));
        AsyncSession session = db.session();
        try {
            session.addAll(new Tag("a", "same"), new Tag("b", "same"));
            await(session.flush());

            UniqueViolationException failure =
                    catchThrowableOfType(UniqueViolationException.class, () -> await(session.commit()));

            assertThat(failure.constraint()).isEqualTo("uq_tag_text");
            assertThat(failure.model()).isEqualTo(Tag.class);
        } finally {
            await(session.close());
        }
        assertThat(readElsewhere(Tag.class, "a")).isNull();
    }

    @Test
    void aDatabaseThatAllowsNoConnectionsIsUnavailable() {
        String name =
                String.valueOf(rows("select current_database() as name").get(0).get("name"));
        String quoted = "\"" + name + "\"";
        PostgresServer.execute("postgres", "alter database " + quoted + " allow_connections false");
        try {
            PostgresServer.execute(
                    "postgres",
                    "select pg_terminate_backend(pid) from pg_stat_activity where datname = '" + name + "'");

            assertThatThrownBy(() -> await(db.ping()))
                    .isInstanceOf(DatabaseUnavailableException.class)
                    .hasMessageContainingAll("'" + name + "'", "refused the connection", "not currently accepting");
            assertThat(await(db.health()).problem().orElseThrow()).contains("refused the connection");
        } finally {
            PostgresServer.execute("postgres", "alter database " + quoted + " allow_connections true");
        }
    }

    @Test
    void aConnectionThatEndsWhileItIsTakenPrintsNothing() {
        ByteArrayOutputStream printed = new ByteArrayOutputStream();
        PrintStream before = System.err;
        System.setErr(new PrintStream(printed, true, StandardCharsets.UTF_8));
        try {
            assertThatThrownBy(() -> await(db.connect(taken -> taken.select("select pg_backend_pid() as id")
                            .chain(own -> db.connect(other -> other.select(
                                    "select pg_terminate_backend(" + own.get(0).get("id") + ")")))
                            .chain(() -> taken.select("select 1")))))
                    .isInstanceOf(ConnectionLostException.class);
            db.close(); // after it nothing more can be printed
        } finally {
            System.setErr(before);
        }
        assertThat(printed.toString(StandardCharsets.UTF_8)).doesNotContain("Exception");
    }
}
