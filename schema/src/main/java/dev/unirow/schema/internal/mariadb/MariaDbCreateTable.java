package dev.unirow.schema.internal.mariadb;

import dev.unirow.schema.Check;
import dev.unirow.schema.Column;
import dev.unirow.schema.DatabaseKind;
import dev.unirow.schema.Generated;
import dev.unirow.schema.SchemaException;
import dev.unirow.schema.Table;
import dev.unirow.schema.internal.sql.MariaDbExpression;
import dev.unirow.schema.internal.sql.SqlCursor;
import dev.unirow.schema.lexer.SqlToken;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Reads the columns and checks of what MariaDB's SHOW CREATE TABLE answers. */
final class MariaDbCreateTable {
    private static final Set<String> CLAUSES = Set.of(
            "character",
            "collate",
            "generated",
            "as",
            "not",
            "null",
            "invisible",
            "default",
            "on",
            "comment",
            "auto_increment",
            "check",
            "virtual",
            "stored",
            "persistent");

    private final String sql;
    private final SqlCursor cursor;
    private final Map<String, Written> columns = new LinkedHashMap<>();
    private final Map<String, String> checks = new LinkedHashMap<>();

    private MariaDbCreateTable(String sql) {
        this.sql = sql;
        this.cursor = new SqlCursor(DatabaseKind.MARIADB, sql);
    }

    private record Written(
            String type,
            @Nullable String defaultValue,
            @Nullable String computation) {}

    /** @throws SchemaException when it is another statement */
    static MariaDbCreateTable parse(String sql) {
        MariaDbCreateTable statement = new MariaDbCreateTable(MariaDbExpression.withDoubledQuotes(sql));
        while (!statement.cursor.at("(")) {
            statement.cursor.next();
        }
        do {
            statement.cursor.next();
            statement.definition();
        } while (statement.cursor.at(","));
        return statement;
    }

    /** The table with its types and expressions as they are written here. */
    Table writing(Table table) {
        List<Column> written = new ArrayList<>();
        for (Column column : table.columns()) {
            Written found = columns.get(column.name());
            written.add(found == null ? column : writing(column, found));
        }
        return table.withColumns(written)
                .withChecks(table.checks().stream()
                        .map(check -> new Check(check.name(), checks.getOrDefault(check.name(), check.expression())))
                        .toList());
    }

    private static Column writing(Column column, Written found) {
        Generated generated = column.generated();
        Column typed = column.withType(found.type())
                .withGenerated(
                        generated == null || found.computation() == null
                                ? generated
                                : new Generated(found.computation(), generated.stored()));
        // a timestamp gets a default that nobody asked for
        return column.defaultValue() == null || found.defaultValue() == null
                ? typed
                : typed.withDefault(found.defaultValue());
    }

    private void definition() {
        if (cursor.peek().kind() == SqlToken.Kind.QUOTED_NAME) {
            column(cursor.next().unquoted());
        } else if (cursor.accept("constraint")) {
            String name = cursor.next().unquoted();
            if (cursor.accept("check")) {
                checks.put(name, enclosed());
            }
        }
        while (!atEndOfDefinition()) {
            cursor.skipOne();
        }
    }

    private void column(String name) {
        String type = textUntilClause();
        String defaultValue = null;
        String computation = null;
        while (!atEndOfDefinition()) {
            if (cursor.accept("default")) {
                // the word NULL is a value here, and a clause elsewhere
                defaultValue = cursor.at("null") ? cursor.next().text() : textUntilClause();
            } else if (cursor.accept("as")) {
                computation = enclosed();
            } else {
                cursor.skipOne();
            }
        }
        columns.put(name, new Written(type, "NULL".equals(defaultValue) ? null : defaultValue, computation));
    }

    /** What stands between a parenthesis and the one that closes it. */
    private String enclosed() {
        int start = cursor.peek().end();
        cursor.skipOne();
        return sql.substring(start, cursor.previous().start());
    }

    private String textUntilClause() {
        int start = cursor.peek().start();
        int end = start;
        while (!atEndOfDefinition() && !isClause(cursor.peek())) {
            cursor.skipOne();
            end = cursor.previous().end();
        }
        return sql.substring(start, end);
    }

    private static boolean isClause(SqlToken token) {
        return token.kind() == SqlToken.Kind.WORD
                && CLAUSES.contains(token.text().toLowerCase(Locale.ROOT));
    }

    private boolean atEndOfDefinition() {
        return cursor.at(",") || cursor.at(")");
    }
}
