package dev.unirow.session.internal.echo;

import static org.assertj.core.api.Assertions.assertThat;

import dev.unirow.session.internal.wire.ParameterStyle;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.IntPredicate;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Which values of a statement are hidden; {@code hero.secret_name} is private. */
class PrivateColumnsTest {
    private static final Map<String, Set<String>> PRIVATE = Map.of("hero", Set.of("secret_name"));
    private static final Set<String> KNOWN = Set.of("id", "name", "secret_name", "age", "team_id");

    private final PrivateColumns marks = new PrivateColumns(PRIVATE, KNOWN, ParameterStyle.QUESTION_MARKS);
    private final PrivateColumns numbers = new PrivateColumns(PRIVATE, KNOWN, ParameterStyle.NUMBERED);
    private final PrivateColumns mariaDb =
            new PrivateColumns(PRIVATE, KNOWN, ParameterStyle.QUESTION_MARKS_AND_BACKSLASHES);

    /** {@code s} for a value that is shown, {@code h} for one that is hidden. */
    private static String letters(IntPredicate hidden, int count) {
        return IntStream.range(0, count)
                .mapToObj(i -> hidden.test(i) ? "h" : "s")
                .collect(Collectors.joining());
    }

    private static String parameters(PrivateColumns columns, String sql, int count) {
        return letters(columns.of(sql).hidesParameters(count), count);
    }

    private String columns(String sql, String... labels) {
        return letters(marks.of(sql).hidesColumns(List.of(labels)), labels.length);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '\0',
            value = {
                "insert into hero (age,name,secret_name) values (?,?,?) returning id | ssh",
                "insert into hero (age,secret_name,name) values (?,?,?),(?,?,?) | shsshs",
                "insert into hero as h (name,\"secret_name\") values (?,upper(?)) | sh",
                "INSERT INTO public.hero (NAME, SECRET_NAME) VALUES (?, coalesce(?, ?)) | shh",
                "insert into hero (id,name,secret_name) overriding system value values (?,?,?) | ssh",
                "insert into hero values (?,?) | hh",
                "insert into hero (name,secret_name) select ?, ? from team | hh",
                "insert into hero (name) select name from team where id=? | s",
                "insert into hero (name,secret_name) values (?,?) on conflict (id) do update set age=?, secret_name=? | shsh",
                "insert into hero (id,name) values (?,?) on conflict (secret_name) do nothing | ss",
                "update hero set age=?,name=?,secret_name=? where id=? and version=? | sshss",
                "update hero set age=age+?,name=? where id=? | sss",
                "update hero h1_0 set name=? where h1_0.secret_name=? and h1_0.id=? | shh",
                "update hero set name=concat(secret_name,?) where id=? | hs",
                "update hero set (name,secret_name)=(?,?) where id=? | hhs",
                "update team set name=? where id in (select team_id from hero where secret_name=?) | sh",
                "delete from hero where id=? | s",
                "delete from hero where secret_name=? | h",
                "select h1_0.id,h1_0.name,h1_0.secret_name from hero h1_0 where h1_0.id=? | s",
                "select h1_0.id from hero h1_0 where h1_0.secret_name=? limit ? | hh",
                "select h.secret_name as s from hero h where s=? | h",
                "select h.secret_name s, h.id from hero h where h.id=? group by s having s=? | hh",
                "select coalesce(secret_name, ?), name from hero where id=? | hs",
                "select id from team where id=? and name=? | ss",
                "select id from team t join hero h on h.team_id=t.id where t.name=? | s",
                "select id from team t join hero h on h.secret_name=t.name where t.name=? | h",
                "with x as (select secret_name s from hero) select s from x where s=? | h",
                "with x as (select * from hero) select name from x where name=? | h",
                "with x as (select id from hero) select id from x where id=? | s",
                "select name from team where name=? union select name from hero where secret_name=? | hh",
                "select id from hero where data->>'secret_name'=? | h",
                "select id from hero h where h=row(?,?) | hh",
                "select id /* secret_name */ from hero where id=? -- secret_name | s",
                "merge into hero using x on x.id=? when matched then update set secret_name=? | hh",
            })
    void aParameterIsHiddenWhereItMayBeAPrivateValue(String sql, String wanted) {
        assertThat(parameters(marks, sql, wanted.length())).isEqualTo(wanted);
        assertThat(parameters(mariaDb, sql.replace('"', '`'), wanted.length())).isEqualTo(wanted);
        assertThat(parameters(numbers, numbered(sql), wanted.length())).isEqualTo(wanted);
    }

    private static String numbered(String sql) {
        StringBuilder text = new StringBuilder();
        int n = 1;
        for (char c : sql.toCharArray()) {
            text.append(c == '?' ? "$" + n++ : String.valueOf(c));
        }
        return text.toString();
    }

    @Test
    void aNumberedParameterIsHiddenWhereverItIsUsed() {
        String sql = "insert into hero (name,secret_name,age) values ($2,$1,$3),($1,$2,$12)";
        assertThat(parameters(numbers, sql, 12)).isEqualTo("hhssssssssss");
    }

    @Test
    void allParametersAreHiddenWhereTheirNumberIsNotTheTexts() {
        assertThat(parameters(marks, "delete from hero where id=?", 2)).isEqualTo("hh");
        assertThat(parameters(marks, "delete from team where id=?", 2)).isEqualTo("ss");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '\0',
            value = {
                "select h1_0.id,h1_0.name,h1_0.secret_name from hero h1_0 | id,name,secret_name | ssh",
                "select * from hero | id,name,secret_name,unknown | sshh",
                "select h.*, upper(secret_name) u from hero h | id,name,secret_name,u | hhhh",
                "select t.name, h.* from hero h join team t on t.id=h.team_id | name,id,secret_name | ssh",
                "select upper(secret_name), count(*), count(h.id) n from hero h | upper,count,n | hss",
                "select secret_name as name, id from hero | name,id | hs",
                "select h from hero h | h | h",
                "select row_to_json(h), h.id from hero h | row_to_json,id | hs",
                "select id from hero where secret_name is not null | id | s",
                "select s from (select secret_name as s from hero) x | s | h",
                "select x.id from (select * from hero) x | id | h",
                "select id,name from team union select id,secret_name from hero | id,name | hh",
                "insert into hero (secret_name) values (?) returning id | id | s",
                "insert into hero (secret_name) values (?) returning * | id,secret_name | sh",
                "update hero set name=? returning secret_name as name, id | name,id | hs",
                "insert into hero (secret_name) values (?) | id | s",
                "select id::text as label, 1, null from hero | label,a,b | sss",
                "select secret_name from team | secret_name | s",
            })
    void aColumnOfTheResultIsHiddenUnlessItIsSurelyAnother(String sql, String labels, String wanted) {
        assertThat(columns(sql, labels.split(","))).isEqualTo(wanted);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '\0',
            value = {
                "select id from hero where secret_name='Dive' and age>30 | select id from hero where secret_name=*** and age>***",
                "update hero set secret_name='Dive',age=31 where id=1 | update hero set secret_name=***,age=31 where id=1",
                "insert into hero (name,secret_name) values ('D',E'x\\'y') | insert into hero (name,secret_name) values ('D',***)",
                "insert into hero (age,secret_name) values (12.5,$x$it's$x$) | insert into hero (age,secret_name) values (12.5,***)",
            })
    void aLiteralIsStruckOutWhereItMayBeAPrivateValue(String sql, String shown) {
        assertThat(numbers.of(sql).shown(sql)).isEqualTo(shown);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "create table hero (id integer, secret_name varchar(255) default 'x')",
                "select h1_0.id,h1_0.secret_name from hero h1_0 where h1_0.name='Dive' limit 3",
                "select 'secret_name', 1 from team",
                "PRAGMA table_info(hero)",
                ""
            })
    void whatHoldsNoPrivateValueIsShownWhole(String sql) {
        assertThat(marks.of(sql).shown(sql)).isEqualTo(sql);
    }

    @Test
    void withoutPrivateColumnsNothingIsRead() {
        PrivateColumns none = new PrivateColumns(Map.of(), KNOWN, ParameterStyle.NUMBERED);
        assertThat(none.of("insert into hero values ($1)")).isSameAs(StatementPrivacy.OPEN);
    }
}
