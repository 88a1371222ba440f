package dev.unirow.schema.internal.sqlite;

import dev.unirow.schema.DatabaseKind;
import dev.unirow.schema.Index;
import dev.unirow.schema.IndexColumn;
import dev.unirow.schema.SchemaException;
import dev.unirow.schema.internal.sql.SqlCursor;
import dev.unirow.schema.internal.sql.SqlExpression;
import dev.unirow.schema.lexer.SqlToken;
import java.util.ArrayList;
import java.util.List;

/**
 * Reads the CREATE INDEX statement that SQLite keeps: conditions and expressions stand nowhere else. Follows
 * https://sqlite.org/lang_createindex.html.
 */
final class SqliteCreateIndex {
    private final String name;
    private final String sql;
    private final SqlCursor cursor;

    private SqliteCreateIndex(String name, String sql) {
        this.name = name;
        this.sql = sql;
        this.cursor = new SqlCursor(DatabaseKind.SQLITE, sql);
    }

    /** @throws SchemaException when the statement cannot be read */
    static Index parse(String name, String sql) {
        return new SqliteCreateIndex(name, sql).index();
    }

    private Index index() {
        cursor.expect("create");
        boolean unique = cursor.accept("unique");
        while (!cursor.at("(")) {
            cursor.next();
        }
        List<IndexColumn> columns = new ArrayList<>();
        cursor.expect("(");
        do {
            columns.add(column());
        } while (cursor.accept(","));
        cursor.expect(")");
        if (!cursor.accept("where")) {
            return new Index(name, columns, unique);
        }
        int start = cursor.peek().start();
        while (!cursor.atEnd()) {
            cursor.next();
        }
        String where = sql.substring(start, cursor.previous().end());
        return new Index(name, columns, unique, where, null);
    }

    private IndexColumn column() {
        int start = cursor.peek().start();
        int tokens = 0;
        boolean name = cursor.peek().kind() != SqlToken.Kind.SYMBOL;
        String text = cursor.peek().unquoted();
        while (!atEndOfExpression()) {
            cursor.skipOne();
            tokens++;
        }
        String expression = sql.substring(start, cursor.previous().end());
        IndexColumn column = name && tokens == 1
                ? new IndexColumn(text, false)
                : IndexColumn.expression(withoutParentheses(expression));
        if (cursor.accept("collate")) {
            column = column.withCollation(cursor.next().unquoted());
        }
        boolean descending = cursor.accept("desc");
        if (!descending) {
            cursor.acceptAny("asc", "asc");
        }
        return column.withDescending(descending);
    }

    private boolean atEndOfExpression() {
        return cursor.at(",") || cursor.at(")") || cursor.at("collate") || cursor.at("asc") || cursor.at("desc");
    }

    private static String withoutParentheses(String expression) {
        return SqlExpression.isEnclosed(DatabaseKind.SQLITE, expression)
                ? expression.substring(1, expression.length() - 1).strip()
                : expression;
    }
}
