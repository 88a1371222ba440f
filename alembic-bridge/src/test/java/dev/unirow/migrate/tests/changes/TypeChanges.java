package dev.unirow.migrate.tests.changes;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.FetchType;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.Table;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Columns of another type, of which the values become what they say. */
final class TypeChanges {
    static final List<Change> ALL = List.of(
            number("an int becomes a long", "ant", AntOfInt.class, AntOfLong.class),
            number("a short becomes an int", "bee", BeeOfShort.class, BeeOfInt.class),
            number("an int becomes a decimal", "cat", CatOfInt.class, CatOfDecimal.class),
            number("a long becomes an int", "dog", DogOfLong.class, DogOfInt.class),
            Change.of("a float becomes a double")
                    .from(ElkOfFloat.class)
                    .to(ElkOfDouble.class)
                    .with("insert into elk (id, n) values (1, 0.5)")
                    .keeping("select id from elk where n = 0.5"),
            Change.of("a key that is referred to becomes a long")
                    .from(IntFox.class, IntCub.class)
                    .to(LongFox.class, LongCub.class)
                    .with("insert into fox (name) values ('red')", "insert into cub (fox_id) select id from fox")
                    .keeping("select f.id, c.id, c.fox_id from fox f join cub c on c.fox_id = f.id"),
            word("a text may be longer", "gnu", GnuOfTen.class, GnuOfTwenty.class),
            word("a text may be shorter", "hen", HenOfTwenty.class, HenOfTen.class),
            word("a text may be of any length", "ibis", IbisOfTen.class, IbisOfAny.class),
            Change.of("a decimal has more digits")
                    .from(JayOfTen.class)
                    .to(JayOfTwelve.class)
                    .with("insert into jay (id, amount) values (1, 12.25)")
                    .keeping("select id from jay where amount = 12.25"),
            Change.of("a decimal has more digits behind the point")
                    .from(KiteOfTwo.class)
                    .to(KiteOfFour.class)
                    .with("insert into kite (id, amount) values (1, 12.25)")
                    .keeping("select id from kite where amount = 12.25"),
            Change.of("a number becomes a text")
                    .from(LynxOfInt.class)
                    .to(LynxOfText.class)
                    .with("insert into lynx (id, n) values (1, 17)")
                    .keeping("select id from lynx where n = 17", "select id from lynx where n = '17'"),
            Change.of("a text becomes a number")
                    .from(MoleOfText.class)
                    .to(MoleOfInt.class)
                    .with("insert into mole (id, n) values (1, '17')")
                    .keeping("select id from mole where n = '17'", "select id from mole where n = 17"),
            Change.of("a date becomes a moment of its day")
                    .from(NewtOfDate.class)
                    .to(NewtOfTime.class)
                    .with("insert into newt (id, at) values (1, '2024-02-29')")
                    .keeping("select id from newt"),
            Change.of("a local time becomes an instant")
                    .from(OwlOfLocal.class)
                    .to(OwlOfInstant.class)
                    .with("insert into owl (id, at) values (1, '2024-02-29 10:00:00')")
                    .keeping("select id from owl"),
            Change.of("a text becomes a UUID")
                    .from(PonyOfText.class)
                    .to(PonyOfUuid.class)
                    .with("insert into pony (id, tag) values (1, '0190163d-8694-739b-aea5-966c26f8ad91')")
                    .keeping("select id from pony where tag = '0190163d-8694-739b-aea5-966c26f8ad91'"));

    private TypeChanges() {}

    private static Change number(String name, String table, Class<?> before, Class<?> after) {
        return Change.of(name)
                .from(before)
                .to(after)
                .with("insert into " + table + " (id, n) values (1, 17)", "insert into " + table + " (id) values (2)")
                .keeping("select id from " + table + " where n = 17 order by id");
    }

    private static Change word(String name, String table, Class<?> before, Class<?> after) {
        return Change.of(name)
                .from(before)
                .to(after)
                .with("insert into " + table + " (id, word) values (1, 'it''s')")
                .keeping("select id, word from " + table);
    }

    @Entity
    @Table(name = "ant")
    static class AntOfInt extends Keyed {
        @Nullable Integer n;
    }

    @Entity
    @Table(name = "ant")
    static class AntOfLong extends Keyed {
        @Nullable Long n;
    }

    @Entity
    @Table(name = "bee")
    static class BeeOfShort extends Keyed {
        @Nullable Short n;
    }

    @Entity
    @Table(name = "bee")
    static class BeeOfInt extends Keyed {
        @Nullable Integer n;
    }

    @Entity
    @Table(name = "cat")
    static class CatOfInt extends Keyed {
        @Nullable Integer n;
    }

    @Entity
    @Table(name = "cat")
    static class CatOfDecimal extends Keyed {
        @Column(precision = 12, scale = 2)
        @Nullable BigDecimal n;
    }

    @Entity
    @Table(name = "dog")
    static class DogOfLong extends Keyed {
        @Nullable Long n;
    }

    @Entity
    @Table(name = "dog")
    static class DogOfInt extends Keyed {
        @Nullable Integer n;
    }

    @Entity
    @Table(name = "elk")
    static class ElkOfFloat extends Keyed {
        float n;
    }

    @Entity
    @Table(name = "elk")
    static class ElkOfDouble extends Keyed {
        double n;
    }

    @Entity
    @Table(name = "fox")
    static class IntFox {
        @Id
        @GeneratedValue(strategy = GenerationType.IDENTITY)
        @Nullable Integer id;

        @Nullable String name;
    }

    @Entity
    @Table(name = "cub")
    static class IntCub {
        @Id
        @GeneratedValue(strategy = GenerationType.IDENTITY)
        @Nullable Integer id;

        @ManyToOne(fetch = FetchType.LAZY)
        @Nullable IntFox fox;
    }

    @Entity
    @Table(name = "fox")
    static class LongFox {
        @Id
        @GeneratedValue(strategy = GenerationType.IDENTITY)
        @Nullable Long id;

        @Nullable String name;
    }

    @Entity
    @Table(name = "cub")
    static class LongCub {
        @Id
        @GeneratedValue(strategy = GenerationType.IDENTITY)
        @Nullable Long id;

        @ManyToOne(fetch = FetchType.LAZY)
        @Nullable LongFox fox;
    }

    @Entity
    @Table(name = "gnu")
    static class GnuOfTen extends Keyed {
        @Column(length = 10)
        @Nullable String word;
    }

    @Entity
    @Table(name = "gnu")
    static class GnuOfTwenty extends Keyed {
        @Column(length = 20)
        @Nullable String word;
    }

    @Entity
    @Table(name = "hen")
    static class HenOfTwenty extends Keyed {
        @Column(length = 20)
        @Nullable String word;
    }

    @Entity
    @Table(name = "hen")
    static class HenOfTen extends Keyed {
        @Column(length = 10)
        @Nullable String word;
    }

    @Entity
    @Table(name = "ibis")
    static class IbisOfTen extends Keyed {
        @Column(length = 10)
        @Nullable String word;
    }

    @Entity
    @Table(name = "ibis")
    static class IbisOfAny extends Keyed {
        @Column(length = 1_000_000)
        @Nullable String word;
    }

    @Entity
    @Table(name = "jay")
    static class JayOfTen extends Keyed {
        @Column(precision = 10, scale = 2)
        @Nullable BigDecimal amount;
    }

    @Entity
    @Table(name = "jay")
    static class JayOfTwelve extends Keyed {
        @Column(precision = 12, scale = 2)
        @Nullable BigDecimal amount;
    }

    @Entity
    @Table(name = "kite")
    static class KiteOfTwo extends Keyed {
        @Column(precision = 10, scale = 2)
        @Nullable BigDecimal amount;
    }

    @Entity
    @Table(name = "kite")
    static class KiteOfFour extends Keyed {
        @Column(precision = 12, scale = 4)
        @Nullable BigDecimal amount;
    }

    @Entity
    @Table(name = "lynx")
    static class LynxOfInt extends Keyed {
        @Nullable Integer n;
    }

    @Entity
    @Table(name = "lynx")
    static class LynxOfText extends Keyed {
        @Column(length = 20)
        @Nullable String n;
    }

    @Entity
    @Table(name = "mole")
    static class MoleOfText extends Keyed {
        @Column(length = 20)
        @Nullable String n;
    }

    @Entity
    @Table(name = "mole")
    static class MoleOfInt extends Keyed {
        @Nullable Integer n;
    }

    @Entity
    @Table(name = "newt")
    static class NewtOfDate extends Keyed {
        @Nullable LocalDate at;
    }

    @Entity
    @Table(name = "newt")
    static class NewtOfTime extends Keyed {
        @Nullable LocalDateTime at;
    }

    @Entity
    @Table(name = "owl")
    static class OwlOfLocal extends Keyed {
        @Nullable LocalDateTime at;
    }

    @Entity
    @Table(name = "owl")
    static class OwlOfInstant extends Keyed {
        @Nullable Instant at;
    }

    @Entity
    @Table(name = "pony")
    static class PonyOfText extends Keyed {
        @Column(length = 36)
        @Nullable String tag;
    }

    @Entity
    @Table(name = "pony")
    static class PonyOfUuid extends Keyed {
        @Nullable UUID tag;
    }
}
