package dev.unirow.schema.tests;

import dev.unirow.schema.Column;
import dev.unirow.schema.DatabaseKind;
import dev.unirow.schema.Schema;
import dev.unirow.schema.Table;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.function.BiFunction;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.UnaryOperator;

/** Something that a table can have: models that ask for it, how a live schema shows it, and another form of it. */
final class Feature {
    private final String name;
    private final Function<DatabaseKind, List<Class<?>>> models;
    private final Map<DatabaseKind, String> refusals = new EnumMap<>(DatabaseKind.class);
    private Set<DatabaseKind> unknownOn = Set.of();
    private BiConsumer<DatabaseKind, Schema> seen = (kind, schema) -> {};
    private BiFunction<DatabaseKind, Schema, Schema> change = (kind, schema) -> schema;

    private Feature(String name, Function<DatabaseKind, List<Class<?>>> models) {
        this.name = name;
        this.models = models;
    }

    static Feature of(String name, Class<?>... models) {
        return new Feature(name, kind -> List.of(models));
    }

    /** One model a database, where each has words of its own. */
    static Feature of(String name, Function<DatabaseKind, Class<?>> model) {
        return new Feature(name, kind -> List.of(model.apply(kind)));
    }

    /** The database has no place for it, and the models are made without. */
    Feature unknownOn(DatabaseKind... kinds) {
        unknownOn = Set.of(kinds);
        return this;
    }

    /** The database cannot do it, and the models are refused with this. */
    Feature refusedOn(DatabaseKind kind, String message) {
        refusals.put(kind, message);
        return this;
    }

    Feature seen(Consumer<Schema> seen) {
        return seenOn((kind, schema) -> seen.accept(schema));
    }

    Feature seenOn(BiConsumer<DatabaseKind, Schema> seen) {
        this.seen = seen;
        return this;
    }

    Feature changed(UnaryOperator<Schema> change) {
        return changedOn((kind, schema) -> change.apply(schema));
    }

    Feature changedOn(BiFunction<DatabaseKind, Schema, Schema> change) {
        this.change = change;
        return this;
    }

    List<Class<?>> models(DatabaseKind kind) {
        return models.apply(kind);
    }

    Optional<String> refusal(DatabaseKind kind) {
        return Optional.ofNullable(refusals.get(kind));
    }

    boolean isKnownTo(DatabaseKind kind) {
        return !unknownOn.contains(kind) && !refusals.containsKey(kind);
    }

    void check(DatabaseKind kind, Schema live) {
        seen.accept(kind, live);
    }

    /** The schema with another form of it; the same where there is none. */
    Schema change(DatabaseKind kind, Schema schema) {
        return isKnownTo(kind) ? change.apply(kind, schema) : schema;
    }

    @Override
    public String toString() {
        return name;
    }

    static Table table(Schema schema, String name) {
        return schema.table(name).orElseThrow();
    }

    static Column column(Schema schema, String table, String name) {
        return table(schema, table).column(name).orElseThrow();
    }

    static UnaryOperator<Schema> onTable(String name, UnaryOperator<Table> change) {
        return schema -> schema.with(change.apply(table(schema, name)));
    }

    static UnaryOperator<Schema> onColumn(String table, String name, UnaryOperator<Column> change) {
        return onTable(
                table,
                found -> found.withColumns(found.columns().stream()
                        .map(column -> column.name().equals(name) ? change.apply(column) : column)
                        .toList()));
    }
}
