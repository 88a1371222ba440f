package dev.unirow.migrate.tests.evolution;

import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** The chances of one step over one set of tables. */
record Draw(
        Random random, String prefix, @Nullable String schema, AtomicInteger keys, List<ModelTable> tables, Step step) {
    private static final List<String> WORDS = List.of(
            "order", "name", "key", "value", "from", "rank", "group", "select", "note", "limit", "state", "code",
            "user", "level", "end", "title", "size", "kind");

    static final Set<String> RESERVED =
            Set.of("order", "key", "value", "from", "rank", "group", "select", "limit", "user", "end");

    /** A column and its table. */
    record Place(ModelTable table, ModelColumn column) {}

    <T> T one(List<T> items) {
        return items.get(random.nextInt(items.size()));
    }

    <T> Optional<T> maybe(List<T> items) {
        return items.isEmpty() ? Optional.empty() : Optional.of(one(items));
    }

    boolean chance(int in) {
        return random.nextInt(in) == 0;
    }

    Optional<ModelTable> table(Predicate<ModelTable> condition) {
        return maybe(tables.stream()
                .filter(table -> !step.touched.contains(table.key) && condition.test(table))
                .toList());
    }

    /** A column that has not changed in this step. */
    Optional<Place> column(Predicate<Place> condition) {
        return maybe(tables.stream()
                .filter(table -> !step.touched.contains(table.key))
                .flatMap(table -> table.columns.stream().map(column -> new Place(table, column)))
                .filter(place -> !step.touched.contains(place.column().key))
                .filter(condition)
                .toList());
    }

    boolean touch(Place place) {
        return step.touched.add(place.column().key);
    }

    /** A name that no table or column has or had before this step. */
    String name() {
        return name(one(WORDS));
    }

    /** One that an expression may have without quotes. */
    String plainName() {
        return name(one(WORDS.stream().filter(word -> !RESERVED.contains(word)).toList()));
    }

    private String name(String word) {
        String name = word;
        for (int n = 2; !step.names.add(name); n++) {
            name = word + n;
        }
        return name;
    }

    /** Of a class, the same for ever. */
    String key(String start) {
        return start + prefix + "x" + keys.incrementAndGet();
    }

    List<String> members() {
        return List.of("EUR", "USD", "JPY");
    }

    ModelColumn newColumn() {
        Type type = one(Type.ALL);
        ModelColumn column = new ModelColumn(key("C"), name(), type);
        column.numeral = random.nextBoolean();
        if (type.isEnum()) {
            column.members = members();
        }
        return column;
    }
}
