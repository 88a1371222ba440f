package dev.unirow.session.tests.graph;

import dev.unirow.model.Model;
import jakarta.persistence.Embeddable;
import jakarta.persistence.EmbeddedId;
import jakarta.persistence.Entity;
import jakarta.persistence.FetchType;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.ManyToMany;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.MapKey;
import jakarta.persistence.OneToMany;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Six classes that refer to each other in every way there is; references are declared before columns. */
final class Garden {
    static final Class<?>[] MODELS = {Grower.class, Kind.class, Mode.class, Plot.class, Planting.class, Bed.class};

    private Garden() {}

    @Entity(name = "Grower")
    static class Grower extends Model {
        @Id
        Long id;

        @OneToMany(mappedBy = "grower")
        List<Plot> plots = new ArrayList<>();

        @OneToMany(mappedBy = "grower")
        @MapKey(name = "label")
        Map<String, Bed> beds = new LinkedHashMap<>();

        String name;
    }

    /** A natural key, and nothing else. */
    @Entity(name = "Kind")
    static class Kind extends Model {
        @Id
        String name;

        @ManyToMany(mappedBy = "kinds")
        Set<Plot> plots = new LinkedHashSet<>();
    }

    /** Mostly rows in which all columns have their defaults. */
    @Entity(name = "Mode")
    static class Mode extends Model {
        @Id
        Long id;

        String language = "en";

        int weight = 0;
    }

    @Entity(name = "Plot")
    static class Plot extends Model {
        @Id
        Long id;

        @ManyToOne(fetch = FetchType.LAZY)
        Grower grower;

        @ManyToOne(fetch = FetchType.LAZY)
        Plot neighbour;

        @ManyToOne(fetch = FetchType.LAZY)
        Mode mode;

        @ManyToMany
        Set<Kind> kinds = new LinkedHashSet<>();

        @OneToMany(mappedBy = "plot")
        List<Planting> plantings = new ArrayList<>();

        String place;
        Integer code;
    }

    /** Nothing but a link: all columns belong to the key. */
    @Entity(name = "Planting")
    @IdClass(Planting.Key.class)
    static class Planting extends Model {
        record Key(Long plot, String kind) {}

        @Id
        @ManyToOne(fetch = FetchType.LAZY)
        Plot plot;

        @Id
        @ManyToOne(fetch = FetchType.LAZY)
        Kind kind;
    }

    @Embeddable
    record BedKey(int shelf, int place) {}

    @Entity(name = "Bed")
    static class Bed extends Model {
        @EmbeddedId
        BedKey id;

        @ManyToOne(fetch = FetchType.LAZY)
        Grower grower;

        String label;
    }
}
