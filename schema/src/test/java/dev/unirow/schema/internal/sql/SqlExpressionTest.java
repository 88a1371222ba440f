package dev.unirow.schema.internal.sql;

import static org.assertj.core.api.Assertions.assertThat;

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
                "case when a then 1 else 2 end | CASE WHEN a THEN 1 ELSE 2 END",
            })
    void theSameConditionWrittenTwoWaysIsOne(String one, String other) {
        assertThat(SqlExpression.canonical(one)).isEqualTo(SqlExpression.canonical(other));
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
        assertThat(SqlExpression.canonical(one)).isNotEqualTo(SqlExpression.canonical(other));
    }

    @Test
    void aNameIsReplacedButNotTheSameWordInAString() {
        assertThat(SqlExpression.renamed("\"age\" > 1 and age <> 'age'", "age", "order"))
                .isEqualTo("\"order\" > 1 and \"order\" <> 'age'");
    }
}
