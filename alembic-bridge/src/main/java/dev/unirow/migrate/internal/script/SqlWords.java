package dev.unirow.migrate.internal.script;

import dev.unirow.schema.lexer.SqlLexer;
import dev.unirow.schema.lexer.SqlSyntax;
import dev.unirow.schema.lexer.SqlToken;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** The words of one statement, read from its begin to its end. */
final class SqlWords {
    private final List<SqlToken> tokens;
    private int at;

    SqlWords(String sql, SqlSyntax syntax) {
        this.tokens = SqlLexer.sent(sql, syntax).stream()
                .filter(token -> token.kind() != SqlToken.Kind.BLANK && token.kind() != SqlToken.Kind.COMMENT)
                .toList();
    }

    boolean atEnd() {
        return at >= tokens.size();
    }

    void next() {
        at++;
    }

    boolean isNext(String word) {
        return !atEnd() && tokens.get(at).is(word);
    }

    /** Goes beyond these words if they are the next. */
    boolean skip(String... words) {
        for (int offset = 0; offset < words.length; offset++) {
            if (at + offset >= tokens.size() || !tokens.get(at + offset).is(words[offset])) {
                return false;
            }
        }
        at += words.length;
        return true;
    }

    /** As {@link #skip}, where it does not matter whether they are there. */
    void pass(String... words) {
        boolean unused = skip(words);
    }

    /** The next name as it is written, with those before it that it belongs to; empty where there is none. */
    String name() {
        StringBuilder name = new StringBuilder();
        while (!atEnd() && isName(tokens.get(at))) {
            name.append(tokens.get(at).text());
            at++;
            if (!skip(".")) {
                break;
            }
            name.append('.');
        }
        return name.toString();
    }

    private static boolean isName(SqlToken token) {
        return token.kind() == SqlToken.Kind.WORD || token.kind() == SqlToken.Kind.QUOTED_NAME;
    }

    /** Goes beyond the next comma that is not in parentheses; false where there is none. */
    boolean skipClause() {
        int depth = 0;
        for (; !atEnd(); at++) {
            SqlToken token = tokens.get(at);
            depth += token.is("(") ? 1 : token.is(")") ? -1 : 0;
            if (depth == 0 && token.is(",")) {
                at++;
                return true;
            }
        }
        return false;
    }

    /** The first words of what a list in parentheses holds. */
    Set<String> beginsOfList() {
        Set<String> begins = new HashSet<>();
        boolean more = skip("(");
        while (more && !atEnd()) {
            begins.add(DroppedData.plain(tokens.get(at).text()));
            more = skipClause();
        }
        return begins;
    }
}
