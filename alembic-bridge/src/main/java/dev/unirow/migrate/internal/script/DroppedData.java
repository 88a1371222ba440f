package dev.unirow.migrate.internal.script;

import dev.unirow.schema.DatabaseKind;
import dev.unirow.schema.lexer.SqlSyntax;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The tables and columns that statements drop, by the names that they have before the first of the statements. Knows
 * the statements that drop something, not SQL: what a function or a block drops is not found.
 */
public final class DroppedData {
    /** What stands after DROP where no column goes. */
    private static final Set<String> NO_COLUMN =
            Set.of("constraint", "primary", "foreign", "index", "key", "check", "partition", "period", "system");

    /** A table of PostgreSQL's that a revision moves into the connection's own schema. */
    private static final Pattern TO_OWN_SCHEMA = Pattern.compile(
            "^do (?:\\$\\$|\\$unirow\\$) begin\\s+execute format\\('alter table (.+) set schema %I', current_schema\\(\\)\\);");

    private static final Pattern LAST_NAME = Pattern.compile("(?:\"(?:[^\"]|\"\")+\"|[^.\"]+)$");

    private final DatabaseKind kind;
    private final SqlSyntax syntax;
    private final List<Part> parts = new ArrayList<>();
    private final Map<String, String> earlierTables = new HashMap<>();
    private final Map<String, String> earlierColumns = new HashMap<>();
    private ScriptItem.@Nullable Batch batch;
    private Set<String> copied = Set.of();
    private int step;

    private DroppedData(DatabaseKind kind) {
        this.kind = kind;
        this.syntax = SqlSyntax.of(kind);
    }

    /**
     * A table, or a column of a table that stays.
     *
     * @param table as it is written in SQL
     * @param column as it is written in SQL; null for the whole table
     * @param step which of the steps drops it, counted from 0
     */
    public record Part(String table, @Nullable String column, int step) {}

    /** In the order in which they are dropped; a column of a table that is dropped, too, is left out. */
    public static List<Part> of(List<List<ScriptItem>> steps, DatabaseKind kind) {
        DroppedData dropped = new DroppedData(kind);
        for (List<ScriptItem> items : steps) {
            dropped.batch = null;
            items.forEach(dropped::read);
            dropped.step++;
        }
        return dropped.withoutColumnsOfTables();
    }

    private List<Part> withoutColumnsOfTables() {
        Set<String> tables = new HashSet<>();
        parts.stream().filter(part -> part.column() == null).forEach(part -> tables.add(plain(part.table())));
        Set<String> seen = new HashSet<>();
        return parts.stream()
                .filter(part -> part.column() == null || !tables.contains(plain(part.table())))
                .filter(part -> seen.add(plain(part.table() + "\0" + part.column())))
                .toList();
    }

    private void read(ScriptItem item) {
        if (item instanceof ScriptItem.Batch begun) {
            batch = begun;
        } else if (item instanceof ScriptItem.Statement statement) {
            Matcher moved = TO_OWN_SCHEMA.matcher(statement.sql());
            if (moved.find()) {
                String table = new SqlWords(moved.group(1).replace("''", "'").replace("%%", "%"), syntax).name();
                renameTable(table, unqualified(table));
            } else {
                read(new SqlWords(statement.sql(), syntax));
            }
        }
    }

    private void read(SqlWords words) {
        if (words.skip("drop", "table")) {
            words.pass("if", "exists");
            do {
                dropTable(words.name());
            } while (words.skip(","));
        } else if (words.skip("create", "table")) {
            words.pass("if", "not", "exists");
            copy(words);
        } else if (words.skip("rename", "table")) {
            do {
                renameTable(words.name(), words.skip("to") ? words.name() : "");
            } while (words.skip(","));
        } else if (words.skip("alter")) {
            while (!words.atEnd() && !words.skip("table")) {
                words.next();
            }
            words.pass("if", "exists");
            words.pass("only");
            alter(words.name(), words);
        }
    }

    private void dropTable(String name) {
        if (!name.isEmpty() && !isCopy(name) && (batch == null || !plain(name).equals(plain(batch.table())))) {
            parts.add(new Part(earlier(name), null, step));
        }
    }

    /** Only what takes the table's place is its copy: another one of the name has been there to refuse values. */
    private void copy(SqlWords words) {
        if (isCopy(words.name())) {
            copied = words.beginsOfList();
        }
    }

    private boolean isCopy(String name) {
        return batch != null && plain(name).equals(plain(ScriptItem.Batch.COPY + batch.table()));
    }

    /** The columns of a table on SQLite that its copy does not have. */
    private void replace(ScriptItem.Batch replaced) {
        String table = quoted(replaced.table());
        replaced.columns().stream()
                .filter(column -> !copied.contains(plain(column)))
                .forEach(column -> dropColumn(table, quoted(column)));
        batch = null;
    }

    private void alter(String table, SqlWords words) {
        boolean more = !table.isEmpty();
        while (more) {
            if (words.skip("drop")) {
                boolean named = words.skip("column");
                if (named || NO_COLUMN.stream().noneMatch(words::isNext)) {
                    words.pass("if", "exists");
                    dropColumn(table, words.name());
                }
            } else if (words.skip("rename")) {
                rename(table, words);
            } else if (words.skip("set", "schema")) {
                renameTable(table, words.name() + "." + unqualified(table));
            } else if (words.skip("change")) {
                words.pass("column");
                words.pass("if", "exists");
                renameColumn(table, words.name(), words.name());
            }
            more = words.skipClause();
        }
    }

    private void rename(String table, SqlWords words) {
        if (words.skip("to") || words.skip("as")) {
            renameTable(table, newName(table, words.name()));
        } else if (NO_COLUMN.stream().noneMatch(words::isNext)) {
            words.pass("column");
            String from = words.name();
            renameColumn(table, from, words.skip("to") ? words.name() : from);
        }
    }

    /** PostgreSQL leaves a table in its schema. */
    private String newName(String table, String name) {
        return kind == DatabaseKind.POSTGRESQL
                ? table.substring(0, table.length() - unqualified(table).length()) + name
                : name;
    }

    private static String unqualified(String table) {
        Matcher last = LAST_NAME.matcher(table);
        return last.find() ? last.group() : table;
    }

    private void renameTable(String from, String to) {
        if (batch != null && isCopy(from)) {
            replace(batch);
        } else {
            earlierTables.put(plain(to), earlier(from));
        }
    }

    private void renameColumn(String table, String from, String to) {
        earlierColumns.put(key(table, to), earlier(table, from));
    }

    private void dropColumn(String table, String column) {
        if (!column.isEmpty()) {
            parts.add(new Part(earlier(table), earlier(table, column), step));
        }
    }

    private String earlier(String table) {
        return earlierTables.getOrDefault(plain(table), table);
    }

    private String earlier(String table, String column) {
        return earlierColumns.getOrDefault(key(table, column), column);
    }

    private String key(String table, String column) {
        return plain(earlier(table)) + "\0" + plain(column);
    }

    private static String quoted(String name) {
        return '"' + name.replace("\"", "\"\"") + '"';
    }

    /** For comparisons: without quotes, in lower case. */
    static String plain(String name) {
        return name.replaceAll("[\"`\\[\\]]", "").toLowerCase(Locale.ROOT);
    }
}
