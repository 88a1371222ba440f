package dev.unirow.migrate.internal.autogenerate;

import dev.unirow.schema.Check;
import dev.unirow.schema.Column;
import dev.unirow.schema.ColumnOperation;
import dev.unirow.schema.ConstraintOperation;
import dev.unirow.schema.ForeignKey;
import dev.unirow.schema.Index;
import dev.unirow.schema.Operation;
import dev.unirow.schema.PrimaryKey;
import dev.unirow.schema.Schema;
import dev.unirow.schema.SchemaOperation;
import dev.unirow.schema.Table;
import dev.unirow.schema.TableOperation;
import dev.unirow.schema.Unique;
import java.util.List;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;

/**
 * A schema without what operations, which may be another kind of database's, are to add. Whatever hangs on it goes
 * along: what is taken away too much is only added again.
 *
 * @param missing the operations
 */
record LackingSchema(List<Operation> missing) {
    Schema of(Schema wanted) {
        Schema schema = wanted;
        for (Operation operation : missing) {
            schema = without(schema, operation);
        }
        return schema;
    }

    private static Schema without(Schema schema, Operation operation) {
        if (operation instanceof TableOperation.CreateTable create) {
            return changed(schema.without(create.table()), table -> withoutKeysTo(table, create.table()));
        }
        if (operation instanceof ColumnOperation.AddColumn add) {
            String name = add.column().name();
            return changed(
                    schema,
                    table -> table.name().equals(add.table()) ? withoutColumn(table, name) : withoutKeysTo(table, add));
        }
        if (operation instanceof ConstraintOperation.AddConstraint add) {
            return changed(
                    schema,
                    table -> table.name().equals(add.table())
                            ? withoutConstraint(table, add.constraint().name())
                            : table);
        }
        if (operation instanceof ConstraintOperation.CreateIndex create) {
            return changed(
                    schema,
                    table -> table.name().equals(create.table())
                            ? table.withIndexes(table.indexes().stream()
                                    .filter(index ->
                                            !index.name().equals(create.index().name()))
                                    .toList())
                            : table);
        }
        if (operation instanceof SchemaOperation.CreateSequence create) {
            String name = create.sequence().name();
            return schema.without(name)
                    .withSequences(schema.sequences().stream()
                            .filter(sequence -> !sequence.name().equals(name))
                            .toList());
        }
        return schema;
    }

    private static Schema changed(Schema schema, UnaryOperator<Table> change) {
        return schema.withTables(schema.tables().stream().map(change).toList());
    }

    private static Table withoutKeysTo(Table table, String other) {
        return table.withForeignKeys(table.foreignKeys().stream()
                .filter(key -> !key.referredTable().equals(other))
                .toList());
    }

    private static Table withoutKeysTo(Table table, ColumnOperation.AddColumn add) {
        return table.withForeignKeys(table.foreignKeys().stream()
                .filter(key -> !key.referredTable().equals(add.table())
                        || !key.referredColumns().contains(add.column().name()))
                .toList());
    }

    private static Table withoutColumn(Table table, String column) {
        Pattern word = Pattern.compile("(?i)(?<![\\w$])" + Pattern.quote(column) + "(?![\\w$])");
        PrimaryKey key = table.primaryKey();
        return table.withColumns(table.columns().stream()
                        .filter(other -> !other.name().equals(column) && !isComputedOf(other, word))
                        .toList())
                .withPrimaryKey(key != null && key.columns().contains(column) ? null : key)
                .withUniques(table.uniques().stream()
                        .filter(unique -> !unique.columns().contains(column))
                        .toList())
                .withForeignKeys(table.foreignKeys().stream()
                        .filter(foreign -> !foreign.columns().contains(column)
                                && !(foreign.referredTable().equals(table.name())
                                        && foreign.referredColumns().contains(column)))
                        .toList())
                .withChecks(table.checks().stream()
                        .filter(check -> !word.matcher(check.expression()).find())
                        .toList())
                .withIndexes(table.indexes().stream()
                        .filter(index -> !isOver(index, word))
                        .toList());
    }

    private static boolean isComputedOf(Column column, Pattern word) {
        return column.generated() != null
                && word.matcher(column.generated().expression()).find();
    }

    private static boolean isOver(Index index, Pattern word) {
        return index.columnNames().stream().anyMatch(part -> word.matcher(part).find())
                || (index.where() != null && word.matcher(index.where()).find());
    }

    private static Table withoutConstraint(Table table, String name) {
        PrimaryKey key = table.primaryKey();
        return table.withPrimaryKey(key != null && key.name().equals(name) ? null : key)
                .withUniques(rest(table.uniques(), Unique::name, name))
                .withForeignKeys(rest(table.foreignKeys(), ForeignKey::name, name))
                .withChecks(rest(table.checks(), Check::name, name));
    }

    private static <T> List<T> rest(List<T> constraints, Function<T, String> named, String name) {
        return constraints.stream()
                .filter(constraint -> !named.apply(constraint).equals(name))
                .toList();
    }
}
