package dev.unirow.schema.internal.ddl;

import dev.unirow.schema.Check;
import dev.unirow.schema.Column;
import dev.unirow.schema.ColumnOperation;
import dev.unirow.schema.Constraint;
import dev.unirow.schema.ConstraintOperation;
import dev.unirow.schema.DatabaseKind;
import dev.unirow.schema.EnumType;
import dev.unirow.schema.ForeignKey;
import dev.unirow.schema.Index;
import dev.unirow.schema.Operation;
import dev.unirow.schema.PrimaryKey;
import dev.unirow.schema.Schema;
import dev.unirow.schema.SchemaException;
import dev.unirow.schema.SchemaOperation;
import dev.unirow.schema.Sequence;
import dev.unirow.schema.Table;
import dev.unirow.schema.TableOperation;
import dev.unirow.schema.Unique;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.function.UnaryOperator;

/** A schema after an operation. */
public final class SchemaChange {
    private SchemaChange() {}

    public static Schema apply(DatabaseKind kind, Schema schema, List<Operation> operations) {
        Schema result = schema;
        for (Operation operation : operations) {
            result = apply(kind, result, operation);
        }
        return result;
    }

    /** @throws SchemaException when the operation is about a table that is not there */
    public static Schema apply(DatabaseKind kind, Schema schema, Operation operation) {
        if (operation instanceof TableOperation.CreateTable create) {
            return schema.with(create.definition());
        } else if (operation instanceof TableOperation.DropTable drop) {
            return schema.without(drop.table());
        } else if (operation instanceof TableOperation.RenameTable rename) {
            return renamed(schema, rename);
        } else if (operation instanceof SchemaOperation ofSchema) {
            return apply(schema, ofSchema);
        } else if (operation instanceof ColumnOperation.RenameColumn rename) {
            return ColumnRename.apply(kind, schema, rename);
        }
        Table table = schema.table(operation.table())
                .orElseThrow(() -> new SchemaException("There is no table '" + operation.table() + "' for: "
                        + operation.description() + ". The operations do not start from this schema."));
        return schema.with(apply(table, operation));
    }

    private static Schema apply(Schema schema, SchemaOperation operation) {
        if (operation instanceof SchemaOperation.AdvanceSequence) {
            return schema;
        }
        String name = operation.table();
        List<Sequence> sequences = minus(schema.sequences(), name, Sequence::name);
        List<EnumType> enums = minus(schema.enums(), name, EnumType::name);
        if (operation instanceof SchemaOperation.CreateSequence create) {
            return schema.withSequences(plus(sequences, create.sequence()));
        } else if (operation instanceof SchemaOperation.DropSequence) {
            return schema.withSequences(sequences);
        } else if (operation instanceof SchemaOperation.AlterSequence alter) {
            return schema.withSequences(plus(sequences, alter.to()));
        } else if (operation instanceof SchemaOperation.CreateEnum create) {
            return schema.withEnums(plus(enums, create.type()));
        } else if (operation instanceof SchemaOperation.AlterEnum alter) {
            return schema.withEnums(plus(enums, alter.to()));
        }
        return schema.withEnums(enums);
    }

    private static Table apply(Table table, Operation operation) {
        if (operation instanceof ColumnOperation ofColumn) {
            return apply(table, ofColumn);
        } else if (operation instanceof TableOperation.AlterTableComment alter) {
            return table.withComment(alter.to());
        } else if (operation instanceof TableOperation.AlterTableOptions alter) {
            return table.withOptions(alter.to());
        } else if (operation instanceof ConstraintOperation.CreateIndex create) {
            return table.withIndexes(plus(table.indexes(), create.index()));
        } else if (operation instanceof ConstraintOperation.DropIndex drop) {
            return table.withIndexes(minus(table.indexes(), drop.index().name(), Index::name));
        } else if (operation instanceof ConstraintOperation.AddConstraint add) {
            return added(table, add.constraint());
        } else if (operation instanceof ConstraintOperation.DropConstraint drop) {
            return dropped(table, drop.constraint());
        }
        throw new IllegalStateException("No table operation: " + operation);
    }

    private static Table apply(Table table, ColumnOperation operation) {
        if (operation instanceof ColumnOperation.AddColumn add) {
            return table.withColumns(plus(table.columns(), add.column()));
        } else if (operation instanceof ColumnOperation.DropColumn drop) {
            return table.withColumns(minus(table.columns(), drop.column().name(), Column::name));
        } else if (operation instanceof ColumnOperation.AlterType alter) {
            return altered(
                    table,
                    alter.to(),
                    // on SQLite they go together
                    column -> column.withType(alter.to().type())
                            .withIdentity(alter.to().identity()));
        } else if (operation instanceof ColumnOperation.AlterNullable alter) {
            return altered(
                    table, alter.to(), column -> column.withNullable(alter.to().nullable()));
        } else if (operation instanceof ColumnOperation.AlterDefault alter) {
            return altered(
                    table, alter.to(), column -> column.withDefault(alter.to().defaultValue()));
        } else if (operation instanceof ColumnOperation.AlterIdentity alter) {
            return altered(
                    table,
                    alter.to(),
                    column -> column.withIdentity(alter.to().identity())
                            .withIdentityAlways(alter.to().identityAlways()));
        } else if (operation instanceof ColumnOperation.AlterCollation alter) {
            return altered(
                    table, alter.to(), column -> column.withCollation(alter.to().collation()));
        } else if (operation instanceof ColumnOperation.AlterColumnComment alter) {
            return altered(
                    table, alter.to(), column -> column.withComment(alter.to().comment()));
        } else if (operation instanceof ColumnOperation.AlterGenerated alter) {
            return altered(table, alter.to(), column -> alter.to());
        }
        throw new IllegalStateException("No column operation: " + operation);
    }

    private static Table added(Table table, Constraint constraint) {
        if (constraint instanceof PrimaryKey key) {
            return table.withPrimaryKey(key);
        } else if (constraint instanceof Unique unique) {
            return table.withUniques(plus(table.uniques(), unique));
        } else if (constraint instanceof Check check) {
            return table.withChecks(plus(table.checks(), check));
        }
        return table.withForeignKeys(plus(table.foreignKeys(), (ForeignKey) constraint));
    }

    private static Table dropped(Table table, Constraint constraint) {
        String name = constraint.name();
        if (constraint instanceof PrimaryKey) {
            return table.withPrimaryKey(null);
        } else if (constraint instanceof Unique) {
            return table.withUniques(minus(table.uniques(), name, Unique::name));
        } else if (constraint instanceof Check) {
            return table.withChecks(minus(table.checks(), name, Check::name));
        }
        return table.withForeignKeys(minus(table.foreignKeys(), name, ForeignKey::name));
    }

    private static Schema renamed(Schema schema, TableOperation.RenameTable rename) {
        return schema.withTables(
                schema.tables().stream().map(table -> renamed(table, rename)).toList());
    }

    private static Table renamed(Table table, TableOperation.RenameTable rename) {
        List<ForeignKey> keys = table.foreignKeys().stream()
                .map(key -> key.referredTable().equals(rename.table()) ? key.withReferredTable(rename.newName()) : key)
                .toList();
        Table moved = table.withForeignKeys(keys);
        return table.name().equals(rename.table()) ? moved.withName(rename.newName()) : moved;
    }

    private static Table altered(Table table, Column to, UnaryOperator<Column> change) {
        return table.withColumns(table.columns().stream()
                .map(column -> column.name().equals(to.name()) ? change.apply(column) : column)
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
