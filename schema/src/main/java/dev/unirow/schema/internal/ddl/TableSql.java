package dev.unirow.schema.internal.ddl;

import dev.unirow.schema.Check;
import dev.unirow.schema.Column;
import dev.unirow.schema.Constraint;
import dev.unirow.schema.DatabaseKind;
import dev.unirow.schema.EnumType;
import dev.unirow.schema.ForeignKey;
import dev.unirow.schema.Generated;
import dev.unirow.schema.Index;
import dev.unirow.schema.PrimaryKey;
import dev.unirow.schema.ReferentialAction;
import dev.unirow.schema.SchemaException;
import dev.unirow.schema.SchemaOperation;
import dev.unirow.schema.Sequence;
import dev.unirow.schema.Table;
import dev.unirow.schema.Unique;
import dev.unirow.schema.internal.sql.Identifiers;
import dev.unirow.schema.internal.sql.MariaDbExtras;
import dev.unirow.schema.internal.sql.MariaDbOptions;
import dev.unirow.schema.internal.sql.QualifiedName;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The statements that make a table and what hangs on it; every constraint is named. */
public final class TableSql {
    private static final Pattern PLAIN_TYPE =
            Pattern.compile("[\\p{L}_][\\w$ ]*(\\(\\s*[+-]?[\\w.]+\\s*(,\\s*[+-]?[\\w.]+\\s*)?\\)\\s*)?");

    private final DatabaseKind kind;

    public TableSql(DatabaseKind kind) {
        this.kind = kind;
    }

    /** Foreign keys are inside on SQLite, which cannot add them later, and left out elsewhere. */
    String create(Table table) {
        return create(table, table.name());
    }

    public String create(Table table, String name) {
        List<String> parts = new ArrayList<>();
        PrimaryKey key = table.primaryKey();
        boolean inline = key != null && keyStandsInColumn(table, key);
        table.columns().forEach(column -> parts.add(column(column, inline && column.identity() ? key : null)));
        if (key != null && !inline) {
            parts.add(constraint(key));
        }
        table.uniques().forEach(unique -> parts.add(constraint(unique)));
        table.checks().forEach(check -> parts.add(constraint(check)));
        if (kind == DatabaseKind.SQLITE) {
            table.foreignKeys().forEach(foreignKey -> parts.add(constraint(foreignKey)));
        }
        return parts.stream()
                .collect(Collectors.joining(
                        ",\n    ", "create table " + table(name) + " (\n    ", "\n)" + options(table)));
    }

    private String options(Table table) {
        if (kind == DatabaseKind.MARIADB) {
            String comment = table.comment() == null ? "" : " comment " + literal(table.comment());
            return " " + MariaDbOptions.of(table.options()).sql() + comment;
        }
        return table.options().isEmpty() ? "" : " " + String.join(", ", table.options());
    }

    /**
     * The table, and what is said of it in statements of its own; its foreign keys as {@link #create(Table)} has them.
     */
    public List<String> createWhole(Table table) {
        List<String> statements = new ArrayList<>();
        statements.add(create(table));
        if (kind == DatabaseKind.POSTGRESQL) {
            if (table.comment() != null) {
                statements.add(tableComment(table.name(), table.comment()));
            }
            table.columns().stream()
                    .filter(column -> column.comment() != null)
                    .forEach(column -> statements.add(columnComment(table.name(), column)));
        }
        table.indexes().forEach(index -> statements.add(createIndex(table.name(), index)));
        statements.addAll(table.init());
        return statements;
    }

    public String tableComment(String table, @Nullable String comment) {
        return "comment on table " + table(table) + " is " + literalOrNull(comment);
    }

    public String columnComment(String table, Column column) {
        return "comment on column " + table(table) + "." + quote(column.name()) + " is "
                + literalOrNull(column.comment());
    }

    /** The column as a create or add statement declares it. */
    public String column(Column column) {
        return column(column, null);
    }

    // AUTOINCREMENT, which keeps SQLite from giving the id of a deleted row to the next, is only heard on the column
    private boolean keyStandsInColumn(Table table, PrimaryKey key) {
        return kind == DatabaseKind.SQLITE
                && key.columns().size() == 1
                && table.column(key.columns().get(0)).map(Column::identity).orElse(false);
    }

    private String column(Column column, @Nullable PrimaryKey key) {
        StringBuilder sql = new StringBuilder(quote(column.name()));
        if (!column.type().isEmpty()) {
            sql.append(' ').append(type(column.type()));
        }
        if (column.collation() != null) {
            sql.append(" collate ").append(quote(column.collation()));
        }
        Generated generated = column.generated();
        if (generated != null) {
            sql.append(" generated always as (").append(generated.expression()).append(')');
            sql.append(generated.stored() ? " stored" : " virtual");
        }
        if (column.defaultValue() != null) {
            sql.append(" default ").append(defaultValue(column.defaultValue()));
        }
        if (column.identity() && kind == DatabaseKind.POSTGRESQL) {
            sql.append(" generated ").append(identityMode(column)).append(" as identity");
        }
        // MariaDB computes what it likes, and does not let one say so
        if (!column.nullable() && (generated == null || kind != DatabaseKind.MARIADB)) {
            sql.append(" not null");
        }
        if (column.identity() && kind == DatabaseKind.MARIADB) {
            sql.append(" auto_increment");
        }
        if (column.comment() != null && kind == DatabaseKind.MARIADB) {
            sql.append(" comment ").append(literal(column.comment()));
        }
        if (kind == DatabaseKind.MARIADB) {
            MariaDbExtras.fitting(column).forEach(extra -> sql.append(' ').append(extra));
        }
        if (key != null) {
            sql.append(" constraint ").append(quote(key.name())).append(" primary key autoincrement");
        }
        return sql.toString();
    }

    public static String identityMode(Column column) {
        return column.identityAlways() ? "always" : "by default";
    }

    /** SQLite takes any text for a type, and keeps one that was quoted without its quotes. */
    private String type(String type) {
        return kind != DatabaseKind.SQLITE || PLAIN_TYPE.matcher(type).matches()
                ? type
                : "\"" + type.replace("\"", "\"\"") + "\"";
    }

    /** SQLite takes a call or an operation as a default only in parentheses, MariaDB an operation. */
    String defaultValue(String expression) {
        boolean bare = kind == DatabaseKind.POSTGRESQL || SqliteLiteral.is(expression);
        return bare ? expression : "(" + expression + ")";
    }

    /** The constraint with its name, as a table's statement or an {@code add} has it. */
    public String constraint(Constraint constraint) {
        if (kind == DatabaseKind.MARIADB && constraint instanceof PrimaryKey) {
            return rule(constraint); // MariaDB's have one name, whatever they are given
        }
        return "constraint " + quote(constraint.name()) + " " + rule(constraint);
    }

    private String rule(Constraint constraint) {
        if (constraint instanceof PrimaryKey key) {
            return "primary key (" + quoteAll(key.columns()) + ")";
        } else if (constraint instanceof Unique unique) {
            return "unique (" + quoteAll(unique.columns()) + ")";
        } else if (constraint instanceof Check check) {
            return "check (" + check.expression() + ")";
        }
        ForeignKey key = (ForeignKey) constraint;
        return "foreign key (" + quoteAll(key.columns()) + ") references " + table(key.referredTable()) + " ("
                + quoteAll(key.referredColumns()) + ")" + action(" on delete ", key.onDelete())
                + action(" on update ", key.onUpdate()) + key.deferrability().sql();
    }

    private static String action(String when, ReferentialAction action) {
        return action == ReferentialAction.NO_ACTION ? "" : when + action.sql();
    }

    public String addForeignKey(String table, ForeignKey key) {
        return "alter table " + table(table) + " " + addConstraint(table, key);
    }

    /** @throws SchemaException when MariaDB would look for the referred table in another database than its own */
    public String addConstraint(String table, Constraint constraint) {
        String database = QualifiedName.parse(table).schema();
        if (kind == DatabaseKind.MARIADB
                && database != null
                && constraint instanceof ForeignKey key
                && QualifiedName.parse(key.referredTable()).schema() == null) {
            throw new SchemaException("Foreign key '" + key.name() + "' leads from database '" + database
                    + "' to '" + key.referredTable()
                    + "' in the connection's own, for which MariaDB needs that one's name."
                    + " Map '" + key.referredTable() + "' with its catalog, or both tables without.");
        }
        return "add " + constraint(constraint);
    }

    public String createIndex(String table, Index index) {
        return new IndexSql(this, index).create(table);
    }

    /** The index with its name, as an {@code add} of MariaDB's has it. */
    public String index(Index index) {
        return new IndexSql(this, index).definition();
    }

    /** A name with its schema, where it has one. */
    public String table(String name) {
        return QualifiedName.parse(name).sql(kind);
    }

    private String literalOrNull(@Nullable String text) {
        return text == null ? "null" : literal(text);
    }

    /** A text as a string; to MariaDB a backslash is more than itself. */
    public String literal(String text) {
        return Identifiers.literal(kind == DatabaseKind.MARIADB ? text.replace("\\", "\\\\") : text);
    }

    /** A text as a string without escapes, which PostgreSQL knows. */
    public String dollarQuoted(String text) {
        String quote = text.contains("$$") ? "$unirow$" : "$$";
        return quote + " " + text + " " + quote;
    }

    public String quote(String name) {
        return Identifiers.quote(kind, name);
    }

    public String quoteAll(List<String> names) {
        return Identifiers.quoteAll(kind, names);
    }

    public String renameCounter(SchemaOperation.RenameCounter rename) {
        String column = quote(rename.segmentColumn());
        return "update " + table(rename.table()) + " set " + column + " = " + literal(rename.newSegment()) + " where "
                + column + " = " + literal(rename.segment());
    }

    public String dropTable(String table) {
        return "drop table " + table(table);
    }

    public String createSequence(String create, Sequence sequence) {
        return create + table(sequence.name()) + " start with " + sequence.start() + " increment by "
                + sequence.increment()
                + (sequence.minimum() == null ? "" : " minvalue " + sequence.minimum())
                + (sequence.maximum() == null ? "" : " maxvalue " + sequence.maximum())
                + (sequence.cycle() ? " cycle" : "")
                + (sequence.cache() == null ? "" : " cache " + sequence.cache());
    }

    public String alterSequence(Sequence from, Sequence to) {
        String noBound = kind == DatabaseKind.MARIADB ? " no" : " no ";
        return "alter sequence " + table(to.name()) + " increment by " + to.increment()
                + bound("minvalue", noBound, from.minimum(), to.minimum())
                + bound("maxvalue", noBound, from.maximum(), to.maximum())
                + (from.cycle() == to.cycle() ? "" : to.cycle() ? " cycle" : noBound + "cycle")
                + cache(from.cache(), to.cache());
    }

    private String cache(@Nullable Long from, @Nullable Long to) {
        return Objects.equals(from, to) ? "" : " cache " + Objects.requireNonNullElse(to, Sequence.usualCache(kind));
    }

    private static String bound(String name, String none, @Nullable Long from, @Nullable Long to) {
        if (Objects.equals(from, to)) {
            return "";
        }
        return to == null ? none + name : " " + name + " " + to;
    }

    /** In a list of values, each as a string. */
    public String createEnum(EnumType type) {
        return "create type " + table(type.name()) + " as enum ("
                + type.values().stream().map(this::literal).collect(Collectors.joining(", ")) + ")";
    }
}
