package dev.unirow.migrate.tests.changes;

import jakarta.persistence.CollectionTable;
import jakarta.persistence.Column;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Entity;
import jakarta.persistence.FetchType;
import jakarta.persistence.Index;
import jakarta.persistence.JoinTable;
import jakarta.persistence.ManyToMany;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.Table;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Whole tables that come and go. */
final class TableChanges {
    static final List<Change> ALL = List.of(
            Change.of("a table is added").to(Crate.class),
            Change.of("a table is dropped").from(Barrel.class).with("insert into barrel (id, size) values (1, 7)"),
            Change.of("a table is renamed")
                    .from(Kiosk.class, KioskKey.class)
                    .to(Stall.class, StallKey.class)
                    .renaming("kiosk=stall")
                    .with(
                            "insert into kiosk (id, label) values (1, 'corner')",
                            "insert into kiosk_key (id, place_id) values (2, 1)")
                    .keeping(
                            "select p.id, p.label, k.id from kiosk p join kiosk_key k on k.place_id = p.id",
                            "select p.id, p.label, k.id from stall p join kiosk_key k on k.place_id = p.id"),
            Change.of("a table is added that refers to one")
                    .from(Shelf.class)
                    .to(Shelf.class, ShelvedBook.class)
                    .with("insert into shelf (id, label) values (1, 'top')")
                    .keeping("select id, label from shelf"),
            Change.of("a reference to many is added")
                    .from(Course.class, Pupil.class)
                    .to(Course.class, PupilWithCourses.class)
                    .with("insert into course (id) values (1)", "insert into pupil (id) values (2)")
                    .keeping("select id from pupil"),
            Change.of("a list of values is added")
                    .from(Recipe.class)
                    .to(RecipeWithSteps.class)
                    .with("insert into recipe (id) values (1)")
                    .keeping("select id from recipe"));

    private TableChanges() {}

    @Entity
    @Table(name = "crate")
    static class Crate extends Keyed {
        @Column(length = 40, nullable = false)
        @Nullable String label;
    }

    @Entity
    @Table(name = "barrel")
    static class Barrel extends Keyed {
        int size;
    }

    @Entity
    @Table(name = "kiosk", indexes = @Index(columnList = "label"))
    static class Kiosk extends Keyed {
        @Nullable String label;
    }

    @Entity
    @Table(name = "kiosk_key")
    static class KioskKey extends Keyed {
        @ManyToOne(fetch = FetchType.LAZY)
        @Nullable Kiosk place;
    }

    @Entity
    @Table(name = "stall", indexes = @Index(columnList = "label"))
    static class Stall extends Keyed {
        @Nullable String label;
    }

    @Entity
    @Table(name = "kiosk_key")
    static class StallKey extends Keyed {
        @ManyToOne(fetch = FetchType.LAZY)
        @Nullable Stall place;
    }

    @Entity
    @Table(name = "shelf")
    static class Shelf extends Keyed {
        @Nullable String label;
    }

    @Entity
    @Table(name = "shelved_book")
    static class ShelvedBook extends Keyed {
        @ManyToOne(fetch = FetchType.LAZY)
        @Nullable Shelf shelf;
    }

    @Entity
    @Table(name = "course")
    static class Course extends Keyed {}

    @Entity
    @Table(name = "pupil")
    static class Pupil extends Keyed {}

    @Entity
    @Table(name = "pupil")
    static class PupilWithCourses extends Keyed {
        @ManyToMany
        @JoinTable(name = "pupil_course")
        List<Course> courses = new ArrayList<>();
    }

    @Entity
    @Table(name = "recipe")
    static class Recipe extends Keyed {}

    @Entity
    @Table(name = "recipe")
    static class RecipeWithSteps extends Keyed {
        @ElementCollection
        @CollectionTable(name = "recipe_step")
        List<String> steps = new ArrayList<>();
    }
}
