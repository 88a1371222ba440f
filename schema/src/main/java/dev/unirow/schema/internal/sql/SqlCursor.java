package dev.unirow.schema.internal.sql;

import com.google.errorprone.annotations.CanIgnoreReturnValue;
import dev.unirow.schema.DatabaseKind;
import dev.unirow.schema.SchemaException;
import dev.unirow.schema.lexer.SqlToken;
import java.util.List;

/** A place in the tokens of a statement. */
public final class SqlCursor {
    private final String sql;
    private final List<SqlToken> tokens;
    private int position;

    /** @throws SchemaException when a quote or a comment does not end */
    public SqlCursor(DatabaseKind kind, String sql) {
        this.sql = sql;
        this.tokens = SqlReading.tokens(kind, sql);
    }

    public boolean atEnd() {
        return position == tokens.size();
    }

    public boolean at(String word) {
        return !atEnd() && peek().is(word);
    }

    public SqlToken peek() {
        return peek(0);
    }

    public SqlToken peek(int ahead) {
        if (position + ahead >= tokens.size()) {
            throw unexpected();
        }
        return tokens.get(position + ahead);
    }

    public SqlToken previous() {
        return tokens.get(position - 1);
    }

    @CanIgnoreReturnValue
    public SqlToken next() {
        SqlToken token = peek();
        position++;
        return token;
    }

    @CanIgnoreReturnValue
    public boolean accept(String word) {
        boolean found = at(word);
        if (found) {
            position++;
        }
        return found;
    }

    /** Passes one of the words, if one is there. */
    public void acceptAny(String first, String second) {
        if (at(first) || at(second)) {
            position++;
        }
    }

    public void expect(String word) {
        if (!accept(word)) {
            throw unexpected();
        }
    }

    /** Passes one token, or all from a parenthesis to the one that closes it. */
    public void skipOne() {
        int depth = 0;
        do {
            SqlToken token = next();
            depth += token.is("(") ? 1 : token.is(")") ? -1 : 0;
        } while (depth > 0);
    }

    public SchemaException unexpected() {
        String found = atEnd() ? "its end" : "'" + tokens.get(position).text() + "'";
        return new SchemaException("SQL could not be read at " + found + ": " + sql);
    }
}
