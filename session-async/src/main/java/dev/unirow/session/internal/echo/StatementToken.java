package dev.unirow.session.internal.echo;

import dev.unirow.schema.lexer.SqlToken;

/**
 * One token of a statement, without comments and blanks.
 *
 * @param text a name without its quotes, in lower case; otherwise as it stands
 * @param token what it is in the statement's text
 * @param parameter which parameter it is, counted from 0; -1 for none
 * @param depth how many parentheses are open around it; those of its own count as around a parenthesis
 */
record StatementToken(Kind kind, String text, SqlToken token, int parameter, int depth) {
    enum Kind {
        WORD,
        QUOTED_NAME,
        /** In SQLite's double quotes: a name, and where there is no such column a literal. */
        NAME_OR_LITERAL,
        LITERAL,
        NUMBER,
        PARAMETER,
        MARK
    }

    int start() {
        return token.start();
    }

    int end() {
        return token.end();
    }

    boolean isName() {
        return kind == Kind.WORD || kind == Kind.QUOTED_NAME || kind == Kind.NAME_OR_LITERAL;
    }

    boolean isValue() {
        return kind == Kind.LITERAL || kind == Kind.NUMBER;
    }

    boolean is(String keyword) {
        return kind == Kind.WORD && text.equals(keyword);
    }

    boolean isMark(String mark) {
        return kind == Kind.MARK && text.equals(mark);
    }
}
