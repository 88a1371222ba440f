package dev.unirow.schema.tests;

import static dev.unirow.schema.tests.Feature.column;
import static dev.unirow.schema.tests.Feature.onColumn;
import static org.assertj.core.api.Assertions.assertThat;

import dev.unirow.schema.DatabaseKind;
import dev.unirow.schema.Sequence;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.SequenceGenerator;
import java.util.List;

/** Numbers that the database makes up. */
final class NumberFeatures {
    private NumberFeatures() {}

    @Entity(name = "Numbered")
    static class Numbered {
        @Id
        @GeneratedValue(strategy = GenerationType.IDENTITY)
        private Long id;

        private String name;
    }

    @Entity(name = "Counted")
    static class Counted {
        @Id
        @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "ticket")
        @SequenceGenerator(
                name = "ticket",
                sequenceName = "Ticket No",
                initialValue = 7,
                allocationSize = 10,
                options = "minvalue 5 maxvalue 5000 cache 20 cycle")
        private Long id;
    }

    @Entity(name = "Plainly")
    static class Plainly {
        @Id
        @GeneratedValue(strategy = GenerationType.SEQUENCE)
        private Long id;
    }

    @Entity(name = "Usually")
    static class UsuallyOnPostgres {
        @Id
        @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "usual")
        @SequenceGenerator(name = "usual", sequenceName = "usual", options = "cache = 1")
        private Long id;
    }

    @Entity(name = "Usually")
    static class UsuallyOnMariaDb {
        @Id
        @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "usual")
        @SequenceGenerator(name = "usual", sequenceName = "usual", options = "cache = 1000")
        private Long id;
    }

    @Entity(name = "Uncached")
    static class Uncached {
        @Id
        @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "uncached")
        @SequenceGenerator(name = "uncached", sequenceName = "uncached_numbers", options = "nocache")
        private Long id;
    }

    private static final Sequence TICKET = new Sequence("Ticket No", 7, 10, 5L, 5000L, true, 20L);

    static List<Feature> all() {
        return List.of(
                Feature.of("identity", Numbered.class)
                        .seen(live -> assertThat(column(live, "numbered", "id").identity())
                                .isTrue())
                        .changedOn((kind, schema) -> kind == DatabaseKind.SQLITE
                                ? schema
                                : onColumn("numbered", "id", column -> column.withIdentity(false))
                                        .apply(schema)),
                Feature.of("identity, always", Numbered.class)
                        .seen(live -> assertThat(column(live, "numbered", "id").identityAlways())
                                .isFalse())
                        .changedOn((kind, schema) -> kind == DatabaseKind.POSTGRESQL
                                ? onColumn("numbered", "id", column -> column.withIdentityAlways(true))
                                        .apply(schema)
                                : schema),
                Feature.of("sequence", Counted.class)
                        .unknownOn(DatabaseKind.SQLITE)
                        .seen(live -> assertThat(live.sequences()).containsExactly(TICKET))
                        .changed(schema ->
                                schema.withSequences(List.of(new Sequence("Ticket No", 7, 3, 2L, 9000L, false, 50L)))),
                Feature.of("sequence, without bounds", Counted.class)
                        .unknownOn(DatabaseKind.SQLITE)
                        .changed(schema -> schema.withSequences(List.of(new Sequence("Ticket No", 7, 10)))),
                Feature.of(
                                "sequence, its cache as it comes",
                                kind -> kind == DatabaseKind.MARIADB ? UsuallyOnMariaDb.class : UsuallyOnPostgres.class)
                        .unknownOn(DatabaseKind.SQLITE)
                        .changed(schema -> schema.withSequences(List.of(new Sequence("usual", 1, 50).withCache(30L)))),
                Feature.of("sequence, uncached", Uncached.class)
                        .unknownOn(DatabaseKind.SQLITE)
                        .seenOn((kind, live) -> assertThat(
                                        live.sequences().get(0).cache())
                                .isEqualTo(kind == DatabaseKind.MARIADB ? 0L : null))
                        .changed(schema ->
                                schema.withSequences(List.of(new Sequence("uncached_numbers", 1, 50).withCache(30L)))),
                Feature.of("sequence, its cache alone", Plainly.class)
                        .unknownOn(DatabaseKind.SQLITE)
                        .seen(live -> assertThat(live.sequences()).containsExactly(new Sequence("plainly_seq", 1, 50)))
                        .changed(schema ->
                                schema.withSequences(List.of(new Sequence("plainly_seq", 1, 50).withCache(9L)))));
    }
}
