package dev.unirow.schema.internal.sqlite;

import dev.unirow.model.Naming;
import dev.unirow.schema.Check;
import dev.unirow.schema.DatabaseKind;
import dev.unirow.schema.Generated;
import dev.unirow.schema.PrimaryKey;
import dev.unirow.schema.Unique;
import dev.unirow.schema.internal.sql.SqlCursor;
import dev.unirow.schema.lexer.SqlToken;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Reads the CREATE TABLE statement that SQLite keeps: the names of constraints, the conditions of checks and
 * AUTOINCREMENT stand nowhere else. Follows https://sqlite.org/lang_createtable.html; constraints without a name get
 * the one that {@link Naming} gives.
 */
public final class SqliteCreateTable {
    private static final Set<String> COLUMN_CLAUSES = Set.of(
            "constraint",
            "primary",
            "not",
            "null",
            "unique",
            "check",
            "default",
            "collate",
            "references",
            "generated",
            "as");
    private static final Set<String> TABLE_CLAUSES = Set.of("constraint", "primary", "unique", "check", "foreign");

    private final String table;
    private final String sql;
    private final SqlCursor cursor;
    private final Naming naming = Naming.standard();

    private @Nullable PrimaryKey primaryKey;
    private boolean autoincrement;
    private final List<Unique> uniques = new ArrayList<>();
    private final Map<String, Generated> generated = new LinkedHashMap<>();
    private final Map<String, String> collations = new LinkedHashMap<>();
    private final List<String> options = new ArrayList<>();
    private final List<SqliteReference> references = new ArrayList<>();
    private final List<Check> checks = new ArrayList<>();
    private final List<String> extras = new ArrayList<>();

    private SqliteCreateTable(String table, String sql) {
        this.table = table;
        this.sql = sql;
        this.cursor = new SqlCursor(DatabaseKind.SQLITE, sql);
    }

    /**
     * What the statement says beside columns and types.
     *
     * @param foreignKeys without referred columns where the statement leaves them out, which means the referred table's
     *     key
     * @param generated how columns are computed, by their names
     * @param collations other than the usual one, by the columns' names
     */
    record Parsed(
            @Nullable PrimaryKey primaryKey,
            boolean autoincrement,
            List<Unique> uniques,
            List<SqliteReference> foreignKeys,
            List<Check> checks,
            Map<String, Generated> generated,
            Map<String, String> collations,
            List<String> options,
            List<String> extras) {}

    static Parsed parse(String table, String sql) {
        return new SqliteCreateTable(table, sql).parsed();
    }

    private Parsed parsed() {
        while (!cursor.at("(")) {
            cursor.next();
        }
        do {
            cursor.next();
            definition();
        } while (cursor.at(","));
        cursor.expect(")");
        options.addAll(options(cursor));
        return new Parsed(
                primaryKey, autoincrement, uniques, references, checks, generated, collations, options, extras);
    }

    /** What is left, as it stands behind a table's columns. */
    public static List<String> options(SqlCursor cursor) {
        List<String> options = new ArrayList<>();
        while (!cursor.atEnd()) {
            if (cursor.accept("without")) {
                cursor.expect("rowid");
                options.add("without rowid");
            } else {
                cursor.expect("strict");
                options.add("strict");
            }
            if (!cursor.atEnd()) {
                cursor.expect(",");
            }
        }
        return options;
    }

    private void definition() {
        if (cursor.peek().kind() == SqlToken.Kind.WORD
                && TABLE_CLAUSES.contains(cursor.peek().text().toLowerCase(Locale.ROOT))) {
            while (!cursor.at(",") && !cursor.at(")")) {
                tableConstraint();
            }
            return;
        }
        String column = cursor.next().unquoted();
        while (!cursor.at(",") && !cursor.at(")") && !isColumnClause()) {
            cursor.skipOne();
        }
        String name = null;
        while (!cursor.at(",") && !cursor.at(")")) {
            if (cursor.accept("constraint")) {
                name = cursor.next().unquoted();
            } else {
                columnConstraint(column, name);
                name = null;
            }
        }
    }

    private boolean isColumnClause() {
        return cursor.peek().kind() == SqlToken.Kind.WORD
                && COLUMN_CLAUSES.contains(cursor.peek().text().toLowerCase(Locale.ROOT));
    }

    private void columnConstraint(String column, @Nullable String name) {
        List<String> columns = List.of(column);
        if (cursor.accept("primary")) {
            cursor.expect("key");
            direction();
            conflict();
            autoincrement = cursor.accept("autoincrement");
            primaryKey = new PrimaryKey(name == null ? naming.primaryKey(table) : name, columns);
        } else if (cursor.accept("not")) {
            cursor.expect("null");
            conflict();
        } else if (cursor.accept("null")) {
            conflict();
        } else if (cursor.accept("unique")) {
            conflict();
            uniques.add(new Unique(name == null ? naming.unique(table, columns) : name, columns));
        } else if (cursor.accept("check")) {
            check(name == null ? naming.check(table, column) : name);
        } else if (cursor.accept("default")) {
            defaultValue();
        } else if (cursor.accept("collate")) {
            String collation = cursor.next().unquoted();
            if (!collation.equalsIgnoreCase("binary")) {
                collations.put(column, collation);
            }
        } else if (cursor.at("references")) {
            references.add(SqliteReference.read(cursor, naming, table, name, columns));
        } else if (cursor.accept("generated")) {
            cursor.expect("always");
        } else if (cursor.accept("as")) {
            String expression = inParentheses();
            generated.put(column, new Generated(expression, cursor.accept("stored")));
            cursor.acceptAny("virtual", "virtual");
        } else {
            throw cursor.unexpected();
        }
    }

    private void defaultValue() {
        cursor.acceptAny("+", "-");
        cursor.skipOne();
    }

    private void tableConstraint() {
        String name = cursor.accept("constraint") ? cursor.next().unquoted() : null;
        if (cursor.accept("primary")) {
            cursor.expect("key");
            List<String> columns = indexedColumns();
            primaryKey = new PrimaryKey(name == null ? naming.primaryKey(table) : name, columns);
            conflict();
        } else if (cursor.accept("unique")) {
            List<String> columns = indexedColumns();
            uniques.add(new Unique(name == null ? naming.unique(table, columns) : name, columns));
            conflict();
        } else if (cursor.accept("check")) {
            check(name == null ? naming.check(table, "row" + (checks.size() + 1)) : name);
            conflict();
        } else if (cursor.accept("foreign")) {
            cursor.expect("key");
            references.add(SqliteReference.read(cursor, naming, table, name, SqliteReference.names(cursor)));
        } else {
            throw cursor.unexpected();
        }
    }

    private void check(String name) {
        checks.add(new Check(name, inParentheses()));
    }

    private String inParentheses() {
        SqlToken open = cursor.peek();
        cursor.skipOne();
        return sql.substring(open.end(), cursor.previous().start()).strip();
    }

    private void conflict() {
        if (cursor.accept("on")) {
            cursor.expect("conflict");
            String action = cursor.next().text().toLowerCase(Locale.ROOT);
            if (!action.equals("abort")) {
                extras.add("on conflict " + action);
            }
        }
    }

    // the direction and collation of a constraint's columns change how SQLite stores them, not what it accepts
    private List<String> indexedColumns() {
        List<String> columns = new ArrayList<>();
        cursor.expect("(");
        do {
            columns.add(cursor.next().unquoted());
            if (cursor.accept("collate")) {
                cursor.next();
            }
            direction();
            autoincrement |= cursor.accept("autoincrement");
        } while (cursor.accept(","));
        cursor.expect(")");
        return columns;
    }

    private void direction() {
        cursor.acceptAny("asc", "desc");
    }
}
