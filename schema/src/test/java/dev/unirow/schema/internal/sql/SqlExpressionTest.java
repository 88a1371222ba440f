package dev.unirow.schema.internal.sql;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.unirow.schema.DatabaseKind;
import dev.unirow.schema.SchemaException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SqlExpressionTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "age>=0 | (age >= 0)",
                "Age >= 0 | age>=0",
                "\"age\" >= 0 | age >= 0",
                "ordinal between 0 and 1 | ((ordinal >= 0) AND (ordinal <= 1))",
                "n not between 0 and 1 | ((n < 0) OR (n > 1))",
                "(age<=150) and (age>=0) and a > 1 | (((age <= 150) AND (age >= 0)) AND (a > 1))",
                "status in ('NEW','OLD') | ((status)::text = ANY ((ARRAY['NEW'::character varying, 'OLD'::character varying])::text[]))",
                "status not in ('NEW','OLD') | ((status)::text <> ALL ((ARRAY['NEW'::character varying, 'OLD'::character varying])::text[]))",
                "n in (0, 1) | (n = ANY (ARRAY[0, 1]))",
                "\"limit\" <= number or number is null | ((\"limit\" <= number) OR (number IS NULL))",
                "email like '%@%' | ((email)::text ~~ '%@%'::text)",
                "email not like 'a%' | ((email)::text !~~ 'a%'::text)",
                "length(name) > 2 | (length((name)::text) > 2)",
                "a != 1 | (a <> 1)",
                "x > -1 | (x > '-1'::integer)",
                "x > 1.5e3 | (x > '1500'::numeric)",
                "'NEW' | 'NEW'::character varying(20)",
                "current_timestamp | now()",
                "cast(a as bigint) = 1 | a = 1",
                "a = 1 /* one */ | a = 1",
                "a = 1 /* /* it's */ it's */ | a = 1",
                "name <> E'it\\'s' | ((name)::text <> e'it\\'s'::text)",
                "name <> $$it's$$ | (name <> $$it's$$::text)",
                "tags [1] = 'it''s' or tags[2] <> ']' | tags[1] = 'it''s'::text or tags [2] <> ']'",
                "case when a then 1 else 2 end | CASE WHEN a THEN 1 ELSE 2 END",
            })
    void theSameConditionWrittenTwoWaysIsOne(String one, String other) {
        assertThat(canonical(one)).isEqualTo(canonical(other));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "(a or b) and c | a or (b and c)",
                "a - (b - c) | a - b - c",
                "a * (b + c) | a * b + c",
                "not (a and b) | not a and b",
                "\"Age\" > 1 | age > 1",
                "name = 'A' | name = 'a'",
                "n in (0, 1) | n in (1, 0)",
                "'1' | 1",
                "-a | a",
                "case when a then 1 else 2 end | case when a then 2 else 1 end",
            })
    void conditionsThatMeanDifferentThingsStayApart(String one, String other) {
        assertThat(canonical(one)).isNotEqualTo(canonical(other));
    }

    private static String canonical(String expression) {
        return SqlExpression.canonical(DatabaseKind.POSTGRESQL, expression);
    }

    @Test
    void aNameIsReplacedInTheLanguageOfTheDatabase() {
        assertThat(SqlExpression.renamed(DatabaseKind.MARIADB, "`age` > 1 and a <> 'it\\'s age' # age", "age", "order"))
                .isEqualTo("`order` > 1 and a <> 'it\\'s age' # age");
        assertThat(SqlExpression.renamed(DatabaseKind.SQLITE, "[age]>1 and[it's]<>age", "age", "order"))
                .isEqualTo("\"order\">1 and[it's]<>\"order\"");
    }

    @Test
    void aCommentThatDoesNotEndIsRefusedWhereTheDatabaseRefusesIt() {
        assertThatThrownBy(() -> canonical("age > 1 /* it's"))
                .isInstanceOf(SchemaException.class)
                .hasMessage("The comment at character 9 does not end in: age > 1 /* it's");
        assertThat(SqlExpression.canonical(DatabaseKind.SQLITE, "age > 1 /* it's"))
                .isEqualTo(SqlExpression.canonical(DatabaseKind.SQLITE, "age > 1"));
    }

    @Test
    void aNameIsReplacedButNotTheSameWordInAString() {
        assertThat(SqlExpression.renamed(DatabaseKind.POSTGRESQL, "\"age\" > 1 and age <> 'age'", "age", "order"))
                .isEqualTo("\"order\" > 1 and \"order\" <> 'age'");
    }
}
