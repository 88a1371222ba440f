package dev.unirow.migrate.tests.changes;

import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.util.List;
import org.hibernate.annotations.GeneratedColumn;
import org.jspecify.annotations.Nullable;

/** What the database computes, or counts. */
final class GeneratedChanges {
    static final List<Change> ALL = List.of(
            Change.of("a computed column is added")
                    .from(Cube.class)
                    .to(ComputedCube.class)
                    .with("insert into cube (id, n) values (1, 3)")
                    .keeping("select id, n, 6 from cube", "select id, n, twice from cube"),
            Change.of("a column is computed otherwise")
                    .from(DoubledCone.class)
                    .to(TripledCone.class)
                    .with("insert into cone (id, n) values (1, 3)")
                    .keeping("select id, n, 3 * n from cone", "select id, n, much from cone"),
            Change.of("a computed column is dropped")
                    .from(ComputedDisc.class)
                    .to(Disc.class)
                    .with("insert into disc (id, n) values (1, 3)")
                    .keeping("select id, n from disc"),
            Change.of("a key comes from a sequence")
                    .from(IdentityRing.class)
                    .to(SequenceRing.class)
                    .with("insert into ring (label) values ('gold')")
                    .keeping("select id, label from ring"),
            Change.of("a key comes from its own column")
                    .from(SequenceTorus.class)
                    .to(IdentityTorus.class)
                    .with("insert into torus (id, label) values (1, 'gold')")
                    .keeping("select id, label from torus"));

    private GeneratedChanges() {}

    @Entity
    @Table(name = "cube")
    static class Cube extends Keyed {
        @Nullable Integer n;
    }

    @Entity
    @Table(name = "cube")
    static class ComputedCube extends Keyed {
        @Nullable Integer n;

        @GeneratedColumn("n * 2")
        @Nullable Integer twice;
    }

    @Entity
    @Table(name = "cone")
    static class DoubledCone extends Keyed {
        @Nullable Integer n;

        @GeneratedColumn("n * 2")
        @Nullable Integer much;
    }

    @Entity
    @Table(name = "cone")
    static class TripledCone extends Keyed {
        @Nullable Integer n;

        @GeneratedColumn("n * 3")
        @Nullable Integer much;
    }

    @Entity
    @Table(name = "disc")
    static class ComputedDisc extends Keyed {
        @Nullable Integer n;

        @GeneratedColumn("n * 2")
        @Nullable Integer twice;
    }

    @Entity
    @Table(name = "disc")
    static class Disc extends Keyed {
        @Nullable Integer n;
    }

    @Entity
    @Table(name = "ring")
    static class IdentityRing {
        @Id
        @GeneratedValue(strategy = GenerationType.IDENTITY)
        @Nullable Long id;

        @Nullable String label;
    }

    @Entity
    @Table(name = "ring")
    static class SequenceRing {
        @Id
        @GeneratedValue(strategy = GenerationType.SEQUENCE)
        @Nullable Long id;

        @Nullable String label;
    }

    @Entity
    @Table(name = "torus")
    static class SequenceTorus {
        @Id
        @GeneratedValue(strategy = GenerationType.SEQUENCE)
        @Nullable Long id;

        @Nullable String label;
    }

    @Entity
    @Table(name = "torus")
    static class IdentityTorus {
        @Id
        @GeneratedValue(strategy = GenerationType.IDENTITY)
        @Nullable Long id;

        @Nullable String label;
    }
}
