package dev.unirow.migrate.tests.evolution;

import dev.unirow.migrate.tests.evolution.Draw.Place;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Predicate;

/** What a column may hold, and holds when nothing is said. */
final class RuleChanges {
    static final List<Change> ALL = List.of(
            change(
                    "a column becomes required",
                    place -> !place.column().required
                            && place.column().computedFrom == null
                            && !"SET_NULL".equals(place.column().onDelete)
                            && place.table().isFull(place.column()),
                    place -> place.column().required = true),
            new Change("a column becomes required with a fill", RuleChanges::fill),
            change(
                    "a column is no longer required",
                    place -> place.column().required,
                    place -> place.column().required = false),
            change(
                    "a default is added",
                    place -> hasDefaults(place) && place.column().defaultValue == null && !isUnique(place),
                    place -> place.column().defaultValue =
                            place.column().type.values().other()),
            change(
                    "a default is changed",
                    place -> place.column().defaultValue != null
                            && place.column().type.values() != Values.BOOLEAN
                            && place.column().max == null,
                    place -> place.column().defaultValue = place.column().value(40)),
            change(
                    "a default is removed",
                    place -> place.column().defaultValue != null,
                    place -> place.column().defaultValue = null),
            change(
                    "a column becomes unique",
                    place -> !place.column().unique
                            && place.column().computedFrom == null
                            && place.column().reference == null
                            && place.column().defaultValue == null
                            && place.column().type.isIndexable()
                            && !place.table().isGrouped(place.column())
                            && place.table().values(place.column()).distinct().count()
                                    == place.table().values(place.column()).count(),
                    place -> place.column().unique = true),
            change(
                    "a column is no longer unique",
                    place -> place.column().unique,
                    place -> place.column().unique = false),
            change(
                    "a bound is added",
                    place -> place.column().isPlain()
                            && place.column().type.isPlainNumber()
                            && place.column().max == null,
                    place -> place.column().max = 125),
            change(
                    "a bound is changed",
                    place -> place.column().max != null,
                    place -> place.column().max = place.column().max == null || place.column().max == 125 ? 126 : 125),
            change("a bound is removed", place -> place.column().max != null, place -> place.column().max = null),
            change(
                    "a comment is added or changed",
                    place -> true,
                    place -> place.column().comment = place.column().comment == null ? "it's new" : "it's other"),
            change(
                    "a comment is removed",
                    place -> place.column().comment != null,
                    place -> place.column().comment = null),
            member("an enum has a further value", Type.ENUM, RuleChanges::further),
            member("an enum has a further value in its middle", Type.ENUM, RuleChanges::middle),
            member("an enum loses a value", Type.ENUM, RuleChanges::fewer),
            member("an enum by position has a further value", Type.ORDINAL, RuleChanges::further),
            member("a named enum has a further value", Type.NAMED_ENUM, RuleChanges::further),
            member("a named enum has a further value in its middle", Type.NAMED_ENUM, RuleChanges::middle),
            member("a named enum loses a value", Type.NAMED_ENUM, RuleChanges::fewer),
            new Change("the comment of a table is changed", RuleChanges::tableComment));

    private RuleChanges() {}

    private static Change change(String name, Predicate<Place> where, Consumer<Place> what) {
        return new Change(name, draw -> {
            Optional<Place> found = draw.column(where);
            found.ifPresent(place -> {
                draw.touch(place);
                what.accept(place);
            });
            return found.isPresent();
        });
    }

    private static boolean hasDefaults(Place place) {
        return place.column().isPlain() && place.column().type.values().isPortable();
    }

    private static boolean isUnique(Place place) {
        return place.column().unique
                || place.table().groups.stream()
                        .anyMatch(group -> group.unique() && group.columns().contains(place.column().key));
    }

    private static boolean fill(Draw draw) {
        Optional<Place> found = draw.column(place -> !place.column().required
                && hasDefaults(place)
                && !isUnique(place)
                && !place.table().isFull(place.column()));
        found.ifPresent(place -> {
            draw.touch(place);
            ShapeChanges.fill(draw, place);
            place.column().required = true;
            place.table()
                    .rows
                    .values()
                    .forEach(row -> row.putIfAbsent(
                            place.column().key, place.column().type.values().other()));
        });
        return found.isPresent();
    }

    private static Change member(String name, Type type, Predicate<Place> what) {
        return new Change(name, draw -> {
            Optional<Place> found = draw.column(place -> place.column().type == type);
            return found.filter(what).filter(draw::touch).isPresent();
        });
    }

    private static boolean further(Place place) {
        List<String> members = new ArrayList<>(place.column().members);
        members.add("MORE" + members.size());
        place.column().members = members;
        return true;
    }

    private static boolean middle(Place place) {
        List<String> members = new ArrayList<>(place.column().members);
        members.add(1, "MIDDLE" + members.size());
        place.column().members = members;
        return true;
    }

    private static boolean fewer(Place place) {
        List<String> members = new ArrayList<>(place.column().members);
        List<String> unused = members.stream()
                .filter(member -> place.table().values(place.column()).noneMatch(member::equals))
                .toList();
        if (unused.isEmpty() || members.size() < 2) {
            return false;
        }
        members.remove(unused.get(0));
        place.column().members = members;
        return true;
    }

    private static boolean tableComment(Draw draw) {
        Optional<ModelTable> found = draw.table(table -> true);
        found.ifPresent(table -> table.comment = table.comment == null ? "one of it's kind" : null);
        return found.isPresent();
    }
}
