package dev.unirow.schema;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.function.UnaryOperator;

/** A schema after an operation. */
final class SchemaChange {
    private SchemaChange() {}

    static Schema apply(Schema schema, List<Operation> operations) {
        Schema result = schema;
        for (Operation operation : operations) {
            result = apply(result, operation);
        }
        return result;
    }

    /** @throws SchemaException when the operation is about a table that is not there */
    static Schema apply(Schema schema, Operation operation) {
        if (operation instanceof Operation.CreateTable create) {
            return schema.with(create.definition());
        } else if (operation instanceof Operation.DropTable drop) {
            return schema.without(drop.table());
        } else if (operation instanceof Operation.RenameTable rename) {
            return renamed(schema, rename);
        } else if (operation instanceof Operation.CreateSequence create) {
            return new Schema(schema.tables(), plus(schema.sequences(), create.sequence()), schema.views());
        } else if (operation instanceof Operation.DropSequence drop) {
            return new Schema(
                    schema.tables(), minus(schema.sequences(), drop.sequence().name(), Sequence::name), schema.views());
        } else if (operation instanceof Operation.AlterSequence alter) {
            List<Sequence> others = minus(schema.sequences(), alter.to().name(), Sequence::name);
            return new Schema(schema.tables(), plus(others, alter.to()), schema.views());
        } else if (operation instanceof Operation.RenameColumn rename) {
            return ColumnRename.apply(schema, rename);
        }
        Table table = schema.table(operation.table())
                .orElseThrow(() -> new SchemaException("There is no table '" + operation.table() + "' for: "
                        + operation.description() + ". The operations do not start from this schema."));
        return schema.with(apply(table, operation));
    }

    private static Table apply(Table table, Operation operation) {
        if (operation instanceof Operation.AddColumn add) {
            return table.withColumns(plus(table.columns(), add.column()));
        } else if (operation instanceof Operation.DropColumn drop) {
            return table.withColumns(minus(table.columns(), drop.column().name(), Column::name));
        } else if (operation instanceof Operation.AlterType alter) {
            return altered(
                    table,
                    alter.to().name(),
                    column -> column.withType(alter.to().type()));
        } else if (operation instanceof Operation.AlterNullable alter) {
            return altered(
                    table,
                    alter.to().name(),
                    column -> column.withNullable(alter.to().nullable()));
        } else if (operation instanceof Operation.AlterDefault alter) {
            return altered(
                    table,
                    alter.to().name(),
                    column -> column.withDefault(alter.to().defaultValue()));
        } else if (operation instanceof Operation.AlterIdentity alter) {
            return altered(table, alter.to().name(), column -> alter.to());
        } else if (operation instanceof Operation.AddPrimaryKey add) {
            return table.withPrimaryKey(add.key());
        } else if (operation instanceof Operation.DropPrimaryKey) {
            return table.withPrimaryKey(null);
        } else if (operation instanceof Operation.AddUnique add) {
            return table.withUniques(plus(table.uniques(), add.unique()));
        } else if (operation instanceof Operation.DropUnique drop) {
            return table.withUniques(minus(table.uniques(), drop.unique().name(), Unique::name));
        } else if (operation instanceof Operation.AddCheck add) {
            return table.withChecks(plus(table.checks(), add.check()));
        } else if (operation instanceof Operation.DropCheck drop) {
            return table.withChecks(minus(table.checks(), drop.check().name(), Check::name));
        } else if (operation instanceof Operation.CreateIndex create) {
            return table.withIndexes(plus(table.indexes(), create.index()));
        } else if (operation instanceof Operation.DropIndex drop) {
            return table.withIndexes(minus(table.indexes(), drop.index().name(), Index::name));
        } else if (operation instanceof Operation.AddForeignKey add) {
            return table.withForeignKeys(plus(table.foreignKeys(), add.key()));
        } else if (operation instanceof Operation.DropForeignKey drop) {
            return table.withForeignKeys(minus(table.foreignKeys(), drop.key().name(), ForeignKey::name));
        }
        throw new IllegalStateException("No table operation: " + operation);
    }

    private static Schema renamed(Schema schema, Operation.RenameTable rename) {
        return new Schema(
                schema.tables().stream().map(table -> renamed(table, rename)).toList(),
                schema.sequences(),
                schema.views());
    }

    private static Table renamed(Table table, Operation.RenameTable rename) {
        List<ForeignKey> keys = table.foreignKeys().stream()
                .map(key -> key.referredTable().equals(rename.table())
                        ? new ForeignKey(
                                key.name(), key.columns(), rename.newName(), key.referredColumns(), key.onDelete())
                        : key)
                .toList();
        Table moved = table.withForeignKeys(keys);
        return table.name().equals(rename.table()) ? moved.withName(rename.newName()) : moved;
    }

    private static Table altered(Table table, String name, UnaryOperator<Column> change) {
        return table.withColumns(table.columns().stream()
                .map(column -> column.name().equals(name) ? change.apply(column) : column)
                .toList());
    }

    private static <T> List<T> plus(List<T> list, T item) {
        List<T> longer = new ArrayList<>(list);
        longer.add(item);
        return longer;
    }

    private static <T> List<T> minus(List<T> list, String name, Function<T, String> nameOf) {
        return list.stream().filter(item -> !nameOf.apply(item).equals(name)).toList();
    }
}
