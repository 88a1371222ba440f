package dev.unirow.schema.internal.wanted;

import dev.unirow.model.Naming;
import dev.unirow.schema.Column;
import dev.unirow.schema.DatabaseKind;
import dev.unirow.schema.Generated;
import dev.unirow.schema.Schema;
import dev.unirow.schema.SchemaException;
import dev.unirow.schema.Sequence;
import dev.unirow.schema.Table;
import dev.unirow.schema.internal.sql.MariaDbExpression;
import dev.unirow.schema.internal.sql.MariaDbOptions;
import dev.unirow.schema.internal.sql.QualifiedName;
import dev.unirow.schema.internal.sql.SequenceOptions;
import dev.unirow.schema.internal.sql.SqlCursor;
import dev.unirow.schema.internal.sqlite.SqliteCreateTable;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.hibernate.boot.Metadata;
import org.hibernate.boot.model.naming.Identifier;
import org.hibernate.boot.model.relational.Database;
import org.hibernate.boot.model.relational.Namespace;
import org.hibernate.boot.model.relational.SqlStringGenerationContext;
import org.hibernate.boot.model.relational.internal.SqlStringGenerationContextImpl;
import org.hibernate.type.SqlTypes;
import org.jspecify.annotations.Nullable;

/** Hibernate's mapping as a schema. */
public final class WantedSchema {
    private final Metadata metadata;
    private final DatabaseKind kind;
    private final WantedConstraints constraints;
    private final SqlStringGenerationContext context;
    private final DeclarationOrder order;

    private WantedSchema(Metadata metadata, Naming naming) {
        Database database = metadata.getDatabase();
        this.metadata = metadata;
        this.kind = DatabaseKind.of(database.getDialect());
        this.constraints = new WantedConstraints(kind, naming, ColumnRules.of(metadata, kind), this::name);
        this.context =
                SqlStringGenerationContextImpl.fromConfigurationMap(database.getJdbcEnvironment(), database, Map.of());
        this.order = DeclarationOrder.of(metadata);
    }

    public static Schema of(Metadata metadata, Naming naming) {
        return new WantedSchema(metadata, naming).schema();
    }

    private Schema schema() {
        List<Table> tables = new ArrayList<>();
        List<Sequence> sequences = new ArrayList<>();
        List<String> views = new ArrayList<>();
        for (Namespace namespace : metadata.getDatabase().getNamespaces()) {
            namespace.getUserDefinedTypes().forEach(type -> {
                throw new SchemaException("Type '" + type.getName()
                        + "' of the database's own making is not supported: map a plain column, or JSON.");
            });
            for (org.hibernate.mapping.Table table : namespace.getTables()) {
                if (table.isView()) {
                    views.add(name(table));
                } else if (table.isPhysicalTable()) {
                    tables.add(table(table));
                }
            }
            for (org.hibernate.boot.model.relational.Sequence sequence : namespace.getSequences()) {
                sequences.add(SequenceOptions.added(
                        kind,
                        new Sequence(
                                name(
                                        sequence.getName().getSchemaName(),
                                        sequence.getName().getCatalogName(),
                                        sequence.getName().getSequenceName().getText()),
                                sequence.getInitialValue(),
                                sequence.getIncrementSize()),
                        sequence.getOptions()));
            }
        }
        return new Schema(tables, sequences, views, WantedEnums.of(kind, metadata, context))
                .withKeySources(new WantedKeySources(metadata, context, this).read());
    }

    String name(org.hibernate.mapping.Table table) {
        return name(table.getSchemaIdentifier(), table.getCatalogIdentifier(), table.getName());
    }

    /** To PostgreSQL a schema is one, to MariaDB a catalog. */
    String name(@Nullable Identifier schema, @Nullable Identifier catalog, String name) {
        Identifier usable = kind == DatabaseKind.MARIADB ? catalog : schema;
        Identifier other = kind == DatabaseKind.MARIADB ? schema : catalog;
        if (other != null || (usable != null && kind == DatabaseKind.SQLITE)) {
            throw new SchemaException("'" + name + "' is mapped to a "
                    + (other != null && other == catalog ? "catalog" : "schema") + " of its own, which "
                    + kind.id() + " does not have: "
                    + switch (kind) {
                        case POSTGRESQL -> "write 'schema' in its place.";
                        case MARIADB -> "write 'catalog' in its place.";
                        case SQLITE -> "leave it out of the mapping.";
                    });
        }
        return new QualifiedName(usable == null ? null : usable.getText(), name).text();
    }

    private Table table(org.hibernate.mapping.Table table) {
        return Table.of(
                        name(table),
                        order.sort(table).stream()
                                .map(column -> column(table, column))
                                .toList(),
                        constraints.primaryKey(table))
                .withUniques(constraints.uniques(table))
                .withForeignKeys(constraints.foreignKeys(table))
                .withChecks(constraints.checks(table))
                .withIndexes(constraints.indexes(table))
                .withInit(table.getInitCommands(context).stream()
                        .flatMap(command -> List.of(command.initCommands()).stream())
                        .distinct() // each generator adds its own
                        .toList())
                .withComment(comment(table.getComment()))
                .withOptions(options(table));
    }

    private List<String> options(org.hibernate.mapping.Table table) {
        String options = table.getOptions();
        boolean isSequence = !table.getInitCommands(context).isEmpty();
        if (!isGiven(options) || isSequence) {
            return List.of(); // those of a sequence that the database does not have
        }
        try {
            return switch (kind) {
                case MARIADB -> MariaDbOptions.parse(options).list();
                case SQLITE -> SqliteCreateTable.options(new SqlCursor(kind, options));
                case POSTGRESQL -> throw new SchemaException("PostgreSQL's are not kept.");
            };
        } catch (SchemaException e) {
            throw new SchemaException(
                    "Table '" + table.getName() + "' has the options '" + options + "', which are not supported on "
                            + kind.id() + ": " + e.getMessage() + " Leave them out, and set them in a migration.",
                    e);
        }
    }

    /** SQLite has no place for comments. */
    private @Nullable String comment(@Nullable String text) {
        return kind == DatabaseKind.SQLITE || !isGiven(text) ? null : text;
    }

    private Column column(org.hibernate.mapping.Table table, org.hibernate.mapping.Column column) {
        refuse(table, column, "has options of its own", isGiven(column.getOptions()));
        int code = column.getSqlTypeCode(metadata);
        boolean named = code == SqlTypes.NAMED_ENUM || code == SqlTypes.NAMED_ORDINAL_ENUM;
        String type = column.getSqlType(metadata);
        if (!named && ColumnDefinition.hasClauses(type)) {
            throw new SchemaException("Column '" + table.getName() + "." + column.getName()
                    + "' has more than a type in its column definition '" + type
                    + "'. Use @ColumnDefault, @GeneratedColumn, @Collate, 'nullable = false' and @Check, which can be"
                    + " compared.");
        }
        // the only type under which SQLite makes up ids
        boolean rowid = kind == DatabaseKind.SQLITE && column.isIdentity();
        return new Column(
                column.getName(),
                rowid ? "integer" : named && kind == DatabaseKind.POSTGRESQL ? WantedEnums.name(type) : type,
                column.isNullable(),
                column.getDefaultValue(),
                column.isIdentity(),
                generated(column.getGeneratedAs()),
                isGiven(column.getCollation()) ? column.getCollation() : null,
                comment(column.getComment()));
    }

    private @Nullable Generated generated(@Nullable String expression) {
        if (expression == null || expression.isEmpty()) {
            return null;
        }
        String clause = metadata.getDatabase().getDialect().generatedAs(expression);
        return new Generated(
                kind == DatabaseKind.MARIADB ? MariaDbExpression.withOwnQuotes(expression) : expression,
                !clause.toLowerCase(Locale.ROOT).endsWith("virtual"));
    }

    private static void refuse(
            org.hibernate.mapping.Table table, org.hibernate.mapping.Column column, String what, boolean found) {
        if (found) {
            throw new SchemaException(
                    "Column '" + table.getName() + "." + column.getName() + "' " + what + ", which is not supported.");
        }
    }

    public static boolean isGiven(@Nullable String text) {
        return text != null && !text.isEmpty();
    }
}
