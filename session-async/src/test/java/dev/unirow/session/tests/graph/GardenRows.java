package dev.unirow.session.tests.graph;

import dev.unirow.session.tests.graph.Garden.Bed;
import dev.unirow.session.tests.graph.Garden.BedKey;
import dev.unirow.session.tests.graph.Garden.Grower;
import dev.unirow.session.tests.graph.Garden.Kind;
import dev.unirow.session.tests.graph.Garden.Mode;
import dev.unirow.session.tests.graph.Garden.Planting;
import dev.unirow.session.tests.graph.Garden.Plot;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.hibernate.Hibernate;
import org.hibernate.proxy.HibernateProxy;

/**
 * What a dump of a garden must be: values are those of its rows, as plain SQL reads them, and Hibernate says what is
 * loaded.
 */
final class GardenRows {
    private final Map<String, Map<Object, Map<String, Object>>> tables = new LinkedHashMap<>();
    private final Map<Object, Map<String, Object>> met = new LinkedHashMap<>();

    GardenRows(Function<String, List<Map<String, Object>>> select) {
        read(select, "grower", "select id, name from grower", "id");
        read(select, "kind", "select name from kind", "name");
        read(select, "mode", "select id, language, weight from mode", "id");
        read(select, "plot", "select id, grower_id, neighbour_id, mode_id, place, code from plot", "id");
        read(select, "planting", "select plot_id, kind_name from planting", "plot_id", "kind_name");
        read(select, "bed", "select shelf, place, grower_id, label from bed", "shelf", "place");
        read(select, "plot_kind", "select plots_id, kinds_name from plot_kind", "plots_id", "kinds_name");
    }

    private void read(Function<String, List<Map<String, Object>>> select, String table, String sql, String... keys) {
        Map<Object, Map<String, Object>> rows = new LinkedHashMap<>();
        for (Map<String, Object> row : select.apply(sql)) {
            Map<String, Object> plain = new LinkedHashMap<>();
            row.forEach((column, value) -> plain.put(column, value instanceof Number n ? n.longValue() : value));
            List<Object> key = new ArrayList<>();
            for (String each : keys) {
                key.add(plain.get(each));
            }
            rows.put(key, plain);
        }
        tables.put(table, rows);
    }

    /** All rows, to see whether anything was written. */
    Map<String, Map<Object, Map<String, Object>>> all() {
        return tables;
    }

    /** The nested dump of a loaded model. */
    Map<String, Object> dump(Object root) {
        met.clear();
        return whole(Hibernate.unproxy(root));
    }

    private Map<String, Object> row(String table, Object... key) {
        return tables.get(table).get(List.of(key));
    }

    private Map<String, Object> whole(Object model) {
        Map<String, Object> dump = new LinkedHashMap<>();
        met.put(identity(model), dump);
        if (model instanceof Grower grower) {
            columns(dump, row("grower", grower.id), "id", "name");
            Set<Object> plots = keys("plot", "grower_id", grower.id);
            collection(dump, "plots", grower.plots, plots);
            map(dump, "beds", grower.beds, keys("bed", "grower_id", grower.id));
        } else if (model instanceof Kind kind) {
            columns(dump, row("kind", kind.name), "name");
            collection(dump, "plots", kind.plots, linked("kinds_name", kind.name, "plots_id"));
        } else if (model instanceof Mode mode) {
            columns(dump, row("mode", mode.id), "id", "language", "weight");
        } else if (model instanceof Plot plot) {
            Map<String, Object> row = row("plot", plot.id);
            columns(dump, row, "id", "place", "code");
            reference(dump, "grower", plot.grower, "id", row.get("grower_id"));
            reference(dump, "neighbour", plot.neighbour, "id", row.get("neighbour_id"));
            reference(dump, "mode", plot.mode, "id", row.get("mode_id"));
            collection(dump, "kinds", plot.kinds, linked("plots_id", plot.id, "kinds_name"));
            collection(dump, "plantings", plot.plantings, keys("planting", "plot_id", plot.id));
        } else if (model instanceof Planting planting) {
            Planting.Key key = plantingKey(planting);
            Map<String, Object> row = row("planting", key.plot(), key.kind());
            reference(dump, "plot", planting.plot, "id", row.get("plot_id"));
            reference(dump, "kind", planting.kind, "name", row.get("kind_name"));
        } else if (model instanceof Bed bed) {
            Map<String, Object> row = row("bed", (long) bed.id.shelf(), (long) bed.id.place());
            dump.put("id", bedKey(row));
            dump.put("label", row.get("label"));
            reference(dump, "grower", bed.grower, "id", row.get("grower_id"));
        }
        return dump;
    }

    private static Map<String, Object> bedKey(Map<String, Object> row) {
        return new LinkedHashMap<>(Map.of("shelf", row.get("shelf"), "place", row.get("place")));
    }

    private static void columns(Map<String, Object> dump, Map<String, Object> row, String... names) {
        for (String name : names) {
            dump.put(name, row.get(name));
        }
    }

    private void reference(Map<String, Object> dump, String name, Object value, String keyName, Object key) {
        if (key == null) {
            dump.put(name, null);
        } else if (!Hibernate.isInitialized(value)) {
            dump.put(name, new LinkedHashMap<>(Map.of(keyName, key)));
        } else if (!met.containsKey(identity(Hibernate.unproxy(value)))) {
            dump.put(name, whole(Hibernate.unproxy(value)));
        }
    }

    private void collection(Map<String, Object> dump, String name, Iterable<?> value, Set<Object> rows) {
        if (Hibernate.isInitialized(value)) {
            List<Object> members = new ArrayList<>();
            Set<Object> keys = new LinkedHashSet<>();
            value.forEach(each -> {
                keys.add(key(each));
                members.add(member(each));
            });
            require(keys, rows, name);
            dump.put(name, members);
        }
    }

    private void map(Map<String, Object> dump, String name, Map<String, Bed> value, Set<Object> rows) {
        if (Hibernate.isInitialized(value)) {
            Map<String, Object> members = new LinkedHashMap<>();
            Set<Object> keys = new LinkedHashSet<>();
            value.forEach((label, bed) -> {
                keys.add(key(bed));
                members.put(label, member(bed));
            });
            require(keys, rows, name);
            dump.put(name, members);
        }
    }

    private static void require(Set<Object> keys, Set<Object> rows, String name) {
        if (!keys.equals(rows)) {
            throw new AssertionError("'" + name + "' has " + keys + ", and there are the rows " + rows);
        }
    }

    private Object member(Object each) {
        Object model = Hibernate.unproxy(each);
        Map<String, Object> before = met.get(identity(model));
        if (before == null) {
            return whole(model);
        }
        Map<String, Object> cut = new LinkedHashMap<>(before);
        if (model instanceof Planting planting) {
            Planting.Key key = plantingKey(planting);
            cut.putIfAbsent("plot", new LinkedHashMap<>(Map.of("id", key.plot())));
            cut.putIfAbsent("kind", new LinkedHashMap<>(Map.of("name", key.kind())));
        }
        return cut;
    }

    private Set<Object> keys(String table, String column, Object value) {
        Set<Object> keys = new LinkedHashSet<>();
        tables.get(table).forEach((key, row) -> {
            if (value.equals(row.get(column))) {
                keys.add(key);
            }
        });
        return keys;
    }

    private Set<Object> linked(String column, Object value, String other) {
        Set<Object> keys = new LinkedHashSet<>();
        tables.get("plot_kind").values().forEach(row -> {
            if (value.equals(row.get(column))) {
                keys.add(List.of(row.get(other)));
            }
        });
        return keys;
    }

    private static Object identity(Object model) {
        return List.of(model.getClass(), key(model));
    }

    /** As Hibernate knows it of a stand-in, and otherwise as the fields have it. */
    private static Object key(Object model) {
        Object key = model instanceof HibernateProxy proxy
                ? proxy.getHibernateLazyInitializer().getIdentifier()
                : model instanceof Grower grower
                        ? grower.id
                        : model instanceof Kind kind
                                ? kind.name
                                : model instanceof Mode mode
                                        ? mode.id
                                        : model instanceof Plot plot
                                                ? plot.id
                                                : model instanceof Bed bed ? bed.id : plantingKey((Planting) model);
        if (key instanceof BedKey bed) {
            return List.of((long) bed.shelf(), (long) bed.place());
        }
        return key instanceof Planting.Key planting ? List.of(planting.plot(), planting.kind()) : List.of(key);
    }

    private static Planting.Key plantingKey(Planting planting) {
        return new Planting.Key(
                (Long) ((List<?>) key(planting.plot)).get(0), (String) ((List<?>) key(planting.kind)).get(0));
    }
}
