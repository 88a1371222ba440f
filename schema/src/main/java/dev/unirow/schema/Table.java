package dev.unirow.schema;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * A table. Columns stand in their own order, constraints and indexes in that of their names.
 *
 * @param name in the connection's own schema as it is; elsewhere behind its schema and a point: {@code audit.entry}. A
 *     name that has a point of its own is in double quotes.
 * @param init statements that fill a new table with what it cannot work without; never compared
 * @param extras what hangs on a live table and has no record here ("trigger 'x'", "on conflict ignore"): left alone by
 *     a diff, in the way when SQLite must build the table anew
 * @param options what stands behind the columns: on SQLite {@code without rowid} and {@code strict}, on MariaDB
 *     {@code engine=Aria}, {@code collate=latin1_bin} and so on. A live table of MariaDB's has all, a wanted one those
 *     that are asked for; the others are no difference
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
        List<String> extras,
        @Nullable String comment,
        List<String> options) {
    public Table {
        columns = copy(columns);
        uniques = sorted(uniques, Unique::name);
        foreignKeys = sorted(foreignKeys, ForeignKey::name);
        checks = sorted(checks, Check::name);
        indexes = sorted(indexes, Index::name);
        init = copy(init);
        extras = copy(extras);
        options = sorted(options, Function.identity());
    }

    /** A table with columns and a key, and nothing else yet. */
    public static Table of(String name, List<Column> columns, @Nullable PrimaryKey primaryKey) {
        return new Table(
                name,
                columns,
                primaryKey,
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                null,
                List.of());
    }

    public Optional<Column> column(String name) {
        return columns.stream().filter(column -> column.name().equals(name)).findFirst();
    }

    public Table withName(String name) {
        return new Table(
                name, columns, primaryKey, uniques, foreignKeys, checks, indexes, init, extras, comment, options);
    }

    public Table withColumns(List<Column> columns) {
        return new Table(
                name, columns, primaryKey, uniques, foreignKeys, checks, indexes, init, extras, comment, options);
    }

    public Table withPrimaryKey(@Nullable PrimaryKey primaryKey) {
        return new Table(
                name, columns, primaryKey, uniques, foreignKeys, checks, indexes, init, extras, comment, options);
    }

    public Table withUniques(List<Unique> uniques) {
        return new Table(
                name, columns, primaryKey, uniques, foreignKeys, checks, indexes, init, extras, comment, options);
    }

    public Table withForeignKeys(List<ForeignKey> foreignKeys) {
        return new Table(
                name, columns, primaryKey, uniques, foreignKeys, checks, indexes, init, extras, comment, options);
    }

    public Table withChecks(List<Check> checks) {
        return new Table(
                name, columns, primaryKey, uniques, foreignKeys, checks, indexes, init, extras, comment, options);
    }

    public Table withIndexes(List<Index> indexes) {
        return new Table(
                name, columns, primaryKey, uniques, foreignKeys, checks, indexes, init, extras, comment, options);
    }

    public Table withComment(@Nullable String comment) {
        return new Table(
                name, columns, primaryKey, uniques, foreignKeys, checks, indexes, init, extras, comment, options);
    }

    public Table withOptions(List<String> options) {
        return new Table(
                name, columns, primaryKey, uniques, foreignKeys, checks, indexes, init, extras, comment, options);
    }

    public Table withInit(List<String> init) {
        return new Table(
                name, columns, primaryKey, uniques, foreignKeys, checks, indexes, init, extras, comment, options);
    }

    public Table withExtras(List<String> extras) {
        return new Table(
                name, columns, primaryKey, uniques, foreignKeys, checks, indexes, init, extras, comment, options);
    }

    // JSON leaves empty lists out, and reads them back as null
    private static <T> List<T> copy(@Nullable List<T> list) {
        return list == null ? List.of() : List.copyOf(list);
    }

    private static <T> List<T> sorted(@Nullable List<T> list, Function<T, String> name) {
        return copy(list).stream().sorted(Comparator.comparing(name)).toList();
    }
}
