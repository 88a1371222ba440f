package dev.unirow.migrate.internal.run;

import dev.unirow.schema.EnumType;
import dev.unirow.schema.Schema;
import dev.unirow.schema.Table;
import dev.unirow.schema.engine.Schemas;
import java.util.List;
import java.util.function.Predicate;

/**
 * The tables that revisions are about, as somebody has chosen them by name. What belongs to a table goes with it: the
 * sequence that is named after it, and the enum types that no other table uses.
 */
public record MigratedTables(Predicate<String> names) {
    public static MigratedTables all() {
        return new MigratedTables(name -> true);
    }

    /** Those of these that the other ones have, too. */
    public MigratedTables and(Predicate<String> others) {
        return new MigratedTables(names.and(others));
    }

    /** What is chosen of a schema. */
    public Schema of(Schema schema) {
        return part(schema, this::isChosen, type -> !isOnlyElsewhere(schema, type));
    }

    /** What is left of it. */
    public Schema rest(Schema schema) {
        return part(schema, name -> !isChosen(name), type -> isOnlyElsewhere(schema, type))
                .withViews(List.of());
    }

    private static Schema part(Schema schema, Predicate<String> name, Predicate<EnumType> type) {
        return new Schema(
                schema.tables().stream()
                        .filter(table -> name.test(table.name()))
                        .toList(),
                schema.sequences().stream()
                        .filter(sequence -> name.test(sequence.name()))
                        .toList(),
                schema.views(),
                schema.enums().stream().filter(type).toList(),
                schema.keySources().stream()
                        .filter(source -> name.test(source.name()))
                        .toList());
    }

    private boolean isChosen(String name) {
        return names.test(name) && names.test(Schemas.tableOfSequence(name));
    }

    private boolean isOnlyElsewhere(Schema schema, EnumType type) {
        List<Table> users = schema.tables().stream()
                .filter(table -> table.columns().stream().anyMatch(column -> isOf(column.type(), type.name())))
                .toList();
        return !users.isEmpty() && users.stream().noneMatch(table -> isChosen(table.name()));
    }

    private static boolean isOf(String column, String type) {
        return column.replace("[]", "").replace("\"", "").equals(type.replace("\"", ""));
    }
}
