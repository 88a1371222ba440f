package dev.unirow.schema.internal.wanted;

import dev.unirow.model.Naming;
import dev.unirow.schema.Check;
import dev.unirow.schema.DatabaseKind;
import dev.unirow.schema.Deferrability;
import dev.unirow.schema.ForeignKey;
import dev.unirow.schema.Index;
import dev.unirow.schema.PrimaryKey;
import dev.unirow.schema.ReferentialAction;
import dev.unirow.schema.SchemaException;
import dev.unirow.schema.Unique;
import dev.unirow.schema.internal.sql.MariaDbExpression;
import dev.unirow.schema.internal.sql.SqlCursor;
import dev.unirow.schema.internal.sqlite.SqliteReference;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.hibernate.annotations.OnDeleteAction;
import org.hibernate.boot.model.naming.Identifier;
import org.hibernate.mapping.CheckConstraint;
import org.hibernate.mapping.Constraint;
import org.jspecify.annotations.Nullable;

/** The keys, checks and indexes of Hibernate's tables, each with a name. */
final class WantedConstraints {
    // what Hibernate's own naming strategy makes up: a prefix and an MD5 in base 35
    private static final Pattern MADE_UP = Pattern.compile("(FK|UK_?|IDX)[0-9a-y]{18,25}", Pattern.CASE_INSENSITIVE);

    private final DatabaseKind kind;
    private final Naming naming;
    private final ColumnRules rules;
    private final Function<org.hibernate.mapping.Table, String> tableName;

    /** @param tableName how other tables are referred to */
    WantedConstraints(
            DatabaseKind kind,
            Naming naming,
            ColumnRules rules,
            Function<org.hibernate.mapping.Table, String> tableName) {
        this.kind = kind;
        this.naming = naming;
        this.rules = rules;
        this.tableName = tableName;
    }

    @Nullable PrimaryKey primaryKey(org.hibernate.mapping.Table table) {
        return table.hasPrimaryKey()
                ? new PrimaryKey(naming.primaryKey(table.getName()), names(table.getPrimaryKey()))
                : null;
    }

    List<Unique> uniques(org.hibernate.mapping.Table table) {
        List<Unique> uniques = new ArrayList<>();
        for (org.hibernate.mapping.UniqueKey key : table.getUniqueKeys().values()) {
            if (!table.isRedundantUniqueKey(key) && !isIndex(key)) {
                CutNames cut = new CutNames(kind, naming, table);
                List<String> columns = names(key).stream().map(cut::column).toList();
                uniques.add(new Unique(
                        given(key.getName())
                                .filter(name -> !isNamedAfterOwner(name, table, columns))
                                .orElseGet(() -> naming.unique(table.getName(), columns)),
                        columns));
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

    /**
     * Hibernate names the key of a collection that is a set as if it were one of the table that the collection is of.
     */
    private boolean isNamedAfterOwner(String name, org.hibernate.mapping.Table table, List<String> columns) {
        return table.getForeignKeyCollection().stream()
                .map(key -> key.getReferencedTable().getName())
                .anyMatch(owner -> !owner.equals(table.getName())
                        && naming.unique(owner, columns).equals(name));
    }

    List<ForeignKey> foreignKeys(org.hibernate.mapping.Table table) {
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
                tableName.apply(key.getReferencedTable()),
                key.isReferenceToPrimaryKey()
                        ? names(key.getReferencedTable().getPrimaryKey())
                        : names(key.getReferencedColumns()),
                onDelete(key));
        String options = Objects.requireNonNullElse(key.getOptions(), "");
        if (key.getKeyDefinition() != null) {
            return possible(defined(plain, key.getKeyDefinition() + " " + options));
        }
        return possible(options.isEmpty() ? plain : defined(plain, "references x " + options));
    }

    /** InnoDB has no default to set. */
    private ForeignKey possible(ForeignKey key) {
        boolean setsDefault =
                key.onDelete() == ReferentialAction.SET_DEFAULT || key.onUpdate() == ReferentialAction.SET_DEFAULT;
        if (kind == DatabaseKind.MARIADB && setsDefault) {
            throw new SchemaException("Foreign key '" + key.name()
                    + "' sets a default, which MariaDB cannot do. Let it set null, cascade, or do nothing.");
        }
        return key;
    }

    /** With the actions and the deferrability of {@code @ForeignKey(foreignKeyDefinition)} and {@code options}. */
    private ForeignKey defined(ForeignKey key, String definition) {
        SqlCursor cursor = new SqlCursor(kind, definition);
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
                written.onDelete() == ReferentialAction.NO_ACTION ? key.onDelete() : inOwnWords(written.onDelete()),
                inOwnWords(written.onUpdate()),
                written.deferrability());
    }

    private ReferentialAction onDelete(org.hibernate.mapping.ForeignKey key) {
        OnDeleteAction action = key.getOnDeleteAction();
        return action == null ? ReferentialAction.NO_ACTION : inOwnWords(ReferentialAction.valueOf(action.name()));
    }

    /** To InnoDB the two that forbid are one. */
    private ReferentialAction inOwnWords(ReferentialAction action) {
        return kind == DatabaseKind.MARIADB && action == ReferentialAction.RESTRICT
                ? ReferentialAction.NO_ACTION
                : action;
    }

    List<Check> checks(org.hibernate.mapping.Table table) {
        CutNames names = new CutNames(kind, naming, table);
        return written(table).stream()
                .map(check -> new Check(check.name(), names.expression(check.expression())))
                .map(this::inOwnQuotes)
                .toList();
    }

    /** A check is written once for all databases, in the standard's quotes. */
    private Check inOwnQuotes(Check check) {
        return kind == DatabaseKind.MARIADB
                ? new Check(check.name(), MariaDbExpression.withOwnQuotes(check.expression()))
                : check;
    }

    // all that is checked of a column is one constraint: it keeps its name when a rule is added
    private List<Check> written(org.hibernate.mapping.Table table) {
        List<Check> checks = new ArrayList<>();
        for (org.hibernate.mapping.Column column : table.getColumns()) {
            List<CheckConstraint> constraints = column.getCheckConstraints();
            constraints.forEach(check -> refuseOptions(table, check));
            Set<String> anonymous = new LinkedHashSet<>(rules.conditions(table, column));
            constraints.stream()
                    .filter(CheckConstraint::isAnonymous)
                    .map(CheckConstraint::getConstraint)
                    .forEach(anonymous::add);
            if (!anonymous.isEmpty()) {
                checks.add(new Check(naming.check(table.getName(), column.getName()), conjunction(anonymous)));
            }
            constraints.stream()
                    .filter(CheckConstraint::isNamed)
                    .forEach(check -> checks.add(new Check(check.getName(), check.getConstraint())));
        }
        List<String> anonymous = new ArrayList<>();
        for (CheckConstraint check : table.getChecks()) {
            refuseOptions(table, check);
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

    private static void refuseOptions(org.hibernate.mapping.Table table, CheckConstraint check) {
        if (WantedSchema.isGiven(check.getOptions())) {
            throw new SchemaException("The check '" + check.getConstraint() + "' of table '" + table.getName()
                    + "' has the options '" + check.getOptions() + "', which are not supported. Leave them out.");
        }
    }

    // Bean Validation hands its rules out in no order
    private static String conjunction(Collection<String> conditions) {
        return conditions.size() == 1
                ? conditions.iterator().next()
                : conditions.stream().sorted().collect(Collectors.joining(") and (", "(", ")"));
    }

    List<Index> indexes(org.hibernate.mapping.Table table) {
        List<Index> indexes = new ArrayList<>();
        for (org.hibernate.mapping.UniqueKey key : table.getUniqueKeys().values()) {
            if (isIndex(key)) {
                indexes.add(index(table, WantedIndex.asIndex(key)));
            }
        }
        table.getIndexes().values().stream()
                .map(index -> index(table, index))
                .filter(index -> !isConstraint(index))
                .forEach(indexes::add);
        return indexes;
    }

    /** Hibernate makes a key of every unique index, but a constraint has neither condition nor direction. */
    private static boolean isIndex(org.hibernate.mapping.UniqueKey key) {
        return WantedSchema.isGiven(key.getOptions())
                || key.getColumnOrderMap().values().stream().anyMatch(WantedIndex::isDirection);
    }

    /** MariaDB does not tell a unique index from a unique constraint. */
    private boolean isConstraint(Index index) {
        return kind == DatabaseKind.MARIADB && index.isUniqueConstraint();
    }

    private Index index(org.hibernate.mapping.Table table, org.hibernate.mapping.Index index) {
        CutNames names = new CutNames(kind, naming, table);
        Index wanted = WantedIndex.of(
                kind, index, columns -> given(index.getName()).orElseGet(() -> naming.index(table.getName(), columns)));
        String where = wanted.where();
        return wanted.withWhere(where == null ? null : names.expression(where))
                .withColumns(wanted.columns().stream().map(names::part).toList());
    }

    /** A name with the quotes that Hibernate gives it where a column needs them is that without. */
    private static Optional<String> given(@Nullable String name) {
        return name == null || MADE_UP.matcher(name).matches()
                ? Optional.empty()
                : Optional.of(Identifier.toIdentifier(name).getText());
    }

    private static List<String> names(Constraint constraint) {
        return names(constraint.getColumns());
    }

    private static List<String> names(Collection<org.hibernate.mapping.Column> columns) {
        return columns.stream().map(org.hibernate.mapping.Column::getName).toList();
    }
}
