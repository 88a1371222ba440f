package dev.unirow.schema.internal.diff;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.unirow.model.Naming;
import dev.unirow.schema.Check;
import dev.unirow.schema.Constraint;
import dev.unirow.schema.ConstraintOperation;
import dev.unirow.schema.DatabaseKind;
import dev.unirow.schema.ForeignKey;
import dev.unirow.schema.Index;
import dev.unirow.schema.IndexColumn;
import dev.unirow.schema.Operation;
import dev.unirow.schema.PrimaryKey;
import dev.unirow.schema.Schema;
import dev.unirow.schema.Table;
import dev.unirow.schema.Unique;
import dev.unirow.schema.internal.ddl.SchemaChange;
import dev.unirow.schema.internal.sql.QualifiedName;
import java.util.Collection;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * Constraints and indexes that are named after a table or a column follow its new name, so that a database that was
 * upgraded has the names of a new one. A name that somebody has given stays.
 */
public final class DerivedNames {
    private static final Naming WHOLE = new Naming(false, Integer.MAX_VALUE);
    private static final int SHORTEST = 16;

    private final DatabaseKind kind;
    private final NamesBefore before;
    private final NewNames following;

    private DerivedNames(DatabaseKind kind, List<Table> tables, NamesBefore before) {
        this.kind = kind;
        this.following = new NewNames(tables);
        this.before = before;
    }

    /** The renames, and behind them those that follow. */
    public static List<Operation> withRenames(DatabaseKind kind, Schema from, List<Operation> asked, Schema wanted) {
        AskedRenames all = new AskedRenames(kind, from, asked);
        List<Operation> renames = RenameOrder.of(from, all.ofTablesAndColumns());
        Schema renamed = SchemaChange.apply(kind, SchemaChange.apply(kind, from, renames), all.ofSequences());
        List<Table> tables = renamed.tables();
        NamesBefore before = new NamesBefore(renames);
        DerivedNames names = new DerivedNames(kind, tables, before);
        tables.forEach(table -> wanted.table(table.name()).ifPresent(like -> names.follow(table, like)));
        return Stream.of(
                        renames,
                        all.ofSequences(),
                        new RenamedKeySources(kind, renamed, wanted, before).operations(),
                        names.following.inOrder())
                .flatMap(List::stream)
                .toList();
    }

    private void follow(Table table, Table like) {
        String now = own(table.name());
        String was = own(before.table(table.name()));
        // on SQLite a constraint's new name builds the table anew, which is refused where that would lose something
        if (kind != DatabaseKind.SQLITE || table.extras().isEmpty()) {
            primaryKey(table, like.primaryKey() == null ? List.of() : List.of(like.primaryKey()), was, now);
            for (Unique unique : table.uniques()) {
                List<String> columns = before.columns(table.name(), unique.columns());
                follow(
                        table,
                        unique,
                        like.uniques(),
                        other -> other.columns().equals(unique.columns()),
                        WHOLE.unique(was, columns),
                        WHOLE.unique(now, unique.columns()));
                follow(
                        table,
                        unique,
                        like.uniques(),
                        other -> other.columns().equals(unique.columns()),
                        WHOLE.index(was, columns),
                        WHOLE.index(now, unique.columns()));
            }
            for (ForeignKey key : table.foreignKeys()) {
                follow(
                        table,
                        key,
                        like.foreignKeys(),
                        key::refersAs,
                        WHOLE.foreignKey(
                                was,
                                before.columns(table.name(), key.columns()),
                                own(before.table(key.referredTable()))),
                        WHOLE.foreignKey(now, key.columns(), own(key.referredTable())));
            }
            table.checks().forEach(check -> check(table, check, like.checks(), was, now));
        }
        // SQLite has no new names for indexes: they are dropped and made again like others that differ
        if (kind != DatabaseKind.SQLITE) {
            table.indexes().forEach(index -> index(table, index, like.indexes(), was, now));
        }
    }

    private void primaryKey(Table table, List<PrimaryKey> like, String was, String now) {
        PrimaryKey key = table.primaryKey();
        if (key != null && kind != DatabaseKind.MARIADB) {
            follow(
                    table,
                    key,
                    like,
                    other -> other.columns().equals(key.columns()),
                    WHOLE.primaryKey(was),
                    WHOLE.primaryKey(now));
        }
    }

    private void check(Table table, Check check, List<Check> like, String was, String now) {
        Stream.concat(Stream.of("row"), table.columns().stream().map(column -> column.name()))
                .forEach(subject -> {
                    String next = WHOLE.check(now, subject);
                    follow(
                            table,
                            check,
                            like,
                            other -> isCut(other.name(), next),
                            WHOLE.check(was, before.column(table.name(), subject)),
                            next);
                });
    }

    private void index(Table table, Index index, List<Index> like, String was, String now) {
        if (!index.columns().stream().allMatch(column -> column.expression() == null)) {
            return;
        }
        List<String> columns = index.columnNames();
        String next = WHOLE.index(now, columns);
        String last = WHOLE.index(was, before.columns(table.name(), columns));
        like.stream()
                .filter(other -> other.columns().stream()
                        .map(IndexColumn::name)
                        .toList()
                        .equals(index.columns().stream().map(IndexColumn::name).toList()))
                .filter(other -> moves(index.name(), last, other.name(), next))
                .findFirst()
                .ifPresent(other -> following.add(
                        index.name(),
                        other.name(),
                        new ConstraintOperation.RenameIndex(table.name(), index, other.name())));
    }

    private <C extends Constraint> void follow(
            Table table, C constraint, Collection<C> like, Predicate<C> same, String last, String next) {
        like.stream()
                .filter(same)
                .filter(other -> moves(constraint.name(), last, other.name(), next))
                .findFirst()
                .ifPresent(other -> following.add(
                        constraint.name(),
                        other.name(),
                        new ConstraintOperation.RenameConstraint(table.name(), constraint, other.name())));
    }

    private static boolean moves(String name, String last, String newName, String next) {
        return !last.equals(next) && !name.equals(newName) && isCut(name, last) && isCut(newName, next);
    }

    /** Whether it is that name, whole or cut to some limit. */
    static boolean isCut(String name, String whole) {
        int length = name.getBytes(UTF_8).length;
        return name.equals(whole)
                || (length >= SHORTEST && new Naming(false, length).fit(whole).equals(name));
    }

    private static String own(String table) {
        return QualifiedName.parse(table).name();
    }
}
