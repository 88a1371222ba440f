package dev.unirow.schema;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.BiPredicate;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * What leads from one schema to another. Each side may bring a second copy of itself in which the database has rewritten types, defaults and conditions; those are
 * compared, and the first copies go into the operations.
 */
final class SchemaDiff {
    private final DatabaseKind kind;
    private final Schema from;
    private final Schema fromCanonical;
    private final Schema to;
    private final Schema toCanonical;

    // in the order in which they run
    private final List<Operation> dropForeignKeys = new ArrayList<>();
    private final List<Operation> dropConstraints = new ArrayList<>();
    private final List<Operation> creates = new ArrayList<>();
    private final List<Operation> columns = new ArrayList<>();
    private final List<Operation> addConstraints = new ArrayList<>();
    private final List<Operation> addForeignKeys = new ArrayList<>();
    private final List<Operation> drops = new ArrayList<>();

    private SchemaDiff(DatabaseKind kind, Schema from, Schema fromCanonical, Schema to, Schema toCanonical) {
        this.kind = kind;
        this.from = from;
        this.fromCanonical = fromCanonical;
        this.to = to;
        this.toCanonical = toCanonical;
    }

    static List<Operation> between(
            DatabaseKind kind, Schema from, Schema fromCanonical, Schema to, Schema toCanonical) {
        return new SchemaDiff(kind, from, fromCanonical, to, toCanonical).operations();
    }

    private List<Operation> operations() {
        for (Sequence sequence : missing(to.sequences(), from.sequences(), Sequence::name)) {
            creates.add(new Operation.CreateSequence(sequence));
        }
        for (Sequence sequence : to.sequences()) {
            from.sequences().stream()
                    .filter(old -> old.name().equals(sequence.name()) && old.increment() != sequence.increment())
                    .forEach(old -> columns.add(new Operation.AlterSequence(old, sequence)));
        }
        createTables();
        for (Table table : to.tables()) {
            from.table(table.name()).ifPresent(live -> compare(live, table));
        }
        dropTables();
        for (Sequence sequence : missing(from.sequences(), to.sequences(), Sequence::name)) {
            drops.add(new Operation.DropSequence(sequence));
        }
        List<Operation> all = new ArrayList<>();
        List.of(dropForeignKeys, dropConstraints, creates, columns, addConstraints, addForeignKeys, drops)
                .forEach(all::addAll);
        return List.copyOf(all);
    }

    private void createTables() {
        ReferenceOrder order = ReferenceOrder.of(missing(to.tables(), from.tables(), Table::name));
        for (Table table : order.tables()) {
            List<ForeignKey> later = keysApart(table, order, from);
            creates.add(new Operation.CreateTable(without(table, later)));
            later.forEach(key -> addForeignKeys.add(new Operation.AddForeignKey(table.name(), key)));
        }
    }

    private void dropTables() {
        ReferenceOrder order = ReferenceOrder.of(missing(from.tables(), to.tables(), Table::name));
        for (Table table : order.reversed()) {
            List<ForeignKey> before = keysApart(table, order, to);
            before.forEach(key -> dropForeignKeys.add(new Operation.DropForeignKey(table.name(), key)));
            drops.add(new Operation.DropTable(without(table, before)));
        }
    }

    /**
     * The foreign keys that cannot come and go with their table: those of a circle, and those whose referred key is not in the other schema. SQLite declares a
     * foreign key with its table, and may do so before the other table is there.
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
                                .isPresent())
                .toList();
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

    private void compare(Table live, Table wanted) {
        String table = wanted.name();
        missing(wanted.columns(), live.columns(), Column::name)
                .forEach(column -> columns.add(new Operation.AddColumn(table, column)));
        for (Column column : wanted.columns()) {
            live.column(column.name()).ifPresent(old -> compare(table, old, column));
        }
        comparePrimaryKeys(table, live.primaryKey(), wanted.primaryKey());
        match(
                live.uniques(),
                wanted.uniques(),
                (a, b) -> a.columns().equals(b.columns()),
                unique -> dropConstraints.add(new Operation.DropUnique(table, unique)),
                unique -> addConstraints.add(new Operation.AddUnique(table, unique)));
        match(
                live.checks(),
                wanted.checks(),
                (a, b) -> a.name().equals(b.name()) && sameCondition(table, a, b),
                check -> dropConstraints.add(new Operation.DropCheck(table, check)),
                check -> addConstraints.add(new Operation.AddCheck(table, check)));
        match(
                live.indexes(),
                wanted.indexes(),
                Index::equals,
                index -> dropConstraints.add(new Operation.DropIndex(table, index)),
                index -> addConstraints.add(new Operation.CreateIndex(table, index)));
        match(
                live.foreignKeys(),
                wanted.foreignKeys(),
                SchemaDiff::sameReference,
                key -> dropForeignKeys.add(new Operation.DropForeignKey(table, key)),
                key -> addForeignKeys.add(new Operation.AddForeignKey(table, key)));
        missing(live.columns(), wanted.columns(), Column::name)
                .forEach(column -> drops.add(new Operation.DropColumn(table, column)));
    }

    private void compare(String table, Column live, Column wanted) {
        Column step = live;
        Column liveCanonical = canonical(fromCanonical, table, live);
        Column wantedCanonical = canonical(toCanonical, table, wanted);
        TypeName oldType = TypeName.of(kind, liveCanonical.type());
        TypeName newType = TypeName.of(kind, wantedCanonical.type());
        boolean defaultDiffers = !Objects.equals(
                canonicalText(liveCanonical.defaultValue()), canonicalText(wantedCanonical.defaultValue()));
        if (!oldType.matches(newType)) {
            // a default that goes anyway need not be a value of the new type
            step = defaultDiffers ? withDefault(table, step, null) : step;
            Column next = step.withType(wanted.type());
            columns.add(
                    new Operation.AlterType(table, step, next, !oldType.fitsInto(newType), !newType.fitsInto(oldType)));
            step = next;
        }
        step = defaultDiffers ? withDefault(table, step, wanted.defaultValue()) : step;
        if (live.nullable() != wanted.nullable()) {
            Column next = step.withNullable(wanted.nullable());
            columns.add(new Operation.AlterNullable(table, step, next));
            step = next;
        }
        // every integer key of SQLite makes up ids; AUTOINCREMENT is no reason to build a table anew
        if (live.identity() != wanted.identity() && kind != DatabaseKind.SQLITE) {
            columns.add(new Operation.AlterIdentity(
                    table,
                    step,
                    new Column(step.name(), step.type(), step.nullable(), step.defaultValue(), wanted.identity())));
        }
    }

    private Column withDefault(String table, Column from, @Nullable String value) {
        Column to = from.withDefault(value);
        if (!to.equals(from)) {
            columns.add(new Operation.AlterDefault(table, from, to));
        }
        return to;
    }

    private static Column canonical(Schema schema, String table, Column column) {
        return schema.table(table).flatMap(found -> found.column(column.name())).orElse(column);
    }

    private void comparePrimaryKeys(String table, @Nullable PrimaryKey live, @Nullable PrimaryKey wanted) {
        List<String> old = live == null ? List.of() : live.columns();
        List<String> now = wanted == null ? List.of() : wanted.columns();
        if (old.equals(now)) {
            return;
        }
        if (live != null) {
            dropConstraints.add(new Operation.DropPrimaryKey(table, live));
        }
        if (wanted != null) {
            // ahead of whatever refers to it
            addConstraints.add(0, new Operation.AddPrimaryKey(table, wanted));
        }
    }

    private boolean sameCondition(String table, Check live, Check wanted) {
        return SqlExpression.canonical(kind, canonical(fromCanonical, table, live))
                .equals(SqlExpression.canonical(kind, canonical(toCanonical, table, wanted)));
    }

    private static String canonical(Schema schema, String table, Check check) {
        Optional<Check> rewritten = schema.table(table)
                .flatMap(found -> found.checks().stream()
                        .filter(other -> other.name().equals(check.name()))
                        .findFirst());
        return rewritten.orElse(check).expression();
    }

    private @Nullable String canonicalText(@Nullable String expression) {
        return expression == null ? null : SqlExpression.canonical(kind, expression);
    }

    private static boolean sameReference(ForeignKey a, ForeignKey b) {
        return a.columns().equals(b.columns())
                && a.referredTable().equals(b.referredTable())
                && a.referredColumns().equals(b.referredColumns())
                && a.onDelete() == b.onDelete();
    }

    private static <T> List<T> missing(List<T> wanted, Collection<T> present, Function<T, String> name) {
        List<String> names = present.stream().map(name).toList();
        return wanted.stream().filter(item -> !names.contains(name.apply(item))).toList();
    }

    private static <T> void match(
            List<T> live, List<T> wanted, BiPredicate<T, T> same, Consumer<T> drop, Consumer<T> add) {
        live.stream()
                .filter(old -> wanted.stream().noneMatch(item -> same.test(old, item)))
                .forEach(drop);
        wanted.stream()
                .filter(item -> live.stream().noneMatch(old -> same.test(old, item)))
                .forEach(add);
    }
}
