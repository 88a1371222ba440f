package dev.unirow.schema;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The tables of a database: as the models want them, as they are, or as they were at a revision. Immutable; tables, sequences and views in the order of their
 * names. Type, default and check texts are one database's SQL, so only schemas of one kind of database are worth comparing.
 *
 * @param views the names of views, which are listed and never touched
 */
public record Schema(List<Table> tables, List<Sequence> sequences, List<String> views) {

    public Schema {
        tables = tables == null
                ? List.of()
                : tables.stream().sorted(Comparator.comparing(Table::name)).toList();
        sequences = sequences == null
                ? List.of()
                : sequences.stream()
                        .sorted(Comparator.comparing(Sequence::name))
                        .toList();
        views = views == null ? List.of() : views.stream().sorted().toList();
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
        return new Schema(
                tables.stream().filter(table -> !table.name().equals(tableName)).toList(), sequences, views);
    }

    /** The same with a table added, or put in the place of the one with its name. */
    public Schema with(Table table) {
        Schema rest = without(table.name());
        return new Schema(Stream.concat(rest.tables.stream(), Stream.of(table)).toList(), sequences, views);
    }

    /** Indented JSON with one order and one line end, so that the text of equal schemas is equal. */
    public String toJson() {
        return SchemaJson.write(this);
    }

    /** @throws SchemaException when the text is not what {@link #toJson} writes */
    public static Schema fromJson(String json) {
        return SchemaJson.read(json);
    }
}
