package dev.unirow.session.tests;

import static dev.unirow.session.Await.await;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.unirow.session.SessionClosedException;
import dev.unirow.session.SqlConnection;
import dev.unirow.session.StatementException;
import dev.unirow.session.tests.models.Tag;
import io.smallrye.mutiny.Uni;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;

/** A plain connection binds its parameters, commits by itself, and is given back. */
abstract class SqlConnectionContract extends DatabaseContract {
    private static Uni<Integer> insert(SqlConnection connection, String label, String text) {
        return connection.execute("insert into tag (label, text) values (?, ?)", Arrays.asList(label, text));
    }

    @Test
    void statementsCommitByThemselvesAndRowsComeAsMaps() {
        String hostile = "'; drop table tag; -- ? $1 \"";

        int changed = await(db.connect(connection -> insert(connection, "a", hostile)));
        List<Map<String, Object>> rows = await(db.connect(
                connection -> connection.select("select label, text from tag where label = ?", List.of("a"))));

        assertThat(changed).isEqualTo(1);
        assertThat(rows).hasSize(1);
        assertThat(rows.get(0)).containsExactly(Map.entry("label", "a"), Map.entry("text", hostile));
    }

    @Test
    void questionMarksInLiteralsAndCommentsAreNoParameters() {
        List<Map<String, Object>> rows = await(db.connect(connection ->
                connection.select("select '?' as mark, /* ? */ cast(? as varchar(9)) as bound -- ?\n", List.of("x"))));

        assertThat(rows.get(0)).containsEntry("mark", "?").containsEntry("bound", "x");
    }

    @Test
    void whatStandsBetweenBeginAndCommitIsOneTransaction() {
        await(db.connect(connection -> connection
                .begin()
                .chain(() -> insert(connection, "a", null))
                .chain(connection::rollback)
                .chain(connection::begin)
                .chain(() -> insert(connection, "b", null))
                .chain(connection::commit)));

        assertThat(readElsewhere(Tag.class, "a")).isNull();
        assertThat(readElsewhere(Tag.class, "b")).isNotNull();
    }

    @Test
    void whatIsLeftOpenIsRolledBack() {
        await(db.connect(connection -> connection.begin().chain(() -> insert(connection, "a", null))));

        assertThat(readElsewhere(Tag.class, "a")).isNull();
        await(db.begin(session -> {
            session.add(new Tag("a", "free again"));
            return session.flush();
        }));
    }

    @Test
    void aStatementThatFailsSaysWhy() {
        assertThatThrownBy(() -> await(db.connect(connection -> connection.execute("nonsense"))))
                .isInstanceOf(StatementException.class)
                .hasMessageContaining("nonsense");
    }

    @Test
    void aConnectionThatOutlivesItsScopeSaysSo() {
        AtomicReference<SqlConnection> leaked = new AtomicReference<>();
        await(db.connect(connection -> {
            leaked.set(connection);
            return connection.select("select 1");
        }));

        assertThatThrownBy(() -> await(leaked.get().select("select 1"))).isInstanceOf(SessionClosedException.class);
    }
}
