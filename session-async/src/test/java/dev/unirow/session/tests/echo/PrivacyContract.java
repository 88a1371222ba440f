package dev.unirow.session.tests.echo;

import static dev.unirow.query.Queries.select;
import static dev.unirow.query.Queries.text;
import static dev.unirow.session.Await.await;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.unirow.session.Database;
import dev.unirow.session.Echo;
import dev.unirow.session.ExecutedStatement;
import dev.unirow.session.exception.StatementException;
import dev.unirow.session.tests.DatabaseContract;
import dev.unirow.session.tests.models.Agent;
import dev.unirow.session.tests.models.Agent.Access;
import dev.unirow.testing.CapturedLog;
import dev.unirow.testing.EachDatabase;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.Test;

/** The value of a {@code @Private} property is in no log and in no listener's hands, wherever it goes. */
@EachDatabase
class PrivacyContract extends DatabaseContract {
    private static final String SECRET = "Dive Wilson";
    private static final String PIN = "4711-0815";

    private final List<ExecutedStatement> heard = new CopyOnWriteArrayList<>();

    @Override
    public Class<?>[] models() {
        return new Class<?>[] {Agent.class};
    }

    @Override
    public Database open() {
        return Database.builder(target.newDatabaseUrl())
                .models(models())
                .echo(Echo.DEBUG)
                .slowStatements(Duration.ofNanos(1))
                .listener(heard::add)
                .open();
    }

    /**
     * Valid here, and misread by who takes it for another database's; each compares with a private value, or reads it.
     */
    private List<String> hardToRead() {
        return switch (target.kind()) {
            case POSTGRESQL ->
                List.of(
                        "/* /* */ ' */ select name from agent where real_name = 'Dive Wilson'",
                        "select name /* a /* b /* ' */ */ ' */ from agent where real_name = 'Dive Wilson'",
                        "select name -- it's\r from agent where real_name = 'Dive Wilson'",
                        "select name from agent where name = $é$ ' $é$ or real_name = $é$Dive Wilson$é$",
                        "select name from agent where name = E'it''s\\'' or real_name = 'Dive Wilson'",
                        "select name from agent where name = E'a'\n'b\\' or name = ' or real_name = 'Dive Wilson'",
                        "select name from U&\"\\0061gent\" where real_name = 'Dive Wilson'",
                        "select name from agent where U&\"real\\005fname\" = 'Dive Wilson'",
                        "select x.* from agent x(a, b, c, d, e)",
                        "select name from agent a where a::text like '%Dive Wilson%'",
                        "select case when a::text like '%Dive Wilson%' then 1 end from agent a",
                        "with x(a, b, c, d, e) as (table agent) select * from x",
                        "select query_to_xml('select * from agent where real_name = ''Dive Wilson''', true, false, '')::text");
            case MARIADB ->
                List.of(
                        "# it's a hero\nselect name from agent where real_name = 'Dive Wilson'",
                        "select name from agent # /*\n where real_name = 'Dive Wilson' # */",
                        "select 5--'1' from agent where real_name = 'Dive Wilson'",
                        "select name from agent where name = 'it\\'s' or real_name = 'Dive Wilson'",
                        "select name from agent where name = \"it's\" or real_name = \"Dive Wilson\"",
                        "select /*! ' */ ', */ name from agent where real_name = 'Dive Wilson' /*! or '' */",
                        "select name from agent where real_name = _utf8mb4'Dive Wilson' or real_name = N'Dive Wilson'",
                        "select real_name as 's' from agent having s = 'Dive Wilson'",
                        "select 'Dive Wilson' union select real_name from agent",
                        "select real_name = 'Dive Wilson' from agent",
                        "with x(a, b, c, d, e) as (select * from agent) select * from x");
            case SQLITE_FILE, SQLITE_MEMORY ->
                List.of(
                        "select name as [it's] from agent where real_name = 'Dive Wilson'",
                        "select name as [/*] from [agent] where [real_name] = 'Dive Wilson' -- [",
                        "select name from 'agent' where real_name = 'Dive Wilson'",
                        "select name from agent where real_name = \"Dive Wilson\"",
                        "select real_name as 's' from agent where s = 'Dive Wilson'",
                        "select case when s = 'Dive Wilson' then 1 end from (select real_name as s from agent) x",
                        "select real_name = 'Dive Wilson' from agent",
                        "select name from agent where name = '\\' or real_name = 'Dive Wilson' or name = '\\'",
                        "select name /* /* ' */ from agent where real_name = 'Dive Wilson'",
                        "select name from agent where real_name = 'Dive Wilson' /* it's",
                        "with x(a, b, c, d, e) as (select * from agent) select * from x");
        };
    }

    private static Agent agent() {
        return new Agent("Deadpond", SECRET, new Access("north", PIN));
    }

    private Long committedAgent() {
        return await(db.begin(session -> {
            Agent agent = agent();
            session.add(agent);
            return session.flush().map(done -> agent.id());
        }));
    }

    private void assertNothingToldBy(CapturedLog log) {
        assertThat(log.lines()).isNotEmpty().noneMatch(line -> line.contains("Wilson") || line.contains(PIN));
        assertThat(heard)
                .isNotEmpty()
                .noneMatch(
                        each -> each.toString().contains("Wilson") || each.sql().contains(PIN));
    }

    @Test
    void insertingUpdatingAndReadingShowTheOtherValues() {
        try (CapturedLog log = CapturedLog.of("unirow")) {
            Long id = committedAgent();
            await(db.begin(session -> session.get(Agent.class, id).invoke(found -> {
                assertThat(found.realName()).isEqualTo(SECRET);
                found.setRealName("Wade " + SECRET).setName("Pool");
            })));

            assertNothingToldBy(log);
            assertThat(log.linesWithoutTimes())
                    .contains("[0.00ms] ('north', ***, 'Deadpond', ***)", "[0.00ms] (" + id + ")")
                    .contains("Row (" + id + ", 'north', ***, 'Deadpond', ***)")
                    .anyMatch(
                            line -> line.matches("\\[0.00ms] \\('north', \\*\\*\\*, 'Pool', \\*\\*\\*, " + id + "\\)"));
        }
    }

    @Test
    void aBatchAndItsKeysAreShownWithoutThem() {
        try (CapturedLog log = CapturedLog.of("unirow")) {
            await(db.begin(session -> session.insertAll(List.of(agent(), agent(), agent(), agent(), agent()))));

            assertNothingToldBy(log);
        }
    }

    @Test
    void queriesByThemTellNothing() {
        try (CapturedLog log = CapturedLog.of("unirow")) {
            committedAgent();
            await(db.read(session ->
                    session.all(select(Agent.class).where(text(Agent::realName).eq(SECRET)))));
            await(db.read(session ->
                    session.all(select(Agent.class).where(text(Agent::realName).icontains("Wilson")))));

            assertNothingToldBy(log);
        }
    }

    @Test
    void aStreamTellsNothing() {
        try (CapturedLog log = CapturedLog.of("unirow")) {
            committedAgent();
            await(db.begin(
                    session -> session.stream(select(Agent.class)).collect().asList()));

            assertNothingToldBy(log);
        }
    }

    @Test
    void plainSqlTellsNothing() {
        try (CapturedLog log = CapturedLog.of("unirow")) {
            await(db.connect(connection -> connection
                    .execute(
                            "insert into agent (name, real_name, access_pin) values (:name, :real, :pin)",
                            Map.of("name", "x", "real", SECRET, "pin", PIN))
                    .chain(() -> connection.execute("insert into agent (name, real_name, access_pin) values ('y', '"
                            + SECRET + "', '" + PIN + "')"))
                    .chain(() -> connection.execute(
                            "update agent set real_name = ?, access_pin = '" + PIN + "' where real_name = ?",
                            List.of(SECRET, SECRET)))
                    .chain(() -> connection.select("select * from agent"))
                    .chain(() -> connection.select("select a.*, upper(real_name) as big from agent a"))
                    .chain(() -> connection.select("select max(access_pin) from agent"))
                    .chain(() -> connection.select("with x as (select real_name as r from agent) select r from x"))
                    .chain(() -> connection.select("select name from agent union select real_name from agent"))
                    .invoke(rows -> assertThat(rows).hasSize(3))));

            assertNothingToldBy(log);
        }
    }

    @Test
    void aFailedStatementTellsNothing() {
        try (CapturedLog log = CapturedLog.of("unirow")) {
            await(db.connect(connection -> connection
                    .execute("insert into agent (id, real_name) values (1, ?)", List.of(SECRET))
                    .chain(() -> connection.execute("insert into agent (id, real_name) values (1, ?)", List.of(SECRET)))
                    .onFailure()
                    .recoverWithItem(0)));

            assertNothingToldBy(log);
            assertThat(log.linesWithoutTimes()).contains("[0.00ms] (***) failed");
        }
    }

    @Test
    void statementsThatAreHardToReadTellNothing() {
        committedAgent();
        for (String sql : hardToRead()) {
            try (CapturedLog log = CapturedLog.of("unirow")) {
                heard.clear();
                await(db.connect(connection -> connection.select(sql)));

                assertNothingToldBy(log);
                assertThat(heard).noneMatch(each -> each.queryText().contains("Wilson"));
            }
        }
    }

    @Test
    void aFailureQuotesNoPrivateLiteral() {
        for (String sql : List.of(
                "select name from agent where real_name 'Dive Wilson'",
                "select name from agent where real_name = 'Dive Wilson",
                "select name from agent where real_name = 'Dive Wilson' frm 'x'",
                "select name frm agent where real_name = 'Dive Wilson'")) {
            try (CapturedLog log = CapturedLog.of("unirow")) {
                assertThatThrownBy(() -> await(db.connect(connection -> connection.select(sql))))
                        .isInstanceOf(StatementException.class)
                        .hasMessageStartingWith("The statement failed: ")
                        .hasMessageNotContaining("Wilson");

                assertNothingToldBy(log);
            }
        }
    }

    @Test
    void aTableOfTheSameColumnIsShown() {
        try (CapturedLog log = CapturedLog.of("unirow")) {
            await(db.connect(connection -> connection
                    .execute("create table visitor (real_name varchar(20))")
                    .chain(() -> connection.execute("insert into visitor (real_name) values (?)", List.of("seen")))
                    .chain(() -> connection.select("select real_name from visitor"))));

            assertThat(log.linesWithoutTimes()).contains("[0.00ms] ('seen')", "Row ('seen')");
        }
    }
}
