package dev.unirow.migrate.tests.changes;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Index;
import jakarta.persistence.Table;
import jakarta.persistence.UniqueConstraint;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Indexes, and what may stand in one row only. */
final class IndexChanges {
    static final List<Change> ALL = List.of(
            on("an index is added", "oak", Oak.class, IndexedOak.class),
            on("an index is removed", "elm", IndexedElm.class, Elm.class),
            on("an index turns round", "ash", AscendingAsh.class, DescendingAsh.class),
            on("an index has a further column", "fir", FirByOne.class, FirByTwo.class),
            on("a unique index is added", "yew", Yew.class, UniquelyIndexedYew.class),
            on("a column becomes unique", "bay", Bay.class, UniqueBay.class),
            on("a column is no longer unique", "box", UniqueBox.class, Box.class),
            on("two columns together become unique", "fern", Fern.class, UniqueFern.class));

    private IndexChanges() {}

    private static Change on(String name, String table, Class<?> before, Class<?> after) {
        return Change.of(name)
                .from(before)
                .to(after)
                .with("insert into " + table + " (id, a, b) values (1, 2, 3)")
                .keeping("select id, a, b from " + table);
    }

    @Entity
    @Table(name = "oak")
    static class Oak extends Keyed {
        @Nullable Integer a;

        @Nullable Integer b;
    }

    @Entity
    @Table(name = "oak", indexes = @Index(columnList = "a, b"))
    static class IndexedOak extends Keyed {
        @Nullable Integer a;

        @Nullable Integer b;
    }

    @Entity
    @Table(name = "elm", indexes = @Index(columnList = "a"))
    static class IndexedElm extends Keyed {
        @Nullable Integer a;

        @Nullable Integer b;
    }

    @Entity
    @Table(name = "elm")
    static class Elm extends Keyed {
        @Nullable Integer a;

        @Nullable Integer b;
    }

    @Entity
    @Table(name = "ash", indexes = @Index(columnList = "a"))
    static class AscendingAsh extends Keyed {
        @Nullable Integer a;

        @Nullable Integer b;
    }

    @Entity
    @Table(name = "ash", indexes = @Index(columnList = "a desc"))
    static class DescendingAsh extends Keyed {
        @Nullable Integer a;

        @Nullable Integer b;
    }

    @Entity
    @Table(name = "fir", indexes = @Index(name = "ix_fir", columnList = "a"))
    static class FirByOne extends Keyed {
        @Nullable Integer a;

        @Nullable Integer b;
    }

    @Entity
    @Table(name = "fir", indexes = @Index(name = "ix_fir", columnList = "a, b"))
    static class FirByTwo extends Keyed {
        @Nullable Integer a;

        @Nullable Integer b;
    }

    @Entity
    @Table(name = "yew")
    static class Yew extends Keyed {
        @Nullable Integer a;

        @Nullable Integer b;
    }

    @Entity
    @Table(name = "yew", indexes = @Index(columnList = "a", unique = true))
    static class UniquelyIndexedYew extends Keyed {
        @Nullable Integer a;

        @Nullable Integer b;
    }

    @Entity
    @Table(name = "bay")
    static class Bay extends Keyed {
        @Nullable Integer a;

        @Nullable Integer b;
    }

    @Entity
    @Table(name = "bay")
    static class UniqueBay extends Keyed {
        @Column(unique = true)
        @Nullable Integer a;

        @Nullable Integer b;
    }

    @Entity
    @Table(name = "box")
    static class UniqueBox extends Keyed {
        @Column(unique = true)
        @Nullable Integer a;

        @Nullable Integer b;
    }

    @Entity
    @Table(name = "box")
    static class Box extends Keyed {
        @Nullable Integer a;

        @Nullable Integer b;
    }

    @Entity
    @Table(name = "fern")
    static class Fern extends Keyed {
        @Nullable Integer a;

        @Nullable Integer b;
    }

    @Entity
    @Table(name = "fern", uniqueConstraints = @UniqueConstraint(columnNames = {"a", "b"}))
    static class UniqueFern extends Keyed {
        @Nullable Integer a;

        @Nullable Integer b;
    }
}
