package dev.unirow.migrate.tests.changes;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.FetchType;
import jakarta.persistence.Index;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.Table;
import java.util.List;
import org.hibernate.annotations.ColumnDefault;
import org.jspecify.annotations.Nullable;

/** Columns that come, go and are called otherwise. */
final class ColumnChanges {
    static final List<Change> ALL = List.of(
            Change.of("a column is added")
                    .from(Apple.class)
                    .to(AppleOfColour.class)
                    .with("insert into apple (id) values (1)")
                    .keeping("select id from apple"),
            Change.of("a required column is added that has a default")
                    .from(Pear.class)
                    .to(RatedPear.class)
                    .with("insert into pear (id) values (1)")
                    .keeping("select id, 3 from pear", "select id, rating from pear"),
            Change.of("a required column is added, with --fill quince.name=\"'?'\"")
                    .from(Quince.class)
                    .to(NamedQuince.class)
                    .filling("quince.name='?'")
                    .with("insert into quince (id) values (1)")
                    .keeping("select id, '?' from quince", "select id, name from quince"),
            Change.of("a required column is added, without a value for the rows")
                    .from(Medlar.class)
                    .to(NamedMedlar.class),
            Change.of("a required column is dropped").from(NamedOlive.class).to(Olive.class),
            Change.of("a column is dropped")
                    .from(AgedPlum.class)
                    .to(Plum.class)
                    .with("insert into plum (id, label, age) values (1, 'blue', 2)")
                    .keeping("select id, label from plum"),
            Change.of("a required column is dropped that has a default")
                    .from(RatedCherry.class)
                    .to(Cherry.class)
                    .with("insert into cherry (id, label) values (1, 'red')")
                    .keeping("select id, label from cherry"),
            Change.of("a column is renamed")
                    .from(NamedPeach.class)
                    .to(TitledPeach.class)
                    .renaming("peach.name=title")
                    .with("insert into peach (id, name) values (1, 'white')")
                    .keeping("select id, name from peach", "select id, title from peach"),
            Change.of("a unique column is renamed")
                    .from(CodedGrape.class)
                    .to(NumberedGrape.class)
                    .renaming("grape.code=sku")
                    .with("insert into grape (id, code) values (1, 17)")
                    .keeping("select id, code from grape", "select id, sku from grape"),
            Change.of("a column with an index is renamed")
                    .from(PlacedMelon.class)
                    .to(LocatedMelon.class)
                    .renaming("melon.place=location")
                    .with("insert into melon (id, place) values (1, 'field')")
                    .keeping("select id, place from melon", "select id, location from melon"),
            Change.of("a reference is renamed")
                    .from(Grower.class, GrownFig.class)
                    .to(Grower.class, RaisedFig.class)
                    .renaming("fig.grower_id=farmer_id")
                    .with("insert into grower (id) values (1)", "insert into fig (id, grower_id) values (2, 1)")
                    .keeping("select id, grower_id from fig", "select id, farmer_id from fig"));

    private ColumnChanges() {}

    @Entity
    @Table(name = "apple")
    static class Apple extends Keyed {}

    @Entity
    @Table(name = "apple")
    static class AppleOfColour extends Keyed {
        @Nullable String colour;
    }

    @Entity
    @Table(name = "pear")
    static class Pear extends Keyed {}

    @Entity
    @Table(name = "pear")
    static class RatedPear extends Keyed {
        @ColumnDefault("3")
        int rating;
    }

    @Entity
    @Table(name = "quince")
    static class Quince extends Keyed {}

    @Entity
    @Table(name = "quince")
    static class NamedQuince extends Keyed {
        @Column(nullable = false)
        @Nullable String name;
    }

    @Entity
    @Table(name = "medlar")
    static class Medlar extends Keyed {}

    @Entity
    @Table(name = "medlar")
    static class NamedMedlar extends Keyed {
        @Column(nullable = false)
        @Nullable String name;
    }

    @Entity
    @Table(name = "olive")
    static class NamedOlive extends Keyed {
        @Nullable String label;

        @Column(nullable = false)
        @Nullable String name;
    }

    @Entity
    @Table(name = "olive")
    static class Olive extends Keyed {
        @Nullable String label;
    }

    @Entity
    @Table(name = "plum")
    static class AgedPlum extends Keyed {
        @Nullable String label;

        @Nullable Integer age;
    }

    @Entity
    @Table(name = "plum")
    static class Plum extends Keyed {
        @Nullable String label;
    }

    @Entity
    @Table(name = "cherry")
    static class RatedCherry extends Keyed {
        @Nullable String label;

        @ColumnDefault("3")
        int rating;
    }

    @Entity
    @Table(name = "cherry")
    static class Cherry extends Keyed {
        @Nullable String label;
    }

    @Entity
    @Table(name = "peach")
    static class NamedPeach extends Keyed {
        @Nullable String name;
    }

    @Entity
    @Table(name = "peach")
    static class TitledPeach extends Keyed {
        @Nullable String title;
    }

    @Entity
    @Table(name = "grape")
    static class CodedGrape extends Keyed {
        @Column(unique = true)
        @Nullable Integer code;
    }

    @Entity
    @Table(name = "grape")
    static class NumberedGrape extends Keyed {
        @Column(unique = true)
        @Nullable Integer sku;
    }

    @Entity
    @Table(name = "melon", indexes = @Index(columnList = "place"))
    static class PlacedMelon extends Keyed {
        @Nullable String place;
    }

    @Entity
    @Table(name = "melon", indexes = @Index(columnList = "location"))
    static class LocatedMelon extends Keyed {
        @Nullable String location;
    }

    @Entity
    @Table(name = "grower")
    static class Grower extends Keyed {}

    @Entity
    @Table(name = "fig")
    static class GrownFig extends Keyed {
        @ManyToOne(fetch = FetchType.LAZY)
        @Nullable Grower grower;
    }

    @Entity
    @Table(name = "fig")
    static class RaisedFig extends Keyed {
        @ManyToOne(fetch = FetchType.LAZY)
        @Nullable Grower farmer;
    }
}
