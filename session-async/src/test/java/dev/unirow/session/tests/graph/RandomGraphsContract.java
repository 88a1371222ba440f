package dev.unirow.session.tests.graph;

import static dev.unirow.session.Await.await;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.unirow.model.DumpOptions;
import dev.unirow.model.Models;
import dev.unirow.session.AsyncSession;
import dev.unirow.session.tests.DatabaseContract;
import dev.unirow.session.tests.graph.Garden.Bed;
import dev.unirow.session.tests.graph.Garden.Grower;
import dev.unirow.session.tests.graph.Garden.Kind;
import dev.unirow.session.tests.graph.Garden.Planting;
import dev.unirow.session.tests.graph.Garden.Plot;
import dev.unirow.testing.EachDatabase;
import io.smallrye.mutiny.Uni;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.Function;
import org.hibernate.Hibernate;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * Random graphs of models, of which random parts are loaded: what is dumped, copied and read again is what plain SQL
 * reads, as far as Hibernate says that it is loaded.
 */
@EachDatabase
@Tag("model") // it compares models
class RandomGraphsContract extends DatabaseContract {
    private static final DumpOptions NESTED = DumpOptions.options().nested();
    private static final ObjectMapper JSON = new ObjectMapper();

    @Override
    public Class<?>[] models() {
        return Garden.MODELS;
    }

    @Test
    void whatIsLoadedOfARandomGraphIsDumpedCopiedAndReadAgain() {
        run(0, 100);
    }

    @Test
    @Tag("deep")
    void whatIsLoadedOfManyRandomGraphsIsDumpedCopiedAndReadAgain() {
        run(1_000, 2_000);
    }

    private void run(int firstSeed, int graphs) {
        for (int seed = firstSeed; seed < firstSeed + graphs; seed++) {
            try {
                check(new Random(seed));
            } catch (RuntimeException | AssertionError failure) {
                throw new AssertionError("The graph of seed " + seed + ": " + failure.getMessage(), failure);
            }
        }
    }

    private void check(Random random) {
        StoredGarden garden = new StoredGarden(random);
        await(db.begin(session -> {
            session.addAll(garden.models());
            return session.flush();
        }));
        GardenRows rows = new GardenRows(this::rows);
        Object stored = garden.models()[random.nextInt(garden.models().length)];
        Object key = stored.getClass() == Planting.class
                ? new Planting.Key(((Planting) stored).plot.id, ((Planting) stored).kind.name)
                : Models.pk(stored);
        List<Object> reached = new ArrayList<>();
        await(db.session(session ->
                session.get(stored.getClass(), key).chain(root -> load(session, root, random, reached, 12))));

        for (Object model : reached) {
            Map<String, Object> expected = rows.dump(model);
            assertThat(numbers(Models.dump(model, NESTED))).isEqualTo(expected);
            assertThat(tree(Models.dumpJson(model, NESTED))).isEqualTo(tree(expected));
            checkCopy(model);
            checkReadAgain(model);
        }
        // a collection that is to be saved must be loaded, which is said elsewhere
        List<Object> copies = reached.stream()
                .map(Models::copy)
                .filter(copy -> Models.assigned(copy).values().stream()
                        .noneMatch(value -> value instanceof Collection<?> || value instanceof Map<?, ?>))
                .toList();
        if (!copies.isEmpty()) {
            await(db.begin(session -> session.saveAll(copies)));
        }
        assertThat(new GardenRows(this::rows).all()).isEqualTo(rows.all());
        await(db.connect(connection ->
                connection.execute("update plot set neighbour_id = null").chain(() -> deleteAll(connection::execute))));
    }

    private static Uni<?> deleteAll(Function<String, Uni<?>> execute) {
        Uni<?> all = Uni.createFrom().nullItem();
        for (String table : List.of("plot_kind", "planting", "bed", "plot", "mode", "kind", "grower")) {
            all = all.chain(() -> execute.apply("delete from " + table));
        }
        return all;
    }

    /** Fetches some of what a model leads to, and goes on from there. */
    private Uni<?> load(AsyncSession session, Object model, Random random, List<Object> reached, int steps) {
        if (!reached.contains(model)) {
            reached.add(model);
        }
        List<Object> ways = new ArrayList<>();
        for (Object each : reached) {
            Object target = Hibernate.unproxy(each);
            if (target instanceof Plot plot) {
                ways.addAll(listOf(plot.grower, plot.neighbour, plot.mode, plot.kinds, plot.plantings));
            } else if (target instanceof Grower grower) {
                ways.addAll(listOf(grower.plots, grower.beds));
            } else if (target instanceof Kind kind) {
                ways.addAll(listOf(kind.plots));
            } else if (target instanceof Planting planting) {
                ways.addAll(listOf(planting.plot, planting.kind));
            } else if (target instanceof Bed bed) {
                ways.addAll(listOf(bed.grower));
            }
        }
        ways.removeIf(Hibernate::isInitialized);
        if (ways.isEmpty() || steps == 0 || random.nextInt(6) == 0) {
            return Uni.createFrom().nullItem();
        }
        return session.fetch(ways.get(random.nextInt(ways.size()))).chain(fetched -> {
            List<Object> models = new ArrayList<>();
            if (fetched instanceof Map<?, ?> map) {
                models.addAll(map.values());
            } else if (fetched instanceof Iterable<?> several) {
                several.forEach(models::add);
            } else {
                models.add(fetched);
            }
            models.stream().filter(each -> !reached.contains(each)).forEach(reached::add);
            return load(session, model, random, reached, steps - 1);
        });
    }

    private static List<Object> listOf(Object... values) {
        List<Object> list = new ArrayList<>();
        for (Object value : values) {
            if (value != null) {
                list.add(value);
            }
        }
        return list;
    }

    private static void checkCopy(Object model) {
        Object target = Hibernate.unproxy(model);
        Object copy = Models.copy(model);
        assertThat(copy).isEqualTo(model).isNotSameAs(target).hasSameClassAs(target);
        if (target instanceof Plot plot) {
            Plot copied = (Plot) copy;
            assertThat(copied.grower).isSameAs(plot.grower);
            assertThat(copied.neighbour).isSameAs(plot.neighbour);
            checkCopy(plot.kinds, copied.kinds);
            checkCopy(plot.plantings, copied.plantings);
        } else if (target instanceof Grower grower) {
            checkCopy(grower.plots, ((Grower) copy).plots);
            checkCopy(grower.beds, ((Grower) copy).beds);
        } else if (target instanceof Kind kind) {
            checkCopy(kind.plots, ((Kind) copy).plots);
        }
        DumpOptions columns = DumpOptions.options().depth(0);
        Map<String, Object> dump = Models.dump(model, columns);
        assertThat(restricted(Models.dump(copy, columns), dump)).isEqualTo(dump);
        assertThat(Models.isKeyOnly(copy)).isFalse();
    }

    private static void checkCopy(Object collection, Object copy) {
        assertThat(copy).isNotSameAs(collection);
        assertThat(Hibernate.isInitialized(copy)).isEqualTo(Hibernate.isInitialized(collection));
        if (Hibernate.isInitialized(collection)) {
            assertThat(collection instanceof Map<?, ?> map ? map : List.copyOf((Collection<?>) collection))
                    .isEqualTo(copy instanceof Map<?, ?> map ? map : List.copyOf((Collection<?>) copy));
        }
    }

    /** What was dumped is there again; links are references by key then, since they have nothing else. */
    private static void checkReadAgain(Object model) {
        Class<?> type = Hibernate.unproxy(model).getClass();
        DumpOptions options =
                DumpOptions.options().exclude(type == Plot.class ? new String[] {"plantings"} : new String[0]);
        Map<String, Object> dump = Models.dump(model, options);
        for (Object again : List.of(Models.from(type, dump), Models.from(type, Models.dumpJson(model, options)))) {
            assertThat(restricted(Models.dump(again, options), dump)).isEqualTo(dump);
            assertThat(again).isEqualTo(model);
        }
    }

    /** What a dump left out, since it was not loaded or met before, is as in a new model. */
    private static Object restricted(Object read, Object dump) {
        if (read instanceof Map<?, ?> map && dump instanceof Map<?, ?> wanted) {
            Map<Object, Object> same = new LinkedHashMap<>();
            map.forEach((key, value) -> {
                if (wanted.containsKey(key)) {
                    same.put(key, restricted(value, wanted.get(key)));
                }
            });
            return same;
        } else if (read instanceof List<?> list && dump instanceof List<?> wanted && list.size() == wanted.size()) {
            List<Object> same = new ArrayList<>();
            for (int i = 0; i < list.size(); i++) {
                same.add(restricted(list.get(i), wanted.get(i)));
            }
            return same;
        }
        return read;
    }

    private static Object tree(Object value) {
        try {
            return JSON.readTree(value instanceof String text ? text : JSON.writeValueAsString(value));
        } catch (java.io.IOException e) {
            throw new AssertionError(e);
        }
    }

    /** Whole numbers as plain SQL has them. */
    private static Object numbers(Object value) {
        if (value instanceof Map<?, ?> map) {
            Map<Object, Object> numbers = new LinkedHashMap<>();
            map.forEach((key, each) -> numbers.put(key, numbers(each)));
            return numbers;
        } else if (value instanceof List<?> list) {
            return list.stream().map(RandomGraphsContract::numbers).toList();
        }
        return value instanceof Number number ? (Object) number.longValue() : value;
    }
}
