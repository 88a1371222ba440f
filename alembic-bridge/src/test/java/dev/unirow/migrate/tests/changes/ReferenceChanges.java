package dev.unirow.migrate.tests.changes;

import jakarta.persistence.Entity;
import jakarta.persistence.FetchType;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.Table;
import java.util.List;
import org.hibernate.annotations.OnDelete;
import org.hibernate.annotations.OnDeleteAction;
import org.jspecify.annotations.Nullable;

/** Foreign keys over columns that stay. */
final class ReferenceChanges {
    static final List<Change> ALL = List.of(
            on("a column becomes a reference", "one", PlainOne.class, ReferringOne.class),
            on("a reference becomes a column", "two", ReferringTwo.class, PlainTwo.class),
            on("what is deleted takes along what refers to it", "three", ReferringThree.class, CascadingThree.class),
            on("a reference becomes required", "four", ReferringFour.class, BoundFour.class));

    private ReferenceChanges() {}

    private static Change on(String name, String table, Class<?> before, Class<?> after) {
        Class<?> home = home(table);
        return Change.of(name)
                .from(home, before)
                .to(home, after)
                .with(
                        "insert into home_of_" + table + " (id) values (1)",
                        "insert into " + table + " (id, home_id) values (2, 1)")
                .keeping("select id, home_id from " + table);
    }

    private static Class<?> home(String table) {
        return switch (table) {
            case "one" -> HomeOfOne.class;
            case "two" -> HomeOfTwo.class;
            case "three" -> HomeOfThree.class;
            default -> HomeOfFour.class;
        };
    }

    @Entity
    @Table(name = "home_of_one")
    static class HomeOfOne extends Keyed {}

    @Entity
    @Table(name = "one")
    static class PlainOne extends Keyed {
        @Nullable Long homeId;
    }

    @Entity
    @Table(name = "one")
    static class ReferringOne extends Keyed {
        @ManyToOne(fetch = FetchType.LAZY)
        @Nullable HomeOfOne home;
    }

    @Entity
    @Table(name = "home_of_two")
    static class HomeOfTwo extends Keyed {}

    @Entity
    @Table(name = "two")
    static class ReferringTwo extends Keyed {
        @ManyToOne(fetch = FetchType.LAZY)
        @Nullable HomeOfTwo home;
    }

    @Entity
    @Table(name = "two")
    static class PlainTwo extends Keyed {
        @Nullable Long homeId;
    }

    @Entity
    @Table(name = "home_of_three")
    static class HomeOfThree extends Keyed {}

    @Entity
    @Table(name = "three")
    static class ReferringThree extends Keyed {
        @ManyToOne(fetch = FetchType.LAZY)
        @Nullable HomeOfThree home;
    }

    @Entity
    @Table(name = "three")
    static class CascadingThree extends Keyed {
        @ManyToOne(fetch = FetchType.LAZY)
        @OnDelete(action = OnDeleteAction.CASCADE)
        @Nullable HomeOfThree home;
    }

    @Entity
    @Table(name = "home_of_four")
    static class HomeOfFour extends Keyed {}

    @Entity
    @Table(name = "four")
    static class ReferringFour extends Keyed {
        @ManyToOne(fetch = FetchType.LAZY)
        @Nullable HomeOfFour home;
    }

    @Entity
    @Table(name = "four")
    static class BoundFour extends Keyed {
        @ManyToOne(fetch = FetchType.LAZY, optional = false)
        @JoinColumn(nullable = false)
        @Nullable HomeOfFour home;
    }
}
