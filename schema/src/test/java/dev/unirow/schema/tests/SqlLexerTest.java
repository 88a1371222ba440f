package dev.unirow.schema.tests;

import static org.assertj.core.api.Assertions.assertThat;

import dev.unirow.schema.lexer.SqlLexer;
import dev.unirow.schema.lexer.SqlSyntax;
import dev.unirow.schema.lexer.SqlToken;
import dev.unirow.schema.lexer.SqlToken.Kind;
import dev.unirow.schema.lexer.SqlToken.Reading;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * How SQL is cut: tokens stand between bars, those in doubt with a question mark before them, those without an end with
 * an exclamation mark. Blanks are left out; {@code ⏎} is a line's end.
 */
class SqlLexerTest {
    private static final Map<Kind, String> LETTERS = Map.of(
            Kind.COMMENT, "c",
            Kind.WORD, "w",
            Kind.QUOTED_NAME, "q",
            Kind.LITERAL, "l",
            Kind.NUMBER, "n",
            Kind.PARAMETER, "p",
            Kind.SYMBOL, "s");

    private static String shown(List<SqlToken> tokens) {
        return tokens.stream()
                .filter(token -> token.kind() != Kind.BLANK)
                .map(SqlLexerTest::shown)
                .collect(Collectors.joining(" | "));
    }

    private static String shown(SqlToken token) {
        String reading = Map.of(Reading.CERTAIN, "", Reading.DOUBTFUL, "?", Reading.UNENDED, "!")
                .get(token.reading());
        return reading + LETTERS.get(token.kind()) + " "
                + token.text().replace('\n', '⏎').replace('\r', '␍').strip();
    }

    private static String text(String sql) {
        return sql.replace('⏎', '\n').replace('␍', '\r');
    }

    private static String sent(SqlSyntax syntax, String sql) {
        return shown(SqlLexer.sent(text(sql), syntax));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '~',
            quoteCharacter = '\0',
            value = {
                "select 1 /* a /* b */ ? */ + ? ~ w select | n 1 | c /* a /* b */ ? */ | s + | s ?",
                "/*/*/ ' */ */ x ~ c /*/*/ ' */ */ | w x",
                "/* /* */ x ~ !c /* /* */ x",
                "$é$ ? $é$ || x ~ l $é$ ? $é$ | s || | w x",
                "$a$ $b$ $a$$1 ~ l $a$ $b$ $a$ | p $1",
                "$a$ x ~ !l $a$ x",
                "$ x ~ ?s $ | w x",
                "a$b$c é$b$ ~ w a$b$c | w é$b$",
                "E'it\\'s' ''; ~ l E'it\\'s' | l '' | s ;",
                "e'it''s\\'' x ~ l e'it''s\\'' | w x",
                "E'a'⏎ 'b\\'' x ~ ?l E'a'⏎ 'b\\'' | w x",
                "E'a' 'b' ~ l E'a' | l 'b'",
                "'a'⏎'b' ~ l 'a' | l 'b'",
                "'it\\'s ~ ?l 'it\\' | w s",
                "'a\\b' ~ l 'a\\b'",
                "U&'a\\0027' U&\"a\" u & 'a' ~ ?l U&'a\\0027' | ?q U&\"a\" | w u | s & | l 'a'",
                "B'01' x'1F' n'a' q'a' ~ l B'01' | l x'1F' | l n'a' | w q | l 'a'",
                "\"a\"\"b\" ~ q \"a\"\"b\"",
                "\"a\\\" x ~ q \"a\\\" | w x",
                "\"a ~ !q \"a",
                "`a` ~ ?s ` | w a | ?s `",
                "x -- it's␍y ~ w x | c -- it's | w y",
                "a # 'b' ~ w a | s # | l 'b'",
                "a[1:n] ~ w a | s [ | n 1 | s : | w n | s ]",
                "a::text ->> 'b' ? 'c' ~ w a | s :: | w text | s ->> | l 'b' | s ? | l 'c'",
                "5*/* ' */3 ~ n 5 | s * | c /* ' */ | n 3",
                "5--3 ~ n 5 | c --3",
                "1e'a' ~ ?n 1e | l 'a'",
                "1.5e-3+.5 0x1F 1_000 a.5 ~ n 1.5e-3 | s + | n .5 | n 0x1F | n 1_000 | w a | s . | n 5",
                "0x1e-5 ~ n 0x1e | s - | n 5",
            })
    void postgresqlIsCut(String sql, String tokens) {
        assertThat(sent(SqlSyntax.POSTGRESQL, sql)).isEqualTo(tokens);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '~',
            quoteCharacter = '\0',
            value = {
                "x # don't⏎y ~ w x | c # don't | w y",
                "select 5--3; ~ w select | n 5 | s - | s - | n 3 | s ;",
                "5 -- 3⏎x ~ n 5 | c -- 3 | w x",
                "5 --⏎x ~ n 5 | c -- | w x",
                "5 -- a␍b⏎x ~ n 5 | c -- a␍b | w x",
                "5-- ~ n 5 | c --",
                "'it\\'s' \"it\\\"s\" ~ l 'it\\'s' | l \"it\\\"s\"",
                "'a''b' \"a\"\"b\" `a``b` ~ l 'a''b' | l \"a\"\"b\" | q `a``b`",
                "`a\\` 'b' ~ q `a\\` | l 'b'",
                "'a\\' ~ !l 'a\\'",
                "\"a ~ !l \"a",
                "`a ~ !q `a",
                "/* /* */ x ~ c /* /* */ | w x",
                "/*! x */ /*M!100000 y */ /* ! */ ~ ?c /*! x */ | ?c /*M!100000 y */ | c /* ! */",
                "/* x ~ !c /* x",
                "$a$ a$b $1 ~ w $a$ | w a$b | w $1",
                "N'it\\'s' _utf8'x' x'1F' ~ l N'it\\'s' | w _utf8 | l 'x' | l x'1F'",
                "@a := ? ~ s @ | w a | s : | s = | p ?",
                "a[1] ~ w a | s [ | n 1 | s ]",
            })
    void mariaDbIsCut(String sql, String tokens) {
        assertThat(sent(SqlSyntax.MARIADB, sql)).isEqualTo(tokens);
    }

    @Test
    void doubleQuotesEncloseNamesInOneModeOfMariaDb() {
        assertThat(sent(SqlSyntax.MARIADB_ANSI_QUOTES, "\"a\"\"b\" \"c\\\" 'it\\'s' # \""))
                .isEqualTo("q \"a\"\"b\" | q \"c\\\" | l 'it\\'s' | c # \"");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '~',
            quoteCharacter = '\0',
            value = {
                "[it's] 'a' ~ q [it's] | l 'a'",
                "[a[b]] ~ q [a[b] | s ]",
                "[a ~ !q [a",
                "\"a\"\"b\" `a``b` 'a''b' ~ q \"a\"\"b\" | q `a``b` | l 'a''b'",
                "'a\\' x ~ l 'a\\' | w x",
                "'a ~ !l 'a",
                "x'1F' n'a' ~ l x'1F' | w n | l 'a'",
                "/* /* */ x ~ c /* /* */ | w x",
                "x /* it's ? ~ w x | !c /* it's ?",
                "x -- it's␍⏎y ~ w x | c -- it's␍ | w y",
                "5--3 ~ n 5 | c --3",
                "? ?12 $a @a :a #a ~ p ? | p ?12 | p $a | p @a | p :a | p #a",
                "$a::b(') 'x' ~ p $a::b(') | l 'x'",
                "$ # @ : ~ ?s $ | ?s # | ?s @ | ?s :",
                "a$b $a$; ~ w a$b | p $a$ | s ;",
                "a ->> '$.x' || b ~ w a | s ->> | l '$.x' | s || | w b",
                "a\\b ~ w a | ?s \\ | w b",
            })
    void sqliteIsCut(String sql, String tokens) {
        assertThat(sent(SqlSyntax.SQLITE, sql)).isEqualTo(tokens);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '~',
            quoteCharacter = '\0',
            value = {
                "a ?? b = ? ~ w a | s ?? | w b | s = | p ?",
                "x[lo\\:hi] = :größe$ ~ w x | s [ | w lo | s \\: | w hi | s ] | s = | p :größe$",
                ":a::text ':b' -- :c ~ p :a | s :: | w text | l ':b' | c -- :c",
                "'12:30' x[1:2] ~ l '12:30' | w x | s [ | n 1 | s : | n 2 | s ]",
            })
    void parametersAreMarkedAlikeInWhatIsWrittenForAnyDatabase(String sql, String tokens) {
        assertThat(shown(SqlLexer.written(text(sql), SqlSyntax.POSTGRESQL))).isEqualTo(tokens);
    }

    @ParameterizedTest
    @EnumSource(SqlSyntax.class)
    void tokensAreTheTextOneAfterTheOther(SqlSyntax syntax) {
        String sql = "select 'a' \"b\" /* c */ [d] `e` $f$ # g\n\u000B\uFEFF\0\u007F 1e-5 ?? :h \\: U&'i' E'\\' -- j";
        for (int end = 0; end <= sql.length(); end++) {
            for (List<SqlToken> tokens : List.of(
                    SqlLexer.sent(sql.substring(0, end), syntax), SqlLexer.written(sql.substring(0, end), syntax))) {
                int at = 0;
                for (SqlToken token : tokens) {
                    assertThat(token.start()).isEqualTo(at);
                    assertThat(token.text()).isNotEmpty();
                    assertThat(token.unquoted()).isNotNull();
                    at = token.end();
                }
                assertThat(at).isEqualTo(end);
            }
        }
    }

    @Test
    void quotesAreTakenOffOnce() {
        assertThat(SqlLexer.sent("\"a\"\"b\" E'c''d' $x$e$x$ U&\"f\" 'g", SqlSyntax.POSTGRESQL).stream()
                        .filter(token -> token.kind() != Kind.BLANK)
                        .map(SqlToken::unquoted))
                .containsExactly("a\"b", "c'd", "e", "f", "g");
        assertThat(SqlLexer.sent("[a[b]", SqlSyntax.SQLITE).get(0).unquoted()).isEqualTo("a[b");
    }
}
