package dev.unirow.session.tests.echo;

import static dev.unirow.query.Queries.asc;
import static dev.unirow.query.Queries.select;
import static dev.unirow.query.Queries.text;
import static dev.unirow.session.Await.await;
import static dev.unirow.session.ScopeOptions.options;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.unirow.session.AsyncSession;
import dev.unirow.session.Database;
import dev.unirow.session.Echo;
import dev.unirow.session.tests.DatabaseContract;
import dev.unirow.session.tests.models.Tag;
import dev.unirow.session.tests.models.User;
import dev.unirow.testing.CapturedLog;
import dev.unirow.testing.EachDatabase;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What the echo shows, line by line. */
@EachDatabase
class EchoContract extends DatabaseContract {
    private String parameter(int n) {
        return target.kind().parameter(n);
    }

    private String quoted(String name) {
        return target.kind().quoted(name);
    }

    @Test
    void oneSessionIsShownFromItsFirstStatementToItsRollback() {
        try (CapturedLog echo = CapturedLog.of("unirow.engine")) {
            db.echo(Echo.ON);
            AsyncSession session = db.session();
            User user = new User("chonky");
            session.add(user);
            await(session.commit());
            await(session.refresh(user));
            await(session.close());

            assertThat(echo.linesWithoutTimes())
                    .containsExactly(
                            "BEGIN (implicit)",
                            "insert into " + quoted("user") + " (name,version) values (" + parameter(1) + ","
                                    + parameter(2) + ") returning id",
                            "[0.00ms] ('chonky', 0)",
                            "COMMIT",
                            "BEGIN (implicit)",
                            "select u1_0.id,u1_0.name,u1_0.version from " + quoted("user") + " u1_0 where u1_0.id="
                                    + parameter(1),
                            "[0.00ms] (1)",
                            "ROLLBACK");
        }
    }

    @Test
    void whatOpeningSendsIsNotShown() {
        try (CapturedLog echo = CapturedLog.of("unirow.engine");
                Database other =
                        Database.builder(target.newDatabaseUrl()).echo(Echo.ON).open()) {
            assertThat(echo.lines()).isEmpty();

            await(other.ping());
            assertThat(echo.linesWithoutTimes()).containsExactly("select 1", "[0.00ms] ()");
        }
    }

    @Test
    void theEchoIsSwitchedWhileASessionIsOpen() {
        AsyncSession session = db.session();
        try (CapturedLog echo = CapturedLog.of("unirow.engine")) {
            await(session.find(User.class, 1));
            assertThat(echo.lines()).isEmpty();

            db.echo(Echo.ON);
            await(session.find(User.class, 2));
            assertThat(echo.linesWithoutTimes()).endsWith("[0.00ms] (2)");

            db.echo(Echo.OFF);
            echo.clear();
            await(session.find(User.class, 3));
            assertThat(echo.lines()).isEmpty();
        } finally {
            await(session.close());
        }
    }

    @Test
    void aBatchIsOneStatementWhoseRowsAreShortened() {
        try (CapturedLog echo = CapturedLog.of("unirow.engine")) {
            db.echo(Echo.ON);
            await(db.begin(session -> {
                for (int i = 0; i < 5; i++) {
                    session.add(new Tag("t" + i, null));
                }
                return session.flush();
            }));

            List<String> lines = echo.linesWithoutTimes();
            assertThat(lines.get(lines.size() - 2))
                    .isEqualTo("[0.00ms] [(null, 't0'), (null, 't1'), (null, 't2'), … 2 more]");
        }
    }

    @Test
    void aLongValueIsCut() {
        try (CapturedLog echo = CapturedLog.of("unirow.engine")) {
            db.echo(Echo.ON);
            await(db.begin(session -> {
                session.add(new Tag("a", "x".repeat(200)));
                return session.flush();
            }));

            assertThat(echo.lines()).anyMatch(line -> line.contains("xxx…' (200 characters)"));
        }
    }

    @Test
    void aStatementThatFailsIsMarked() {
        try (CapturedLog echo = CapturedLog.of("unirow.engine")) {
            await(db.begin(session -> {
                session.add(new Tag("a", null));
                return session.flush();
            }));
            db.echo(Echo.ON);
            await(db.begin(session -> {
                        session.add(new Tag("a", null));
                        return session.flush();
                    })
                    .onFailure()
                    .recoverWithNull());

            assertThat(echo.linesWithoutTimes())
                    .contains("[0.00ms] (null, 'a') failed")
                    .endsWith("ROLLBACK");
        }
    }

    @Test
    void debugShowsTheRowsToo() {
        committedUser("chonky");
        try (CapturedLog echo = CapturedLog.of("unirow.engine")) {
            db.echo(Echo.DEBUG);
            await(db.read(session -> session.get(User.class, 1)));
            await(db.connect(connection -> connection.execute("update " + quoted("user") + " set name = 'x'")));

            assertThat(echo.linesWithoutTimes())
                    .containsExactly(
                            "select u1_0.id,u1_0.name,u1_0.version from " + quoted("user") + " u1_0 where u1_0.id="
                                    + parameter(1),
                            "[0.00ms] (1)",
                            "Col ('id', 'name', 'version')",
                            "Row (1, 'chonky', 0)",
                            "update " + quoted("user") + " set name = 'x'",
                            "[0.00ms] ()");
        }
    }

    @Test
    void manyRowsAndManyParametersAreShortened() {
        await(db.begin(session -> session.insertAll(IntStream.range(0, 27)
                .mapToObj(i -> new Tag("t" + (10 + i), null))
                .toList())));
        List<String> labels = IntStream.range(0, 120).mapToObj(i -> "t" + i).toList();
        try (CapturedLog echo = CapturedLog.of("unirow.engine")) {
            db.echo(Echo.DEBUG);
            await(db.read(session -> session.all(
                    select(Tag.class).where(text(Tag::label).in(labels)).orderBy(asc(Tag::label)))));

            List<String> lines = echo.linesWithoutTimes();
            assertThat(lines.get(1))
                    .startsWith("[0.00ms] ('t0', 't1', ")
                    .contains("'t49', … 20 more …, 't70', ")
                    .endsWith("'t119')");
            assertThat(lines.subList(3, lines.size()))
                    .hasSize(11)
                    .startsWith("Row ('t10', null)")
                    .endsWith("Row ('t19', null)", "… 17 more");
        }
    }

    @Test
    void whatStreamsIsShownAtItsQueryAndWithDebugItsRowsAsTheyAreRead() {
        await(db.begin(session -> session.insertAll(List.of(new Tag("a", "1"), new Tag("b", "2")))));
        try (CapturedLog echo = CapturedLog.of("unirow.engine")) {
            db.echo(Echo.DEBUG);
            await(db.begin(session -> session.stream(select(Tag.class).orderBy(asc(Tag::label)))
                    .collect()
                    .asList()));

            assertThat(echo.linesWithoutTimes())
                    .containsSubsequence(
                            "BEGIN (implicit)", "[0.00ms] ()", "Row ('a', '1')", "Row ('b', '2')", "COMMIT");
        }
    }

    @Test
    void savepointsDefinitionsAndPlainConnectionsAreShown() {
        try (CapturedLog echo = CapturedLog.of("unirow.engine")) {
            db.echo(Echo.ON);
            await(db.begin(session -> session.nested(inner -> {
                inner.add(new Tag("a", null));
                return inner.flush();
            })));
            await(db.connect(connection -> connection
                    .begin()
                    .chain(() -> connection.select("select label from tag where label = ?", List.of("a")))
                    .chain(connection::rollback)));
            await(db.dropAll());

            List<String> lines = echo.linesWithoutTimes();
            assertThat(lines).anyMatch(line -> line.startsWith("SAVEPOINT "));
            assertThat(lines).anyMatch(line -> line.startsWith("RELEASE SAVEPOINT "));
            assertThat(lines)
                    .containsSubsequence(
                            "BEGIN (implicit)",
                            "select label from tag where label = " + parameter(1),
                            "[0.00ms] ('a')",
                            "ROLLBACK");
            assertThat(lines).anyMatch(line -> line.toLowerCase(Locale.ROOT).startsWith("drop table"));
        }
    }

    @Test
    void aScopeHasAnEchoOfItsOwn() {
        try (CapturedLog echo = CapturedLog.of("unirow.engine")) {
            await(db.read(options().echo(Echo.ON), session -> session.find(User.class, 1)));
            assertThat(echo.linesWithoutTimes()).hasSize(2).endsWith("[0.00ms] (1)");
            echo.clear();

            await(db.read(session -> session.find(User.class, 1)));
            assertThat(echo.lines()).isEmpty();

            db.echo(Echo.DEBUG);
            await(db.begin(options().echo(Echo.OFF).retry(1), session -> session.find(User.class, 1)));
            await(db.connect(options().echo(Echo.OFF), connection -> connection.select("select 1")));
            assertThat(echo.lines()).isEmpty();

            await(db.connect(options().echo(Echo.DEBUG), connection -> connection.select("select 1 as one")));
            assertThat(echo.linesWithoutTimes())
                    .containsExactly("select 1 as one", "[0.00ms] ()", "Col ('one')", "Row (1)");
        }
    }

    @Test
    void parametersAndRowsAreHiddenWhereAskedFor() {
        try (CapturedLog echo = CapturedLog.of("unirow");
                Database quiet = Database.builder(target.newDatabaseUrl())
                        .models(models())
                        .hideParameters()
                        .slowStatements(Duration.ofNanos(1))
                        .echo(Echo.DEBUG)
                        .open()) {
            await(quiet.createAll());
            await(quiet.begin(session -> session.insertAll(List.of(new Tag("mine", "a"), new Tag("yours", "b")))));
            await(quiet.read(session -> session.all(select(Tag.class))));

            assertThat(echo.linesWithoutTimes())
                    .contains("[0.00ms] (parameters hidden)", "(2 rows hidden)")
                    .noneMatch(line -> line.contains("mine") || line.contains("yours"));
        }
    }

    @Test
    void aSlowStatementIsLoggedWithTheEchoOff() {
        String url = target.newDatabaseUrl();
        try (CapturedLog log = CapturedLog.of("unirow");
                Database slow = Database.builder(url)
                        .models(models())
                        .slowStatements(Duration.ofNanos(1))
                        .open();
                Database quick = Database.builder(target.newDatabaseUrl())
                        .models(models())
                        .slowStatements(Duration.ofMinutes(5))
                        .open()) {
            await(quick.ping());
            assertThat(log.lines()).isEmpty();

            await(slow.createAll());
            log.clear();
            await(slow.read(session -> session.find(Tag.class, "chonky")));
            assertThat(log.linesWithoutTimes())
                    .containsExactly(
                            "Slow statement [0.00ms]: select t1_0.label,t1_0.text from tag t1_0 where t1_0.label="
                                    + parameter(1) + " ('chonky')");
            log.clear();

            await(slow.connect(connection -> connection.select("select no_such_column from tag"))
                    .onFailure()
                    .recoverWithNull());
            assertThat(log.linesWithoutTimes())
                    .containsExactly("Slow statement [0.00ms], which failed: select no_such_column from tag ()");
        }
    }

    @Test
    void aThresholdThatIsNoTimeIsRefused() {
        assertThatThrownBy(() -> Database.builder("sqlite://").slowStatements(Duration.ZERO))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("The time from which on a statement is slow is above zero, not PT0S.");
    }
}
