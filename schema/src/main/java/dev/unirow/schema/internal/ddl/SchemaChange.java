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
import dev.unirow.schema.OperationVisitor;
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
public final class SchemaChange implements OperationVisitor<Schema> {
    private final DatabaseKind kind;
    private final Schema schema;

    private SchemaChange(DatabaseKind kind, Schema schema) {
        this.kind = kind;
        this.schema = schema;
    }

    public static Schema apply(DatabaseKind kind, Schema schema, List<Operation> operations) {
        Schema result = schema;
        for (Operation operation : operations) {
            result = apply(kind, result, operation);
        }
        return result;
    }

    /** @throws SchemaException when the operation is about a table that is not there */
    public static Schema apply(DatabaseKind kind, Schema schema, Operation operation) {
        return operation.accept(new SchemaChange(kind, schema));
    }

    @Override
    public Schema visit(TableOperation.CreateTable create) {
        return schema.with(create.definition());
    }

    @Override
    public Schema visit(TableOperation.DropTable drop) {
        return schema.without(drop.table());
    }

    @Override
    public Schema visit(TableOperation.RenameTable rename) {
        return renamed(schema, rename);
    }

    @Override
    public Schema visit(TableOperation.AlterTableComment alter) {
        return altered(alter, table -> table.withComment(alter.to()));
    }

    @Override
    public Schema visit(TableOperation.AlterTableOptions alter) {
        return altered(alter, table -> table.withOptions(alter.to()));
    }

    @Override
    public Schema visit(ColumnOperation.AddColumn add) {
        return altered(add, table -> table.withColumns(plus(table.columns(), add.column())));
    }

    @Override
    public Schema visit(ColumnOperation.DropColumn drop) {
        return altered(
                drop,
                table -> table.withColumns(minus(table.columns(), drop.column().name(), Column::name)));
    }

    @Override
    public Schema visit(ColumnOperation.RenameColumn rename) {
        return ColumnRename.apply(
                kind, new KeySourceRename(schema).column(rename.table(), rename.column(), rename.newName()), rename);
    }

    @Override
    public Schema visit(ColumnOperation.FillColumn fill) {
        return schema;
    }

    @Override
    public Schema visit(ColumnOperation.AlterColumn alter) {
        String name = alter.to().name();
        return altered(
                alter,
                table -> table.withColumns(table.columns().stream()
                        .map(column ->
                                column.name().equals(name) ? alter.aspect().of(alter.to(), column) : column)
                        .toList()));
    }

    @Override
    public Schema visit(ConstraintOperation.AddConstraint add) {
        return altered(add, table -> added(table, add.constraint()));
    }

    @Override
    public Schema visit(ConstraintOperation.DropConstraint drop) {
        return altered(drop, table -> dropped(table, drop.constraint()));
    }

    @Override
    public Schema visit(ConstraintOperation.CreateIndex create) {
        return altered(create, table -> table.withIndexes(plus(table.indexes(), create.index())));
    }

    @Override
    public Schema visit(ConstraintOperation.DropIndex drop) {
        return altered(
                drop,
                table -> table.withIndexes(minus(table.indexes(), drop.index().name(), Index::name)));
    }

    @Override
    public Schema visit(ConstraintOperation.RenameConstraint rename) {
        return altered(
                rename,
                table -> added(
                        dropped(table, rename.constraint()), rename.constraint().withName(rename.newName())));
    }

    @Override
    public Schema visit(ConstraintOperation.RenameIndex rename) {
        Index index = rename.index();
        return altered(
                rename,
                table -> table.withIndexes(
                        plus(minus(table.indexes(), index.name(), Index::name), index.withName(rename.newName()))));
    }

    @Override
    public Schema visit(SchemaOperation.CreateSequence create) {
        return withSequence(create.sequence());
    }

    @Override
    public Schema visit(SchemaOperation.DropSequence drop) {
        return schema.withSequences(minus(schema.sequences(), drop.table(), Sequence::name));
    }

    @Override
    public Schema visit(SchemaOperation.AlterSequence alter) {
        return withSequence(alter.to());
    }

    @Override
    public Schema visit(SchemaOperation.RenameSequence rename) {
        return new KeySourceRename(schema)
                .source(rename.table(), rename.newName())
                .withSequences(schema.sequences().stream()
                        .map(sequence ->
                                sequence.name().equals(rename.table()) ? sequence.withName(rename.newName()) : sequence)
                        .toList());
    }

    @Override
    public Schema visit(SchemaOperation.RenameCounter rename) {
        return new KeySourceRename(schema).segment(rename.table(), rename.segment(), rename.newSegment());
    }

    @Override
    public Schema visit(SchemaOperation.AdvanceSequence advance) {
        return schema;
    }

    @Override
    public Schema visit(SchemaOperation.CreateEnum create) {
        return withEnum(create.type());
    }

    @Override
    public Schema visit(SchemaOperation.DropEnum drop) {
        return schema.withEnums(minus(schema.enums(), drop.table(), EnumType::name));
    }

    @Override
    public Schema visit(SchemaOperation.AlterEnum alter) {
        return withEnum(alter.to());
    }

    private Schema withSequence(Sequence sequence) {
        return schema.withSequences(plus(minus(schema.sequences(), sequence.name(), Sequence::name), sequence));
    }

    private Schema withEnum(EnumType type) {
        return schema.withEnums(plus(minus(schema.enums(), type.name(), EnumType::name), type));
    }

    private Schema altered(Operation operation, UnaryOperator<Table> change) {
        Table table = schema.table(operation.table())
                .orElseThrow(() -> new SchemaException("There is no table '" + operation.table() + "' for: "
                        + operation.description() + ". The operations do not start from this schema."));
        return schema.with(change.apply(table));
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
        return new KeySourceRename(schema)
                .table(rename.table(), rename.newName())
                .withTables(schema.tables().stream()
                        .map(table -> renamed(table, rename))
                        .toList());
    }

    private static Table renamed(Table table, TableOperation.RenameTable rename) {
        List<ForeignKey> keys = table.foreignKeys().stream()
                .map(key -> key.referredTable().equals(rename.table()) ? key.withReferredTable(rename.newName()) : key)
                .toList();
        Table moved = table.withForeignKeys(keys);
        return table.name().equals(rename.table()) ? moved.withName(rename.newName()) : moved;
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
