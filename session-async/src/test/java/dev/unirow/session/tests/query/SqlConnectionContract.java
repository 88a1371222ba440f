package dev.unirow.session.tests.query;

import static dev.unirow.session.Await.await;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.unirow.session.SqlConnection;
import dev.unirow.session.exception.RowMappingException;
import dev.unirow.session.exception.SessionClosedException;
import dev.unirow.session.exception.StatementException;
import dev.unirow.session.tests.DatabaseContract;
import dev.unirow.session.tests.models.Tag;
import dev.unirow.testing.EachDatabase;
import io.smallrye.mutiny.Uni;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;

/** A plain connection binds its parameters, commits by itself, and is given back. */
@EachDatabase
class SqlConnectionContract extends DatabaseContract {
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
    void aFailureThatIsTakenBackToASavepointLetsTheRestBeCommitted() {
        await(db.connect(connection -> connection
                .begin()
                .chain(() -> insert(connection, "a", null))
                .chain(() -> connection.execute("savepoint here"))
                .chain(() -> insert(connection, "a", null)
                        .onFailure()
                        .recoverWithUni(() -> connection.execute("rollback to savepoint here")))
                .chain(() -> insert(connection, "b", null))
                .chain(connection::commit)));

        assertThat(readElsewhere(Tag.class, "a")).isNotNull();
        assertThat(readElsewhere(Tag.class, "b")).isNotNull();
    }

    @Test
    void whetherATransactionIsOpenIsKnown() {
        List<Boolean> seen = await(db.connect(connection -> connection
                .isInTransaction()
                .chain(before -> connection
                        .begin()
                        .chain(connection::isInTransaction)
                        .chain(within -> connection
                                .rollback()
                                .chain(connection::isInTransaction)
                                .map(after -> List.of(before, within, after))))));

        assertThat(seen).containsExactly(false, true, false);
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

    record Labelled(String label, String theText) {}

    record Counted(int n) {}

    record Measured(double n) {}

    record Narrow(float n) {}

    @Test
    void namedParametersAndRecordsAreUnderstood() {
        List<Labelled> rows = await(db.connect(connection -> connection
                .execute("insert into tag (label, text) values (:label, :text)", Map.of("label", "a", "text", ":b"))
                .chain(() -> connection.select(
                        Labelled.class,
                        "select label, text as the_text from tag where label = :label -- :none",
                        Map.of("label", "a")))));

        assertThat(rows).containsExactly(new Labelled("a", ":b"));
    }

    @Test
    void rowsThatDoNotFitTheirRecordAreRefusedWithTheReason() {
        assertThatThrownBy(() -> await(db.connect(c -> c.select(Counted.class, "select 1 as m"))))
                .isInstanceOf(RowMappingException.class)
                .hasMessageContaining("no column for the component 'n'");
        assertThatThrownBy(() -> await(db.connect(c -> c.select(Counted.class, "select 1 as n, 2 as m"))))
                .hasMessageContaining("no component for the column 'm'");
        assertThatThrownBy(() -> await(db.connect(c -> c.select(Counted.class, "select null as n"))))
                .hasMessageContaining("column 'n' is null, and its component is int. Make that Integer");
        assertThatThrownBy(() -> await(db.connect(c -> c.select(Counted.class, "select 'x' as n"))))
                .hasMessageContaining("column 'n' holds a String that is no int");
        assertThat(await(db.<List<Counted>>connect(c -> c.select(Counted.class, "select count(*) as n from tag"))))
                .containsExactly(new Counted(0));
    }

    @Test
    void aNumberIsReadExactlyOrNotAtAll() {
        assertThatThrownBy(() -> await(db.connect(c -> c.select(Measured.class, "select 9007199254740993 as n"))))
                .hasMessageContaining("column 'n' holds a Long that is no double");
        assertThat(await(db.<List<Measured>>connect(c -> c.select(Measured.class, "select 9007199254740992 as n"))))
                .containsExactly(new Measured(9007199254740992.0));
        assertThatThrownBy(() -> await(db.connect(c -> c.select(Narrow.class, "select 1e300 as n"))))
                .hasMessageContaining("that is no float");
        assertThat(await(db.<List<Narrow>>connect(c -> c.select(Narrow.class, "select 0.1 as n"))))
                .containsExactly(new Narrow(0.1f));
    }

    @Test
    void textWithNulAndValuesThatDoNotFitAreRefusedAtTheCall() {
        assertThatThrownBy(() -> await(db.connect(c -> insert(c, "a\0", null)))).hasMessageContaining("NUL");
        assertThatThrownBy(() -> await(db.connect(c -> c.select("select ?", List.of(1, 2)))))
                .hasMessage("The statement has 1 parameter and was given 2 values.");
    }

    @Test
    void severalStatementsRunInTheirOrder() {
        await(db.connect(c -> c.executeAll(
                List.of("insert into tag (label) values ('a')", "update tag set text = 'x' where label = 'a'"))));

        assertThat(readElsewhere(Tag.class, "a").text()).isEqualTo("x");
    }
}
