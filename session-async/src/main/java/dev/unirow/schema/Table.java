package dev.unirow.schema;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * A table. Columns stand in their own order, constraints and indexes in that of their names.
 *
 * @param init statements that fill a new table with what it cannot work without; never compared
 * @param extras what hangs on a live table and has no record here ("trigger 'x'", "generated column 'y'"): left alone by a diff, in the way when SQLite must
 *     build the table anew
 */
public record Table(
        String name,
        List<Column> columns,
        @Nullable PrimaryKey primaryKey,
        List<Unique> uniques,
        List<ForeignKey> foreignKeys,
        List<Check> checks,
        List<Index> indexes,
        List<String> init,
        List<String> extras) {

    public Table {
        columns = copy(columns);
        uniques = sorted(uniques, Unique::name);
        foreignKeys = sorted(foreignKeys, ForeignKey::name);
        checks = sorted(checks, Check::name);
        indexes = sorted(indexes, Index::name);
        init = copy(init);
        extras = copy(extras);
    }

    /** A table with columns and a key, and nothing else yet. */
    public static Table of(String name, List<Column> columns, @Nullable PrimaryKey primaryKey) {
        return new Table(name, columns, primaryKey, List.of(), List.of(), List.of(), List.of(), List.of(), List.of());
    }

    public Optional<Column> column(String name) {
        return columns.stream().filter(column -> column.name().equals(name)).findFirst();
    }

    public Table withName(String name) {
        return new Table(name, columns, primaryKey, uniques, foreignKeys, checks, indexes, init, extras);
    }

    public Table withColumns(List<Column> columns) {
        return new Table(name, columns, primaryKey, uniques, foreignKeys, checks, indexes, init, extras);
    }

    public Table withPrimaryKey(@Nullable PrimaryKey primaryKey) {
        return new Table(name, columns, primaryKey, uniques, foreignKeys, checks, indexes, init, extras);
    }

    public Table withUniques(List<Unique> uniques) {
        return new Table(name, columns, primaryKey, uniques, foreignKeys, checks, indexes, init, extras);
    }

    public Table withForeignKeys(List<ForeignKey> foreignKeys) {
        return new Table(name, columns, primaryKey, uniques, foreignKeys, checks, indexes, init, extras);
    }

    public Table withChecks(List<Check> checks) {
        return new Table(name, columns, primaryKey, uniques, foreignKeys, checks, indexes, init, extras);
    }

    public Table withIndexes(List<Index> indexes) {
        return new Table(name, columns, primaryKey, uniques, foreignKeys, checks, indexes, init, extras);
    }

    // JSON leaves empty lists out, and reads them back as null
    private static <T> List<T> copy(@Nullable List<T> list) {
        return list == null ? List.of() : List.copyOf(list);
    }

    private static <T> List<T> sorted(@Nullable List<T> list, Function<T, String> name) {
        return copy(list).stream().sorted(Comparator.comparing(name)).toList();
    }
}
