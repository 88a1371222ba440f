package dev.unirow.migrate.tests.evolution;

import dev.unirow.migrate.tests.evolution.Draw.Place;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;

/** Tables, columns, references and indexes that come, go and are called otherwise. */
final class ShapeChanges {
    static final List<Change> ALL = List.of(
            new Change("a table is added", ShapeChanges::addTable),
            new Change("a table is dropped", ShapeChanges::dropTable),
            new Change("a table is renamed", ShapeChanges::renameTable),
            new Change("a column is added", draw -> addColumn(draw).isPresent()),
            new Change("a required column with a default is added", ShapeChanges::addWithDefault),
            new Change("a required column is added with a fill", ShapeChanges::addWithFill),
            new Change("a column is dropped", ShapeChanges::dropColumn),
            new Change("a column is renamed", ShapeChanges::renameColumn),
            new Change("a reference is added", ShapeChanges::addReference),
            new Change("a reference is no longer one", ShapeChanges::toNumber),
            new Change("a number becomes a reference", ShapeChanges::toReference),
            new Change("a key is generated otherwise", ShapeChanges::generateOtherwise),
            new Change("two columns swap their names", ShapeChanges::swap),
            new Change("a reference deletes otherwise", ShapeChanges::onDelete),
            new Change("an index is added", draw -> GroupChanges.add(draw, false, false)),
            new Change("a unique index is added", draw -> GroupChanges.add(draw, true, false)),
            new Change("columns together become unique", draw -> GroupChanges.add(draw, true, true)),
            new Change("an index is dropped", GroupChanges::drop),
            new Change("an index turns round", GroupChanges::turn),
            new Change("a computed column is added", ShapeChanges::addComputed),
            new Change("a column is computed otherwise", ShapeChanges::computeOtherwise));

    private ShapeChanges() {}

    static boolean addTable(Draw draw) {
        ModelTable table = new ModelTable(draw.key("E"), draw.prefix().toLowerCase(Locale.ROOT) + draw.name());
        table.schema = draw.schema();
        draw.tables().add(table);
        int columns = 1 + draw.random().nextInt(4);
        for (int i = 0; i < columns; i++) {
            ModelColumn column = draw.newColumn();
            column.required = draw.chance(3);
            column.unique = column.type.isIndexable() && draw.chance(4);
            table.columns.add(column);
            draw.step().drawn.add("type " + column.type.called(column.required));
        }
        return draw.step().touched.add(table.key);
    }

    private static boolean dropTable(Draw draw) {
        Optional<ModelTable> found = draw.table(gone -> draw.tables().size() > 2
                && draw.tables().stream()
                        .flatMap(table -> table.columns.stream()
                                .filter(column -> table == gone || gone.key.equals(column.reference)))
                        .noneMatch(column -> draw.step().touched.contains(column.key)));
        found.ifPresent(gone -> {
            draw.tables().remove(gone);
            for (ModelTable table : draw.tables()) {
                for (ModelColumn column : List.copyOf(table.columns)) {
                    if (gone.key.equals(column.reference)) {
                        table.remove(column);
                    }
                }
            }
        });
        return found.isPresent();
    }

    private static boolean renameTable(Draw draw) {
        Optional<ModelTable> found = draw.table(table ->
                table.columns.stream().noneMatch(column -> draw.step().touched.contains(column.key)));
        found.ifPresent(table -> {
            String old = table.name;
            table.name = draw.prefix().toLowerCase(Locale.ROOT) + draw.name();
            String schema = table.schema == null ? "" : table.schema + ".";
            draw.step().renames.add(schema + old + "=" + schema + table.name);
            draw.step().touched.add(table.key);
        });
        return found.isPresent();
    }

    private static Optional<Place> addColumn(Draw draw) {
        return draw.table(table -> true).map(table -> {
            ModelColumn column = draw.newColumn();
            table.columns.add(column);
            table.rows.values().forEach(row -> row.put(column.key, null));
            draw.step().touched.add(column.key);
            draw.step().drawn.add("type " + column.type.called(false));
            return new Place(table, column);
        });
    }

    private static boolean addWithDefault(Draw draw) {
        return addColumn(draw)
                .filter(place -> place.column().type.values().isPortable())
                .map(place -> {
                    place.column().defaultValue = place.column().type.values().other();
                    return require(place, place.column().defaultValue);
                })
                .isPresent();
    }

    private static boolean addWithFill(Draw draw) {
        return addColumn(draw)
                .filter(place -> place.column().type.values().isPortable()
                        && !place.table().rows.isEmpty())
                .map(place -> {
                    fill(draw, place);
                    return require(place, place.column().type.values().other());
                })
                .isPresent();
    }

    static void fill(Draw draw, Place place) {
        ModelTable table = place.table();
        Values values = place.column().type.values();
        draw.step()
                .fills
                .add((table.schema == null ? "" : table.schema + ".") + table.name + "."
                        + place.column().column() + "=" + values.portable(values.other()));
    }

    private static boolean require(Place place, String value) {
        place.column().required = true;
        place.table().rows.values().forEach(row -> row.put(place.column().key, value));
        return true;
    }

    private static boolean dropColumn(Draw draw) {
        Optional<Place> found = draw.column(place -> place.table().columns.size() > 1
                && place.table().columns.stream()
                        .noneMatch(other -> place.column().key.equals(other.computedFrom)
                                && draw.step().touched.contains(other.key)));
        found.ifPresent(place -> place.table().remove(place.column()));
        return found.isPresent();
    }

    private static boolean renameColumn(Draw draw) {
        Optional<Place> found = draw.column(place -> true);
        found.ifPresent(place -> {
            draw.touch(place);
            ModelTable table = place.table();
            String old = place.column().column();
            place.column().name = table.isComputedFrom(place.column()) ? draw.plainName() : draw.name();
            draw.step()
                    .renames
                    .add((table.schema == null ? "" : table.schema + ".") + table.name + "." + old + "="
                            + place.column().column());
        });
        return found.isPresent();
    }

    private static boolean addReference(Draw draw) {
        Optional<ModelTable> found = draw.table(table -> true);
        found.ifPresent(table -> {
            ModelColumn column = new ModelColumn(draw.key("C"), draw.name(), Type.LONG);
            column.reference = draw.one(draw.tables()).key;
            column.onDelete = draw.chance(2) ? null : draw.chance(2) ? "CASCADE" : "SET_NULL";
            table.columns.add(column);
            table.rows.values().forEach(row -> row.put(column.key, null));
            draw.step().touched.add(column.key);
        });
        return found.isPresent();
    }

    private static boolean toNumber(Draw draw) {
        Optional<Place> found = draw.column(place -> place.column().reference != null);
        found.ifPresent(place -> {
            draw.touch(place);
            place.column().name = place.column().column();
            place.column().reference = null;
            place.column().onDelete = null;
        });
        return found.isPresent();
    }

    private static boolean toReference(Draw draw) {
        Optional<Place> found = draw.column(place -> place.column().isPlain()
                && place.column().type == Type.LONG
                && place.column().name.endsWith("_id")
                && place.column().defaultValue == null
                && place.column().max == null
                && !place.table().isGrouped(place.column())
                && !place.table().isComputedFrom(place.column()));
        Optional<ModelTable> target = draw.maybe(draw.tables().stream()
                .filter(table -> found.isPresent()
                        && found.get()
                                .table()
                                .values(found.get().column())
                                .allMatch(id -> table.rows.containsKey(Integer.valueOf(id))))
                .toList());
        target.ifPresent(table -> {
            ModelColumn column = found.orElseThrow().column();
            draw.step().touched.add(column.key);
            column.name = column.name.replaceAll("_id$", "");
            column.unique = false;
            column.reference = table.key;
        });
        return target.isPresent();
    }

    private static boolean generateOtherwise(Draw draw) {
        Optional<ModelTable> found = draw.table(table -> draw.step().touched.add(table.key + " key"));
        found.ifPresent(table -> {
            String old = table.generated;
            while (Objects.equals(old, table.generated)) {
                table.generated = draw.chance(3) ? null : draw.chance(2) ? "IDENTITY" : "SEQUENCE";
            }
        });
        return found.isPresent();
    }

    private static boolean swap(Draw draw) {
        Optional<Place> one = draw.column(place -> true);
        Optional<ModelColumn> other = draw.maybe(one.stream()
                .flatMap(place -> place.table().columns.stream()
                        .filter(column -> column != place.column()
                                && column.reference == null
                                && place.column().reference == null
                                && !draw.step().touched.contains(column.key)
                                && !place.table().isComputedFrom(column)
                                && !place.table().isComputedFrom(place.column())))
                .toList());
        other.ifPresent(second -> {
            ModelTable table = one.orElseThrow().table();
            ModelColumn first = one.orElseThrow().column();
            String name = first.name;
            first.name = second.name;
            second.name = name;
            String owner = (table.schema == null ? "" : table.schema + ".") + table.name + ".";
            draw.step().renames.add(owner + name + "=" + first.name);
            draw.step().renames.add(owner + first.name + "=" + name);
            draw.step().touched.addAll(List.of(first.key, second.key));
        });
        return other.isPresent();
    }

    private static boolean onDelete(Draw draw) {
        Optional<Place> found = draw.column(place -> place.column().reference != null && !place.column().required);
        found.ifPresent(place -> {
            draw.touch(place);
            place.column().onDelete = place.column().onDelete == null ? "CASCADE" : null;
        });
        return found.isPresent();
    }

    private static boolean addComputed(Draw draw) {
        Optional<Place> found = draw.column(place -> place.column().isPlain()
                && place.column().type.isPlainNumber()
                && !place.column().type.java().equals("Byte")
                && !Draw.RESERVED.contains(place.column().name.replaceAll("\\d", ""))
                && !place.table().isComputedFrom(place.column()));
        found.ifPresent(place -> {
            draw.touch(place);
            ModelColumn column = new ModelColumn(draw.key("C"), draw.name(), Type.LONG);
            column.computedFrom = place.column().key;
            draw.step().touched.add(column.key);
            place.table().columns.add(column);
        });
        return found.isPresent();
    }

    private static boolean computeOtherwise(Draw draw) {
        Optional<Place> found = draw.column(place ->
                place.column().computedFrom != null && !draw.step().touched.contains(place.column().computedFrom));
        found.ifPresent(place -> {
            draw.touch(place);
            place.column().factor++;
        });
        return found.isPresent();
    }
}
