package dev.unirow.session.tests.echo;

import static dev.unirow.query.Queries.asc;
import static dev.unirow.query.Queries.select;
import static dev.unirow.session.Await.await;
import static org.assertj.core.api.Assertions.assertThat;

import dev.unirow.session.Database;
import dev.unirow.session.ExecutedStatement;
import dev.unirow.session.StatementListener;
import dev.unirow.session.exception.UniqueViolationException;
import dev.unirow.session.tests.DatabaseContract;
import dev.unirow.session.tests.models.Tag;
import dev.unirow.session.tests.models.User;
import dev.unirow.testing.CapturedLog;
import dev.unirow.testing.EachDatabase;
import dev.unirow.testing.Waiting;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.Test;

/** What a listener is told of statements. */
@EachDatabase
class StatementListenerContract extends DatabaseContract {
    private final List<ExecutedStatement> heard = new CopyOnWriteArrayList<>();
    private final List<String> callers = new CopyOnWriteArrayList<>();

    @Override
    public Database open() {
        return Database.builder(target.newDatabaseUrl())
                .models(models())
                .listener(heard::add)
                .listener(new Failing())
                .listener(new OfCaller())
                .open();
    }

    /** Harms nobody. */
    private static final class Failing implements StatementListener {
        @Override
        public void ended(ExecutedStatement statement) {
            throw new IllegalStateException("on purpose");
        }
    }

    /** Remembers which thread asked for statements. */
    private final class OfCaller implements StatementListener {
        @Override
        public void ended(ExecutedStatement statement) {}

        @Override
        public StatementListener forCaller() {
            String caller = Thread.currentThread().getName();
            return statement -> callers.add(caller + ": " + statement.operation());
        }
    }

    private List<String> operations() {
        return heard.stream().map(ExecutedStatement::operation).toList();
    }

    private ExecutedStatement heard(String operation) {
        return heard.stream()
                .filter(each -> each.operation().equals(operation))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void aTransactionIsToldStatementByStatementUnderOneNumber() {
        heard.clear();
        Instant before = Instant.now().minusMillis(1);
        committedUser("chonky");
        committedUser("phroge");

        assertThat(operations()).containsExactly("BEGIN", "INSERT", "COMMIT", "BEGIN", "INSERT", "COMMIT");
        assertThat(heard.subList(0, 3))
                .extracting(ExecutedStatement::transaction)
                .containsOnly(heard.get(0).transaction());
        assertThat(heard.get(3).transaction()).isNotEqualTo(heard.get(0).transaction());
        ExecutedStatement insert = heard("INSERT");
        assertThat(insert.sql()).startsWith("insert into ");
        assertThat(insert.parameters()).isEqualTo(2);
        assertThat(insert.batchSize()).isEqualTo(1);
        assertThat(insert.rows()).isEqualTo(1);
        assertThat(insert.table()).contains("user");
        assertThat(insert.succeeded()).isTrue();
        assertThat(insert.startedAt()).isBetween(before, Instant.now());
        assertThat(insert.time()).isBetween(Duration.ofNanos(1), Waiting.LIMIT);
        assertThat(insert.database().kind()).isEqualTo(db.kind());
        assertThat(insert.database().name()).isNotEmpty();
    }

    @Test
    void rowsAreCountedWhetherReadChangedOrStreamed() {
        await(db.begin(
                session -> session.insertAll(List.of(new Tag("a", null), new Tag("b", null), new Tag("c", null)))));
        heard.clear();
        await(db.read(session -> session.all(select(Tag.class))));
        await(db.connect(connection -> connection.execute("update tag set text = 'x' where label > 'a'")));
        await(db.begin(session -> session.stream(select(Tag.class).orderBy(asc(Tag::label)))
                .collect()
                .asList()));
        await(db.begin(session -> session.all(select(Tag.class)).chain(tags -> session.delete(tags.get(0)))));

        assertThat(heard.stream().filter(each -> each.operation().equals("SELECT")))
                .extracting(ExecutedStatement::rows)
                .containsExactly(3L, 3L, 3L);
        assertThat(heard("UPDATE").rows()).isEqualTo(2);
        assertThat(heard("UPDATE").transaction()).isZero();
        assertThat(heard("DELETE").rows()).isEqualTo(1);
        assertThat(heard("COMMIT").rows()).isEqualTo(-1);
    }

    @Test
    void aFailureIsToldByItsClassWithoutItsMessage() {
        await(db.begin(session -> session.insertAll(List.of(new Tag("twice", null)))));
        heard.clear();
        await(db.connect(connection -> connection
                .execute("insert into tag (label) values (?)", List.of("twice"))
                .onFailure()
                .recoverWithItem(0)));

        ExecutedStatement failed = heard("INSERT");
        assertThat(failed.succeeded()).isFalse();
        assertThat(failed.failure().type()).isEqualTo(UniqueViolationException.class);
        assertThat(failed.toString()).doesNotContain("twice");
        assertThat(failed.rows()).isEqualTo(-1);
    }

    @Test
    void aListenerThatFailsIsLoggedOnceAndHarmsNothing() {
        try (CapturedLog log = CapturedLog.of("dev.unirow.session.StatementListener");
                Database other = open()) {
            await(other.ping());
            await(other.ping());

            assertThat(log.lines())
                    .containsExactly("The statement listener " + Failing.class.getName()
                            + " has failed. Statements go on without it; further failures of it are not logged.");
            assertThat(log.traces()).singleElement().asString().contains("on purpose");
        }
    }

    @Test
    void eachSessionAsksForTheListenerOfItsCaller() {
        callers.clear();
        String here = Thread.currentThread().getName();
        await(db.read(session -> session.find(User.class, 1)));
        var session = db.session();
        await(session.find(User.class, 1));
        await(session.close());
        await(db.connect(connection -> connection.select("select 1")));

        assertThat(callers)
                .containsExactly(
                        here + ": SELECT", here + ": BEGIN", here + ": SELECT", here + ": ROLLBACK", here + ": SELECT");
    }

    @Test
    void whatOpeningSendsIsNotTold() {
        heard.clear();
        open().close();

        assertThat(heard).isEmpty();
    }
}
