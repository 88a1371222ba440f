package dev.unirow.schema;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The tables of a database: as the models want them, as they are, or as they were at a revision. Immutable; tables,
 * sequences, views and enum types in the order of their names. Type, default and check texts are one database's SQL, so
 * only schemas of one kind of database are worth comparing.
 *
 * @param views the names of views, which are listed and never touched
 * @param enums the enum types that columns name as their type
 * @param keySources where keys get their numbers from; never compared, for only a mapping tells
 */
public record Schema(
        List<Table> tables,
        List<Sequence> sequences,
        List<String> views,
        List<EnumType> enums,
        List<KeySource> keySources) {
    public Schema {
        tables = sorted(tables, Table::name);
        sequences = sorted(sequences, Sequence::name);
        views = sorted(views, Function.identity());
        enums = sorted(enums, EnumType::name);
        keySources = sorted(keySources, KeySource::id);
    }

    /** Without sources of keys. */
    public Schema(List<Table> tables, List<Sequence> sequences, List<String> views, List<EnumType> enums) {
        this(tables, sequences, views, enums, List.of());
    }

    /** Without enum types. */
    public Schema(List<Table> tables, List<Sequence> sequences, List<String> views) {
        this(tables, sequences, views, List.of());
    }

    public static Schema of(List<Table> tables) {
        return new Schema(tables, List.of(), List.of());
    }

    public static Schema empty() {
        return of(List.of());
    }

    public Optional<Table> table(String name) {
        return tables.stream().filter(table -> table.name().equals(name)).findFirst();
    }

    /** The same without one table, which need not be there. */
    public Schema without(String tableName) {
        return withTables(
                tables.stream().filter(table -> !table.name().equals(tableName)).toList());
    }

    /** The same with a table added, or put in the place of the one with its name. */
    public Schema with(Table table) {
        Schema rest = without(table.name());
        return withTables(Stream.concat(rest.tables.stream(), Stream.of(table)).toList());
    }

    public Schema withTables(List<Table> tables) {
        return new Schema(tables, sequences, views, enums, keySources);
    }

    public Schema withSequences(List<Sequence> sequences) {
        return new Schema(tables, sequences, views, enums, keySources);
    }

    public Schema withViews(List<String> views) {
        return new Schema(tables, sequences, views, enums, keySources);
    }

    public Schema withEnums(List<EnumType> enums) {
        return new Schema(tables, sequences, views, enums, keySources);
    }

    public Schema withKeySources(List<KeySource> keySources) {
        return new Schema(tables, sequences, views, enums, keySources);
    }

    /** The same with what another one has under further names. */
    public Schema withRest(Schema other) {
        return new Schema(
                union(tables, other.tables, Table::name),
                union(sequences, other.sequences, Sequence::name),
                union(views, other.views, Function.identity()),
                union(enums, other.enums, EnumType::name),
                union(keySources, other.keySources, KeySource::id));
    }

    private static <T> List<T> union(List<T> first, List<T> second, Function<T, String> name) {
        Set<String> names = first.stream().map(name).collect(Collectors.toSet());
        return Stream.concat(first.stream(), second.stream().filter(item -> !names.contains(name.apply(item))))
                .toList();
    }

    /** Indented JSON with one order and one line end, so that the text of equal schemas is equal. */
    public String toJson() {
        return SchemaJson.write(this);
    }

    /**
     * Reads what {@link #toJson} writes, and what it wrote when a schema had fewer parts.
     *
     * @throws SchemaException when the text is something else
     */
    public static Schema fromJson(String json) {
        return SchemaJson.read(json);
    }

    private static <T> List<T> sorted(@Nullable List<T> list, Function<T, String> name) {
        return list == null
                ? List.of()
                : list.stream().sorted(Comparator.comparing(name)).toList();
    }
}
