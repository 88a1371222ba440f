package dev.unirow.schema;

import dev.unirow.model.Naming;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.hibernate.annotations.OnDeleteAction;
import org.hibernate.boot.Metadata;
import org.hibernate.boot.model.naming.Identifier;
import org.hibernate.boot.model.relational.Database;
import org.hibernate.boot.model.relational.Namespace;
import org.hibernate.boot.model.relational.SqlStringGenerationContext;
import org.hibernate.boot.model.relational.internal.SqlStringGenerationContextImpl;
import org.hibernate.mapping.CheckConstraint;
import org.hibernate.mapping.Constraint;
import org.hibernate.type.SqlTypes;
import org.jspecify.annotations.Nullable;

/** Hibernate's mapping as a schema. */
final class WantedSchema {
    // what Hibernate's own naming strategy makes up: a prefix and an MD5 in base 35
    private static final Pattern MADE_UP = Pattern.compile("(FK|UK_?|IDX)[0-9a-y]{18,25}", Pattern.CASE_INSENSITIVE);

    private final Metadata metadata;
    private final DatabaseKind kind;
    private final Naming naming;
    private final SqlStringGenerationContext context;
    private final DeclarationOrder order;

    private WantedSchema(Metadata metadata, Naming naming) {
        Database database = metadata.getDatabase();
        this.metadata = metadata;
        this.kind = DatabaseKind.of(database.getDialect());
        this.naming = naming;
        this.context =
                SqlStringGenerationContextImpl.fromConfigurationMap(database.getJdbcEnvironment(), database, Map.of());
        this.order = DeclarationOrder.of(metadata);
    }

    static Schema of(Metadata metadata, Naming naming) {
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
                sequences.add(new Sequence(
                        name(
                                sequence.getName().getSchemaName(),
                                sequence.getName().getCatalogName(),
                                sequence.getName().getSequenceName().getText()),
                        sequence.getInitialValue(),
                        sequence.getIncrementSize()));
            }
        }
        return new Schema(tables, sequences, views, WantedEnums.of(metadata, context));
    }

    private String name(org.hibernate.mapping.Table table) {
        return name(table.getSchemaIdentifier(), table.getCatalogIdentifier(), table.getName());
    }

    /** To PostgreSQL a schema is one, to MariaDB a catalog. */
    private String name(@Nullable Identifier schema, @Nullable Identifier catalog, String name) {
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
                        primaryKey(table))
                .withUniques(uniques(table))
                .withForeignKeys(foreignKeys(table))
                .withChecks(checks(table).stream().map(this::inOwnQuotes).toList())
                .withIndexes(indexes(table))
                .withInit(table.getInitCommands(context).stream()
                        .flatMap(command -> List.of(command.initCommands()).stream())
                        .toList())
                .withComment(comment(table.getComment()));
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

    private @Nullable PrimaryKey primaryKey(org.hibernate.mapping.Table table) {
        return table.hasPrimaryKey()
                ? new PrimaryKey(naming.primaryKey(table.getName()), names(table.getPrimaryKey()))
                : null;
    }

    private List<Unique> uniques(org.hibernate.mapping.Table table) {
        List<Unique> uniques = new ArrayList<>();
        for (org.hibernate.mapping.UniqueKey key : table.getUniqueKeys().values()) {
            if (!table.isRedundantUniqueKey(key) && !isGiven(key.getOptions())) {
                List<String> columns = names(key);
                uniques.add(new Unique(
                        given(key.getName()).orElseGet(() -> naming.unique(table.getName(), columns)), columns));
            }
        }
        for (org.hibernate.mapping.Column column : table.getColumns()) {
            List<String> columns = List.of(column.getName());
            if (column.isUnique()
                    && !table.isPrimaryKey(column)
                    && uniques.stream().noneMatch(unique -> unique.columns().equals(columns))) {
                uniques.add(new Unique(naming.unique(table.getName(), columns), columns));
            }
        }
        table.getIndexes().values().stream()
                .map(index -> index(table, index))
                .filter(this::isConstraint)
                .map(index -> new Unique(index.name(), index.columnNames()))
                .filter(unique ->
                        uniques.stream().noneMatch(other -> other.columns().equals(unique.columns())))
                .forEach(uniques::add);
        return uniques;
    }

    private List<ForeignKey> foreignKeys(org.hibernate.mapping.Table table) {
        return table.getForeignKeyCollection().stream()
                .filter(key -> key.isCreationEnabled() && key.isPhysicalConstraint())
                .map(key -> foreignKey(table, key))
                .toList();
    }

    private ForeignKey foreignKey(org.hibernate.mapping.Table table, org.hibernate.mapping.ForeignKey key) {
        List<String> columns = names(key);
        String referred = key.getReferencedTable().getName();
        String name = given(key.getName()).orElseGet(() -> naming.foreignKey(table.getName(), columns, referred));
        ForeignKey plain = new ForeignKey(
                name,
                columns,
                name(key.getReferencedTable()),
                key.isReferenceToPrimaryKey()
                        ? names(key.getReferencedTable().getPrimaryKey())
                        : names(key.getReferencedColumns()),
                onDelete(key));
        return key.getKeyDefinition() == null ? plain : defined(plain, key.getKeyDefinition());
    }

    /** With the actions and the deferrability of {@code @ForeignKey(foreignKeyDefinition)}. */
    private ForeignKey defined(ForeignKey key, String definition) {
        SqlCursor cursor = new SqlCursor(definition);
        while (!cursor.at("references")) {
            cursor.next();
        }
        SqliteReference written = SqliteReference.read(cursor, naming, "", key.name(), key.columns());
        if (!cursor.atEnd()
                || (kind == DatabaseKind.MARIADB && written.deferrability() != Deferrability.NOT_DEFERRABLE)) {
            throw new SchemaException("The definition '" + definition + "' of foreign key '" + key.name()
                    + "' holds something that " + kind.id()
                    + " does not know. It may name ON DELETE and ON UPDATE actions, and DEFERRABLE except on mariadb.");
        }
        return new ForeignKey(
                key.name(),
                key.columns(),
                key.referredTable(),
                key.referredColumns(),
                written.onDelete(),
                written.onUpdate(),
                written.deferrability());
    }

    private ReferentialAction onDelete(org.hibernate.mapping.ForeignKey key) {
        boolean same = kind == DatabaseKind.MARIADB && key.getOnDeleteAction() == OnDeleteAction.RESTRICT;
        return key.getOnDeleteAction() == null || same // to InnoDB
                ? ReferentialAction.NO_ACTION
                : ReferentialAction.valueOf(key.getOnDeleteAction().name());
    }

    /** A check is written once for all databases, in the standard's quotes. */
    private Check inOwnQuotes(Check check) {
        return kind == DatabaseKind.MARIADB
                ? new Check(check.name(), MariaDbExpression.withOwnQuotes(check.expression()))
                : check;
    }

    // all that is checked of a column is one constraint: it keeps its name when a rule is added
    private List<Check> checks(org.hibernate.mapping.Table table) {
        List<Check> checks = new ArrayList<>();
        for (org.hibernate.mapping.Column column : table.getColumns()) {
            List<CheckConstraint> constraints = column.getCheckConstraints();
            List<String> anonymous = constraints.stream()
                    .filter(CheckConstraint::isAnonymous)
                    .map(CheckConstraint::getConstraint)
                    .toList();
            if (!anonymous.isEmpty()) {
                checks.add(new Check(naming.check(table.getName(), column.getName()), conjunction(anonymous)));
            }
            constraints.stream()
                    .filter(CheckConstraint::isNamed)
                    .forEach(check -> checks.add(new Check(check.getName(), check.getConstraint())));
        }
        List<String> anonymous = new ArrayList<>();
        for (CheckConstraint check : table.getChecks()) {
            if (check.isNamed()) {
                checks.add(new Check(check.getName(), check.getConstraint()));
            } else {
                anonymous.add(check.getConstraint());
            }
        }
        if (!anonymous.isEmpty()) {
            checks.add(new Check(naming.check(table.getName(), "row"), conjunction(anonymous)));
        }
        return checks;
    }

    // Bean Validation hands its rules out in no order
    private static String conjunction(List<String> conditions) {
        return conditions.size() == 1
                ? conditions.get(0)
                : conditions.stream().sorted().collect(Collectors.joining(") and (", "(", ")"));
    }

    private List<Index> indexes(org.hibernate.mapping.Table table) {
        List<Index> indexes = new ArrayList<>();
        for (org.hibernate.mapping.UniqueKey key : table.getUniqueKeys().values()) {
            if (isGiven(key.getOptions())) {
                indexes.add(index(table, WantedIndex.asIndex(key)));
            }
        }
        table.getIndexes().values().stream()
                .map(index -> index(table, index))
                .filter(index -> !isConstraint(index))
                .forEach(indexes::add);
        return indexes;
    }

    /** MariaDB does not tell a unique index from a unique constraint. */
    private boolean isConstraint(Index index) {
        return kind == DatabaseKind.MARIADB && index.isUniqueConstraint();
    }

    private Index index(org.hibernate.mapping.Table table, org.hibernate.mapping.Index index) {
        return WantedIndex.of(
                kind, index, columns -> given(index.getName()).orElseGet(() -> naming.index(table.getName(), columns)));
    }

    private static boolean isGiven(@Nullable String text) {
        return text != null && !text.isEmpty();
    }

    private static Optional<String> given(@Nullable String name) {
        return name == null || MADE_UP.matcher(name).matches() ? Optional.empty() : Optional.of(name);
    }

    private static List<String> names(Constraint constraint) {
        return names(constraint.getColumns());
    }

    private static List<String> names(Collection<org.hibernate.mapping.Column> columns) {
        return columns.stream().map(org.hibernate.mapping.Column::getName).toList();
    }
}
