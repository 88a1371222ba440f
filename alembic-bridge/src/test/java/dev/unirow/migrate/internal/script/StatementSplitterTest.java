package dev.unirow.migrate.internal.script;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;

class StatementSplitterTest {
    @Test
    void statementsEndAtSemicolonsAndKnowTheirLine() {
        assertThat(items("create table a (id int);\n\n  -- why\ninsert into a\nvalues (1);;\nselect 1", "sqlite"))
                .containsExactly(
                        new ScriptItem.Statement("create table a (id int)", 10),
                        new ScriptItem.Statement("insert into a\nvalues (1)", 13),
                        new ScriptItem.Statement("select 1", 15));
    }

    @Test
    void semicolonsInQuotesAndCommentsStay() {
        String statement = "insert into \"a;b\" values ('x; -- ''no''', `c;d`) -- tail; 'open\n/* ; ' */ where 1=1";
        assertThat(sql(statement + ";\nselect 2;", "sqlite")).containsExactly(statement, "select 2");
    }

    @Test
    void dollarQuotesHideEverythingOnPostgresqlOnly() {
        String function =
                "create function f() returns int as $body$ begin return 1; -- $$ ;\nend; $body$ language plpgsql";
        assertThat(sql(function + ";select $1;", "postgresql")).containsExactly(function, "select $1");
        assertThat(sql("select $a$;select $a$", "sqlite")).containsExactly("select $a$", "select $a$");
    }

    @Test
    void backslashEscapesWhereTheDialectHasThem() {
        assertThat(sql("select E'it\\'s; fine';select 2", "postgresql"))
                .containsExactly("select E'it\\'s; fine'", "select 2");
        assertThat(sql("select 'a\\';select 2", "postgresql")).containsExactly("select 'a\\'", "select 2");
        assertThat(sql("select 'it\\'s; fine';select 2", "mariadb"))
                .containsExactly("select 'it\\'s; fine'", "select 2");
    }

    @Test
    void blockCommentsNestOnPostgresqlOnly() {
        assertThat(sql("/* a /* b */ ; */ select 1", "postgresql")).containsExactly("select 1");
        assertThat(sql("/* a /* b */ select 1", "sqlite")).containsExactly("select 1");
    }

    @Test
    void commentsAreThoseOfTheDialect() {
        assertThat(sql("create table a(b int); # don't\ncreate table c(d int);", "mariadb"))
                .containsExactly("create table a(b int)", "create table c(d int)");
        assertThat(sql("select 5--3;\nselect 2;", "mariadb")).containsExactly("select 5--3", "select 2");
        assertThat(sql("select 5--3;\n;select 2;", "sqlite")).containsExactly("select 5--3;", "select 2");
        assertThat(sql("select '{1}' # 'a;';select 2;", "postgresql"))
                .containsExactly("select '{1}' # 'a;'", "select 2");
        assertThat(sql("select 1 -- it's\r;select 2;", "postgresql")).containsExactly("select 1 -- it's", "select 2");
    }

    @Test
    void quotesAreThoseOfTheDialect() {
        assertThat(sql("select 1 as [it's;];select 2;", "sqlite")).containsExactly("select 1 as [it's;]", "select 2");
        assertThat(sql("select \"it\\\";\";select 2;", "mariadb")).containsExactly("select \"it\\\";\"", "select 2");
        assertThat(sql("select a[1;select ']';", "postgresql")).containsExactly("select a[1", "select ']'");
        assertThat(sql("select $é$;$é$;select a$b$, 'b$;';", "postgresql"))
                .containsExactly("select $é$;$é$", "select a$b$, 'b$;'");
    }

    @Test
    void bodyOfATriggerIsOneStatement() {
        String trigger = """
                CREATE TEMP TRIGGER IF NOT EXISTS t AFTER UPDATE ON a BEGIN
                    UPDATE a SET n = CASE WHEN n > 1 THEN 1 ELSE 2 END;
                    INSERT INTO log VALUES ('END;');
                END""";
        assertThat(sql(trigger + ";\nSELECT 1;", "sqlite")).containsExactly(trigger, "SELECT 1");
    }

    @Test
    void bodyOfAMariadbRoutineMayHoldBlocks() {
        String routine = """
                CREATE PROCEDURE p() BEGIN
                    IF 1 = 1 THEN SELECT 1; END IF;
                    CASE 1 WHEN 1 THEN SELECT 2; END CASE;
                    BEGIN SELECT 3; END;
                    WHILE 0 DO SELECT 4; END WHILE;
                END""";
        assertThat(sql(routine + ";\nSELECT 5", "mariadb")).containsExactly(routine, "SELECT 5");
    }

    @Test
    void triggerThatCallsAFunctionEndsAtItsSemicolon() {
        assertThat(sql(
                        "create trigger t before insert on a for each row when (case when true then 1 end = 1) execute function f();select 1",
                        "postgresql"))
                .hasSize(2);
    }

    @Test
    void columnNamedLikeABlockDoesNotOpenOne() {
        assertThat(sql("create table a (\"begin\" int, begin int, trigger int);select 1", "sqlite"))
                .hasSize(2);
    }

    @Test
    void directivesStandBetweenStatements() {
        assertThat(items(
                        "-- destructive: drops team.city\n-- transaction: none\n-- batch team (id, \"full, name\")\nselect 1;\n-- call com.acme.FillSlug\n-- call it a day\n",
                        "sqlite"))
                .containsExactly(
                        new ScriptItem.Destructive("drops team.city", 10),
                        new ScriptItem.NoTransaction(11),
                        new ScriptItem.Batch("team", List.of("id", "full, name"), 12),
                        new ScriptItem.Statement("select 1", 13),
                        new ScriptItem.Call("com.acme.FillSlug", 14));
    }

    @Test
    void whatIsNotClosedIsNamedWithItsLine() {
        assertThatThrownBy(() -> items("select 1;\nselect 'a\n;", "sqlite"))
                .hasMessage("line 11: the quote ' that opens here is not closed.");
        assertThatThrownBy(() -> items("\nselect $x$ a", "postgresql"))
                .hasMessage("line 11: the quote $x$ that opens here is not closed.");
        assertThatThrownBy(() -> items("/* a", "sqlite"))
                .hasMessage("line 10: the comment that starts here is not closed.");
        assertThatThrownBy(() -> items("create trigger t after insert on a begin select 1;", "sqlite"))
                .hasMessage("line 10: the statement's BEGIN or CASE has no END.");
        assertThatThrownBy(() -> items("select 1\n-- call com.acme.FillSlug\n;", "sqlite"))
                .hasMessage("line 11: a directive stands inside the statement that starts on line 10."
                        + " End that statement with ';' first.");
        assertThatThrownBy(() -> items("-- batch team", "sqlite"))
                .hasMessage("line 10: a comment that starts with 'batch' is a directive, as in"
                        + " '-- batch team (id, name)'. Write it so, or reword the comment.");
        assertThatThrownBy(() -> items("-- transaction: some", "sqlite"))
                .hasMessage("line 10: '-- transaction:' knows only 'none', found 'some'.");
    }

    private static List<ScriptItem> items(String text, String dialect) {
        return StatementSplitter.split(text, 10, dialect);
    }

    private static List<String> sql(String text, String dialect) {
        return items(text, dialect).stream()
                .map(item -> ((ScriptItem.Statement) item).sql())
                .toList();
    }
}
