package dev.unirow.session.internal.hr;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NumberedParametersTest {
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
                "'open ? ~ 'open ?"
            })
    void questionMarksAreNumberedWhereTheyAreParameters(String sql, String numbered) {
        assertThat(new NumberedParameters(sql).rewrite()).isEqualTo(numbered);
    }
}
