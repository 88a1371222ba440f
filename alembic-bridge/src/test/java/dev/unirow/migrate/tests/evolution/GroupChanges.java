package dev.unirow.migrate.tests.evolution;

import dev.unirow.migrate.tests.evolution.Draw.Place;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Indexes, and columns that are unique together. */
final class GroupChanges {
    private GroupChanges() {}

    static boolean add(Draw draw, boolean unique, boolean constraint) {
        Optional<Place> found = draw.column(
                place -> place.column().isPlain() && place.column().type.isIndexable());
        found.ifPresent(place -> {
            List<String> columns = new ArrayList<>(List.of(place.column().key));
            place.table().columns.stream()
                    .filter(other -> other.isPlain() && other.type.isIndexable() && !columns.contains(other.key))
                    .limit(1 + draw.random().nextInt(2))
                    .forEach(other -> columns.add(other.key));
            draw.touch(place);
            place.table().groups.add(new ModelTable.Group(columns, unique, !constraint && draw.chance(3), constraint));
        });
        Optional<Place> refused = found.filter(place -> isRefused(place.table()));
        refused.ifPresent(
                place -> place.table().groups.remove(place.table().groups.size() - 1));
        return found.isPresent() && refused.isEmpty();
    }

    /** The names of two indexes follow from their columns, and rows must not be the same. */
    private static boolean isRefused(ModelTable table) {
        ModelTable.Group last = table.groups.get(table.groups.size() - 1);
        boolean same = table.groups.stream()
                        .filter(group -> group.columns().equals(last.columns()))
                        .count()
                > 1;
        boolean single =
                last.columns().size() == 1 && table.column(last.columns().get(0)).unique;
        boolean repeated = last.unique()
                && (last.columns().stream().anyMatch(key -> table.column(key).defaultValue != null)
                        || table.rows.values().stream()
                                        .map(row -> last.columns().stream()
                                                .map(key -> String.valueOf(row.get(key)))
                                                .toList())
                                        .distinct()
                                        .count()
                                < table.rows.size());
        return same || single || repeated;
    }

    static boolean drop(Draw draw) {
        Optional<ModelTable> found = draw.table(table -> isGroupFree(draw, table));
        found.ifPresent(table -> table.groups.remove(draw.random().nextInt(table.groups.size())));
        return found.isPresent();
    }

    private static boolean isGroupFree(Draw draw, ModelTable table) {
        return !table.groups.isEmpty()
                && table.groups.stream()
                        .flatMap(group -> group.columns().stream())
                        .noneMatch(draw.step().touched::contains);
    }

    static boolean turn(Draw draw) {
        Optional<ModelTable> found = draw.table(
                table -> isGroupFree(draw, table) && table.groups.stream().anyMatch(group -> !group.constraint()));
        found.ifPresent(table -> {
            ModelTable.Group old = draw.one(
                    table.groups.stream().filter(group -> !group.constraint()).toList());
            table.groups.set(
                    table.groups.indexOf(old),
                    new ModelTable.Group(old.columns(), old.unique(), !old.descending(), false));
            draw.step().touched.addAll(old.columns());
        });
        return found.isPresent();
    }
}
