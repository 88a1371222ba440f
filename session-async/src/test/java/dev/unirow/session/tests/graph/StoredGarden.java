package dev.unirow.session.tests.graph;

import dev.unirow.session.tests.graph.Garden.Bed;
import dev.unirow.session.tests.graph.Garden.BedKey;
import dev.unirow.session.tests.graph.Garden.Grower;
import dev.unirow.session.tests.graph.Garden.Kind;
import dev.unirow.session.tests.graph.Garden.Mode;
import dev.unirow.session.tests.graph.Garden.Planting;
import dev.unirow.session.tests.graph.Garden.Plot;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;

/** A random garden to store. */
final class StoredGarden {
    final List<Grower> growers = new ArrayList<>();
    final List<Kind> kinds = new ArrayList<>();
    final List<Mode> modes = new ArrayList<>();
    final List<Plot> plots = new ArrayList<>();
    final List<Planting> plantings = new ArrayList<>();
    final List<Bed> beds = new ArrayList<>();

    StoredGarden(Random random) {
        for (long i = 1; i <= 1 + random.nextInt(3); i++) {
            Grower grower = new Grower();
            grower.id = i;
            grower.name = random.nextBoolean() ? "g" + i : null;
            growers.add(grower);
            Kind kind = new Kind();
            kind.name = "k" + i;
            kinds.add(kind);
            Mode mode = new Mode();
            mode.id = i;
            mode.language = random.nextInt(3) == 0 ? "de" : "en";
            modes.add(mode);
        }
        for (long i = 1; i <= 1 + random.nextInt(5); i++) {
            Plot plot = new Plot();
            plot.id = i;
            plot.place = random.nextBoolean() ? "p" + i : null;
            plot.code = random.nextBoolean() ? random.nextInt(9) : null;
            plots.add(plot);
            plot.grower = oneOf(growers, random);
            plot.mode = oneOf(modes, random);
            plot.neighbour = oneOf(plots, random);
            kinds.stream().filter(kind -> random.nextInt(3) == 0).forEach(plot.kinds::add);
            for (Kind kind : kinds) {
                if (random.nextInt(3) == 0) {
                    Planting planting = new Planting();
                    planting.plot = plot;
                    planting.kind = kind;
                    plantings.add(planting);
                }
            }
        }
        Set<BedKey> keys = new HashSet<>();
        for (int i = 0; i < random.nextInt(4); i++) {
            Bed bed = new Bed();
            bed.id = new BedKey(random.nextInt(3), i);
            bed.label = "b" + i;
            bed.grower = oneOf(growers, random);
            if (keys.add(bed.id)) {
                beds.add(bed);
            }
        }
        // a cycle of neighbours, often
        if (random.nextBoolean()) {
            plots.get(0).neighbour = plots.get(plots.size() - 1);
        }
    }

    private static <T> T oneOf(List<T> all, Random random) {
        return random.nextInt(4) == 0 ? null : all.get(random.nextInt(all.size()));
    }

    Object[] models() {
        List<Object> models = new ArrayList<>();
        models.addAll(growers);
        models.addAll(kinds);
        models.addAll(modes);
        models.addAll(plots);
        models.addAll(plantings);
        models.addAll(beds);
        return models.toArray();
    }
}
