package dev.unirow.session.internal.echo;

import static org.assertj.core.api.Assertions.assertThat;

import dev.unirow.session.internal.wire.ParameterStyle;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Statements that are hard to read: the private value, {@code Dive}, is shown of none of them. */
class HostileStatementsTest {
    private static final Map<String, ParameterStyle> STYLES = Map.of(
            "sqlite", ParameterStyle.QUESTION_MARKS,
            "mariadb", ParameterStyle.QUESTION_MARKS_AND_BACKSLASHES,
            "postgresql", ParameterStyle.NUMBERED);
    private static final Set<String> KNOWN = Set.of("id", "name", "secret_name", "age", "team_id");

    private static StatementPrivacy privacy(String dialect, String sql) {
        return new PrivateColumns(Map.of("hero", Set.of("secret_name")), KNOWN, STYLES.get(dialect)).of(sql);
    }

    private static Stream<String> lines(String file) {
        try (InputStream text = HostileStatementsTest.class.getResourceAsStream(file)) {
            return new String(text.readAllBytes(), StandardCharsets.UTF_8)
                            .lines()
                            .map(line ->
                                    line.replace('⏎', '\n').replace('␍', '\r').replace('␀', '\0'))
                            .toList()
                            .stream();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    static Stream<Arguments> hostile() {
        return Stream.of("sqlite", "mariadb", "postgresql")
                .flatMap(dialect -> lines("hostile-" + dialect + ".txt").map(sql -> Arguments.of(dialect, sql)));
    }

    static Stream<Arguments> ordinary() {
        return lines("ordinary.txt").flatMap(line -> {
            String[] parts = line.split(" ", 2);
            return (parts[0].equals("*") ? STYLES.keySet().stream() : Stream.of(parts[0]))
                    .map(dialect -> Arguments.of(dialect, parts[1]));
        });
    }

    @ParameterizedTest
    @MethodSource("hostile")
    void thePrivateValueIsNotShown(String dialect, String sql) {
        StatementPrivacy privacy = privacy(dialect, sql);
        String shown = privacy.shown(sql);

        assertThat(shown.toLowerCase(Locale.ROOT)).doesNotContain("dive", "44697665");
        assertThat(StatementSummary.of(shown, STYLES.get(dialect)).queryText().toLowerCase(Locale.ROOT))
                .doesNotContain("dive", "44697665");
    }

    @ParameterizedTest
    @MethodSource("ordinary")
    void theOtherValuesOfAnOrdinaryStatementAreShown(String dialect, String sql) {
        assertThat(privacy(dialect, sql).shown(sql)).isEqualTo(sql.replace("'Dive'", "***"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '\0',
            value = {
                "sqlite | select name from hero where id = ? and x = 'a",
                "sqlite | select name from hero where id = @id and name = ?",
                "mariadb | select name /*! , age */ from hero where id = ?",
                "postgresql | select name from hero where id = $1 and name = 'a\\''",
                "postgresql | select name from U&\"\\0068ero\" where id = $1",
                "postgresql | select name /* from hero where id = $1"
            })
    void allValuesAndRowsOfAnUnclearStatementAreHidden(String dialect, String sql) {
        StatementPrivacy privacy = privacy(dialect, sql);

        assertThat(privacy.hidesParameters(1).test(0)).isTrue();
        assertThat(privacy.hidesColumns(List.of("name", "age"))).matches(hides -> hides.test(0) && hides.test(1));
        assertThat(privacy.shown(sql)).endsWith("***");
    }

    @Test
    void aNumberedParameterOfSqliteIsHiddenByItsNumber() {
        String sql = "insert into hero (name, secret_name, age) values (?2, ?1, ?3)";
        var hides = privacy("sqlite", sql).hidesParameters(3);

        assertThat(IntStream.range(0, 3).mapToObj(hides::test)).containsExactly(true, false, false);
    }

    @Test
    void aLabelThatIsAnExpressionIsHidden() {
        StatementPrivacy privacy = privacy("sqlite", "select name, secret_name = 'Dive', secret_name s from hero");

        assertThat(privacy.shownLabels(List.of("name", "secret_name = 'Dive'", "s")))
                .containsExactly("name", "***", "s");
    }
}
