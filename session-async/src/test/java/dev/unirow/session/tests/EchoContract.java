package dev.unirow.session.tests;

import static dev.unirow.session.Await.await;
import static org.assertj.core.api.Assertions.assertThat;

import dev.unirow.session.AsyncSession;
import dev.unirow.session.Database;
import dev.unirow.session.Echo;
import dev.unirow.session.tests.models.Tag;
import dev.unirow.session.tests.models.User;
import dev.unirow.testing.CapturedLog;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What the echo shows, line by line. */
abstract class EchoContract extends DatabaseContract {
    /** How this database marks the n-th parameter. */
    abstract String parameter(int n);

    /** How this database quotes a name. */
    String quoted(String name) {
        return '"' + name + '"';
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
                        Database.builder(newDatabaseUrl()).echo(Echo.ON).open()) {
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
}
