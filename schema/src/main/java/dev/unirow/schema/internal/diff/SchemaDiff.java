package dev.unirow.schema.internal.diff;

import dev.unirow.schema.ColumnAspect;
import dev.unirow.schema.ColumnOperation;
import dev.unirow.schema.ConstraintOperation;
import dev.unirow.schema.DatabaseKind;
import dev.unirow.schema.EnumType;
import dev.unirow.schema.ForeignKey;
import dev.unirow.schema.Operation;
import dev.unirow.schema.PrimaryKey;
import dev.unirow.schema.Schema;
import dev.unirow.schema.SchemaOperation;
import dev.unirow.schema.Sequence;
import dev.unirow.schema.Table;
import dev.unirow.schema.TableOperation;
import dev.unirow.schema.internal.ddl.ReferenceOrder;
import dev.unirow.schema.internal.sql.TypeName;
import java.util.Collection;
import java.util.List;
import java.util.function.Function;

/**
 * What leads from one schema to another. Each side may bring a second copy of itself in which the database has
 * rewritten types, defaults and conditions; those are compared, and the first copies go into the operations.
 */
public final class SchemaDiff {
    private final DatabaseKind kind;
    private final Schema from;
    private final Schema fromCanonical;
    private final Schema to;
    private final Schema toCanonical;
    private final DiffSteps steps = new DiffSteps();

    private SchemaDiff(DatabaseKind kind, Schema from, Schema fromCanonical, Schema to, Schema toCanonical) {
        this.kind = kind;
        this.from = from;
        this.fromCanonical = fromCanonical;
        this.to = to;
        this.toCanonical = toCanonical;
    }

    public static List<Operation> between(
            DatabaseKind kind, Schema from, Schema fromCanonical, Schema to, Schema toCanonical) {
        return new SchemaDiff(kind, from, fromCanonical, to, toCanonical).operations();
    }

    private List<Operation> operations() {
        compareEnums();
        compareSequences();
        for (Table table : to.tables()) {
            from.table(table.name()).ifPresent(live -> compare(live, table));
        }
        createTables();
        dropTables();
        keysOnChangedTypes();
        missing(from.sequences(), to.sequences(), Sequence::name)
                .forEach(sequence -> steps.drops.add(new SchemaOperation.DropSequence(sequence)));
        missing(from.enums(), to.enums(), EnumType::name)
                .forEach(type -> steps.drops.add(new SchemaOperation.DropEnum(type)));
        steps.keySources.addAll(new KeySourceDiff(kind, from, to).operations());
        return steps.inOrder();
    }

    private void compareEnums() {
        missing(to.enums(), from.enums(), EnumType::name)
                .forEach(type -> steps.creates.add(new SchemaOperation.CreateEnum(type)));
        for (EnumType type : to.enums()) {
            from.enums().stream()
                    .filter(old ->
                            old.name().equals(type.name()) && !old.values().equals(type.values()))
                    .forEach(old -> steps.creates.add(new SchemaOperation.AlterEnum(old, type)));
        }
    }

    private void compareSequences() {
        missing(to.sequences(), from.sequences(), Sequence::name)
                .forEach(sequence -> steps.creates.add(new SchemaOperation.CreateSequence(sequence)));
        for (Sequence sequence : to.sequences()) {
            from.sequences().stream()
                    .filter(old -> old.name().equals(sequence.name()) && !old.stepsAs(sequence, kind))
                    .forEach(old -> steps.columns.add(new SchemaOperation.AlterSequence(old, sequence)));
        }
    }

    private void compare(Table live, Table wanted) {
        new TableDiff(
                        kind,
                        live,
                        fromCanonical.table(live.name()).orElse(live),
                        wanted,
                        toCanonical.table(wanted.name()).orElse(wanted),
                        steps)
                .compare();
    }

    private void createTables() {
        ReferenceOrder order = ReferenceOrder.of(missing(to.tables(), from.tables(), Table::name));
        for (Table table : order.tables()) {
            List<ForeignKey> later = keysApart(table, order, from);
            steps.creates.add(new TableOperation.CreateTable(without(table, later)));
            later.forEach(key -> steps.addForeignKeys.add(new ConstraintOperation.AddConstraint(table.name(), key)));
        }
    }

    private void dropTables() {
        ReferenceOrder order = ReferenceOrder.of(missing(from.tables(), to.tables(), Table::name));
        for (Table table : order.reversed()) {
            List<ForeignKey> before = keysApart(table, order, to);
            before.forEach(key -> steps.dropForeignKeys.add(new ConstraintOperation.DropConstraint(table.name(), key)));
            steps.drops.add(new TableOperation.DropTable(without(table, before)));
        }
    }

    /**
     * The foreign keys that cannot come and go with their table: those of a cycle, and those whose referred key is not
     * in the other schema. SQLite declares a foreign key with its table, and may do so before the other table is there.
     */
    private List<ForeignKey> keysApart(Table table, ReferenceOrder order, Schema other) {
        if (kind == DatabaseKind.SQLITE) {
            return List.of();
        }
        return table.foreignKeys().stream()
                .filter(key -> !key.referredTable().equals(table.name()))
                .filter(key -> (order.circular().contains(table.name())
                                && order.circular().contains(key.referredTable()))
                        || other.table(key.referredTable())
                                .filter(referred -> !hasKey(referred, key.referredColumns()))
                                .isPresent()
                        || refersToChangedType(key))
                .toList();
    }

    /** MariaDB refuses a key between columns of two types, as long as one is not changed yet. */
    private boolean refersToChangedType(ForeignKey key) {
        return steps.columns.stream()
                .anyMatch(operation -> isInTheWay(operation)
                        && operation.table().equals(key.referredTable())
                        && key.referredColumns().contains(changedColumn(operation)));
    }

    /**
     * A foreign key that stays has to go while the type of a column that it is on changes, and comes back when those of
     * both its ends have.
     */
    private void keysOnChangedTypes() {
        List<Operation> changes =
                steps.columns.stream().filter(this::isInTheWay).toList();
        for (Table table : changes.isEmpty() ? List.<Table>of() : from.tables()) {
            for (ForeignKey key : table.foreignKeys()) {
                boolean touched = changes.stream()
                        .anyMatch(change -> (change.table().equals(table.name())
                                        && key.columns().contains(changedColumn(change)))
                                || (change.table().equals(key.referredTable())
                                        && key.referredColumns().contains(changedColumn(change))));
                to.table(table.name()).stream()
                        .flatMap(wanted -> wanted.foreignKeys().stream())
                        .filter(wanted -> touched && wanted.refersAs(key))
                        .forEach(wanted -> {
                            steps.dropForeignKeys.add(new ConstraintOperation.DropConstraint(table.name(), key));
                            steps.addForeignKeys.add(new ConstraintOperation.AddConstraint(table.name(), wanted));
                        });
            }
        }
    }

    /**
     * MariaDB changes no column with a foreign key on it; PostgreSQL does, as long as the types at both ends can be
     * compared.
     */
    private boolean isInTheWay(Operation operation) {
        return operation instanceof ColumnOperation.AlterColumn alter
                && switch (kind) {
                    case MARIADB -> alter.isOf(ColumnAspect.TYPE) || alter.isOf(ColumnAspect.COLLATION);
                    case POSTGRESQL -> alter.isOf(ColumnAspect.TYPE) && !isOneKindOfType(alter);
                    case SQLITE -> false;
                };
    }

    private boolean isOneKindOfType(ColumnOperation.AlterColumn alter) {
        TypeName from = TypeName.of(kind, alter.from().type());
        TypeName to = TypeName.of(kind, alter.to().type());
        return from.fitsInto(to) || to.fitsInto(from);
    }

    private static String changedColumn(Operation operation) {
        return ((ColumnOperation.AlterColumn) operation).to().name();
    }

    private static boolean hasKey(Table table, List<String> columns) {
        PrimaryKey key = table.primaryKey();
        return (key != null && key.columns().equals(columns))
                || table.uniques().stream().anyMatch(unique -> unique.columns().equals(columns));
    }

    private static Table without(Table table, List<ForeignKey> keys) {
        return table.withForeignKeys(
                table.foreignKeys().stream().filter(key -> !keys.contains(key)).toList());
    }

    static <T> List<T> missing(List<T> wanted, Collection<T> present, Function<T, String> name) {
        List<String> names = present.stream().map(name).toList();
        return wanted.stream().filter(item -> !names.contains(name.apply(item))).toList();
    }
}
