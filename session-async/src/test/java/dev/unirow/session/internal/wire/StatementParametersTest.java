package dev.unirow.session.internal.wire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class StatementParametersTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '~',
            quoteCharacter = '`',
            value = {
                "a = ? and b = ? ~ a = $1 and b = $2",
                "'?' || 'it''s ?' || ? ~ '?' || 'it''s ?' || $1",
                "\"od?d\" = ? ~ \"od?d\" = $1",
                "$$?$$ || $tag$ ? $$ ? $tag$ || ? ~ $$?$$ || $tag$ ? $$ ? $tag$ || $1",
                "/* ? */ ? -- ? ~ /* ? */ $1 -- ?",
                "a ?? b and c = ? ~ a ? b and c = $1",
                "cost = '5$' and x = ? ~ cost = '5$' and x = $1",
                "a$b = ? and c$d = ? ~ a$b = $1 and c$d = $2",
                "e'it\\'s ?' || ? ~ e'it\\'s ?' || $1"
            })
    void questionMarksAreNumberedWhereTheyAreParameters(String sql, String numbered) {
        assertThat(ParameterStyle.NUMBERED
                        .bind(sql, List.of(1, 2).subList(0, marks(numbered)))
                        .sql())
                .isEqualTo(numbered);
    }

    private static int marks(String numbered) {
        return numbered.contains("$2") ? 2 : 1;
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '~',
            quoteCharacter = '`',
            value = {
                "a = :a or b = :b or c = :a ~ a = $1 or b = $2 or c = $1 ~ a = ? or b = ? or c = ?",
                "':a' || :a::text || \":b\" ~ ':a' || $1::text || \":b\" ~ ':a' || ?::text || \":b\"",
                "/* :a */ :a -- :b ~ /* :a */ $1 -- :b ~ /* :a */ ? -- :b",
                "x[1:2] = :a and y = '12:30' ~ x[1:2] = $1 and y = '12:30' ~ x[1:2] = ? and y = '12:30'",
                "x[lo\\:hi] = :a ~ x[lo:hi] = $1 ~ x[lo\\:hi] = ?"
            })
    void namesAreMarkedWhereTheyAreParameters(String sql, String numbered, String marked) {
        Map<String, Object> values = sql.contains("= :b") ? Map.of("a", 1, "b", 2) : Map.of("a", 1);

        assertThat(ParameterStyle.NUMBERED.bind(sql, values).sql()).isEqualTo(numbered);
        assertThat(ParameterStyle.QUESTION_MARKS.bind(sql, values).sql()).isEqualTo(marked);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '~',
            quoteCharacter = '`',
            value = {
                "NUMBERED ~ select 1 /* a /* b */ ? */ + ?",
                "NUMBERED ~ select $é$ ? $é$ || ?",
                "NUMBERED ~ select e'it''s \\' ?' || ?",
                "NUMBERED ~ select name -- ?⏎ || ?",
                "NUMBERED ~ select E'a' -- it's⏎ 'b\\' ?' || ?",
                "NUMBERED ~ select a$b$ || ? || $1x",
                "QUESTION_MARKS ~ select ? /* it's ?",
                "QUESTION_MARKS_AND_BACKSLASHES ~ select 'it\\'s ?' || \"it\\\"s ?\" || ?",
                "QUESTION_MARKS ~ select name as [it's ?] from hero where name = ?",
                "QUESTION_MARKS_AND_BACKSLASHES ~ select name # it's ?⏎from hero where name = ?",
                "QUESTION_MARKS_AND_BACKSLASHES ~ select 5--'?' from hero where name = ?",
            })
    void aMarkCountsWhereTheDatabaseReadsIt(ParameterStyle style, String sql) {
        assertThat(style.bind(sql.replace('⏎', '\n'), List.of(7)).values()).containsExactly(7);
    }

    @Test
    void valuesStandInTheOrderOfTheirMarks() {
        Map<String, Object> values = Map.of("a", 1, "b", 2);

        assertThat(ParameterStyle.NUMBERED.bind(":b :a :b", values).values()).containsExactly(2, 1);
        assertThat(ParameterStyle.QUESTION_MARKS.bind(":b :a :b", values).values())
                .containsExactly(2, 1, 2);
    }

    @Test
    void backslashesHideQuotesWhereTheLanguageHasThem() {
        assertThat(ParameterStyle.QUESTION_MARKS_AND_BACKSLASHES
                        .bind("'it\\'s :a' = :a", Map.of("a", 1))
                        .sql())
                .isEqualTo("'it\\'s :a' = ?");
    }

    @Test
    void whatDoesNotFitIsRefused() {
        assertThatThrownBy(() -> ParameterStyle.NUMBERED.bind("a = ? and b = ?", List.of(1)))
                .hasMessage("The statement has 2 parameters and was given 1 value.");
        assertThatThrownBy(() -> ParameterStyle.NUMBERED.bind("a = :b", Map.of("a", 1, "c", 2)))
                .hasMessageStartingWith("No value was given for ':b'. Given: a, c.");
        assertThatThrownBy(() -> ParameterStyle.NUMBERED.bind("a = :a", Map.of("a", 1, "c", 2)))
                .hasMessage("The statement has no parameter ':c'. Did you mean 'a'? It has :a.");
        assertThatThrownBy(() -> ParameterStyle.NUMBERED.bind("a = 1", Map.of("c", 2)))
                .hasMessage("The statement has no parameter ':c'. It has none with a name.");
        assertThatThrownBy(() -> ParameterStyle.QUESTION_MARKS.bind("a = :a and b = ?", Map.of("a", 1)))
                .hasMessageContaining("write each as ':name'");
    }

    @Test
    void aMisspelledNameIsToldWithTheNearest() {
        assertThatThrownBy(() -> ParameterStyle.NUMBERED.bind("name = :nmae", Map.of("name", 1)))
                .hasMessage(
                        "No value was given for ':nmae'. Given: name. Did you mean 'name'? A colon that begins no name "
                                + "is written '\\:'.");
        assertThatThrownBy(() -> ParameterStyle.NUMBERED.bind("name = :name", Map.of("name", 1, "nmae", 2)))
                .hasMessage("The statement has no parameter ':nmae'. Did you mean 'name'? It has :name.");
    }

    @Test
    void aListStandsForItsElements() {
        BoundStatement numbered =
                ParameterStyle.NUMBERED.bind("a in (:a) or b = :b or c in (:a)", Map.of("a", List.of(7, 8), "b", 9));
        BoundStatement marked = ParameterStyle.QUESTION_MARKS.bind(
                "a in (:a) or b = :b or c in (:a)", Map.of("a", List.of(7, 8), "b", 9));
        BoundStatement positional =
                ParameterStyle.NUMBERED.bind("a in (?) and b = ?", List.of(Arrays.asList(7, null), 9));

        assertThat(numbered.sql()).isEqualTo("a in ($1, $2) or b = $3 or c in ($1, $2)");
        assertThat(numbered.values()).containsExactly(7, 8, 9);
        assertThat(marked.sql()).isEqualTo("a in (?, ?) or b = ? or c in (?, ?)");
        assertThat(marked.values()).containsExactly(7, 8, 9, 7, 8);
        assertThat(positional.sql()).isEqualTo("a in ($1, $2) and b = $3");
        assertThat(positional.values()).containsExactly(7, null, 9);
    }

    @Test
    void anEmptyListIsRefused() {
        assertThatThrownBy(() -> ParameterStyle.NUMBERED.bind("a in (:a)", Map.of("a", List.of())))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage(
                        "The list for the parameter ':a' is empty, and 'in ()' is not SQL. Leave the condition out, or "
                                + "the statement.");
        assertThatThrownBy(() -> ParameterStyle.NUMBERED.bind("a = ? and b in (?)", List.of(1, List.of())))
                .hasMessageStartingWith("The list for the parameter number 2 is empty");
    }
}
