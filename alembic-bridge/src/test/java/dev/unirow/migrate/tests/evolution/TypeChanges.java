package dev.unirow.migrate.tests.evolution;

import dev.unirow.migrate.tests.evolution.Draw.Place;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** Columns of another type, of which the values become what they say. */
final class TypeChanges {
    private static final List<Type> NUMBERS = List.of(Type.SHORT, Type.INTEGER, Type.LONG, Type.BIG_INTEGER);

    static final List<Change> ALL = List.of(
            change("a number is of another size", NUMBERS, NUMBERS, same()),
            change("a number becomes a decimal", NUMBERS, List.of(Type.DECIMAL, Type.FINE_DECIMAL), same()),
            change("a number becomes a floating one", NUMBERS, List.of(Type.FLOAT, Type.DOUBLE), same()),
            change("a number becomes a text", NUMBERS, List.of(Type.TEXT, Type.SHORT_TEXT), same()),
            change("a text becomes a number", List.of(Type.TEXT, Type.SHORT_TEXT), NUMBERS, TypeChanges::number),
            change(
                    "a floating number is of another size",
                    List.of(Type.FLOAT, Type.DOUBLE),
                    List.of(Type.FLOAT, Type.DOUBLE),
                    same()),
            change("a decimal has more digits", List.of(Type.DECIMAL), List.of(Type.FINE_DECIMAL), same()),
            change("a decimal has fewer digits", List.of(Type.FINE_DECIMAL), List.of(Type.DECIMAL), same()),
            change(
                    "a decimal becomes a whole one",
                    List.of(Type.DECIMAL, Type.FINE_DECIMAL),
                    List.of(Type.WHOLE_DECIMAL),
                    value -> value.replaceAll("\\..*", "")),
            change(
                    "a text is of another length",
                    List.of(Type.TEXT, Type.SHORT_TEXT, Type.LONG_TEXT),
                    List.of(Type.TEXT, Type.SHORT_TEXT, Type.LONG_TEXT),
                    value -> value.length() <= 10 ? value : null),
            change(
                    "a date becomes a moment",
                    List.of(Type.DATE),
                    List.of(Type.DATE_TIME),
                    value -> value + " 00:00:00"),
            change("a local time becomes an instant", List.of(Type.DATE_TIME), List.of(Type.INSTANT), same()),
            change("an instant becomes a local time", List.of(Type.INSTANT), List.of(Type.DATE_TIME), same()),
            change("a UUID becomes a text", List.of(Type.UUID), List.of(Type.TEXT), same()),
            new Change("an empty column gets an unlike type", TypeChanges::empty));

    private TypeChanges() {}

    private static UnaryOperator<@Nullable String> same() {
        return value -> value;
    }

    private static @Nullable String number(@Nullable String value) {
        return value != null && value.matches("\\d+") ? value : null;
    }

    /** @param values null for one that cannot be converted */
    private static Change change(String name, List<Type> from, List<Type> to, UnaryOperator<@Nullable String> values) {
        return new Change(name, draw -> {
            Optional<Place> found = draw.column(place -> isFree(place)
                    && from.contains(place.column().type)
                    && place.table().values(place.column()).noneMatch(value -> values.apply(value) == null));
            List<Type> others = to.stream()
                    .filter(type -> found.isPresent() && type != found.get().column().type)
                    .filter(type -> type.isIndexable() || found.isPresent() && !isIndexed(found.get()))
                    .toList();
            if (found.isEmpty() || others.isEmpty()) {
                return false;
            }
            Place place = found.get();
            convert(draw, place, draw.one(others));
            place.table()
                    .rows
                    .values()
                    .forEach(row -> row.computeIfPresent(place.column().key, (key, value) -> {
                        String now = values.apply(value);
                        if (!value.equals(now)) {
                            draw.step().lossy.add(key);
                        }
                        return now;
                    }));
            return true;
        });
    }

    private static boolean isFree(Place place) {
        ModelColumn column = place.column();
        return column.isPlain()
                && column.defaultValue == null
                && column.max == null
                && !place.table().isComputedFrom(column);
    }

    private static boolean isIndexed(Place place) {
        return place.column().unique || place.table().isGrouped(place.column());
    }

    private static void convert(Draw draw, Place place, Type type) {
        draw.touch(place);
        place.column().type = type;
        place.column().numeral |= type.isString() && !place.table().isEmpty(place.column());
        draw.step().drawn.add("type " + type.called(place.column().required));
    }

    private static boolean empty(Draw draw) {
        Optional<Place> found = draw.column(place -> isFree(place)
                && !place.column().required
                && !isIndexed(place)
                && place.table().isEmpty(place.column()));
        found.ifPresent(place -> {
            Type type = draw.one(Type.ALL);
            if (type.isEnum()) {
                place.column().members = draw.members();
            }
            convert(draw, place, type);
        });
        return found.isPresent();
    }
}
