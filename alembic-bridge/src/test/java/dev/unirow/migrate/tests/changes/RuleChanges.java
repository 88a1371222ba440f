package dev.unirow.migrate.tests.changes;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Table;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.util.List;
import org.hibernate.annotations.ColumnDefault;
import org.hibernate.annotations.Comment;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;
import org.jspecify.annotations.Nullable;

/** What a column may hold, holds when nothing is said, and is said to hold. */
final class RuleChanges {
    static final List<Change> ALL = List.of(
            on("a column is no longer required", "red", RequiredRed.class, Red.class),
            on("a column becomes required", "blue", Blue.class, RequiredBlue.class),
            on("a default is added", "green", Green.class, GreenOfOne.class),
            on("a default is changed", "pink", PinkOfOne.class, PinkOfTwo.class),
            on("a default is removed", "grey", GreyOfOne.class, Grey.class),
            on("a comment is added", "teal", Teal.class, NotedTeal.class),
            on("a comment is changed", "lime", LimeOnce.class, LimeNow.class),
            on("a comment is removed", "navy", NotedNavy.class, Navy.class),
            on("the comment of a table is changed", "rust", RustOnce.class, RustNow.class),
            on("a bound is added", "gold", Gold.class, BoundedGold.class),
            on("a bound is changed", "jade", JadeToTwenty.class, JadeToThirty.class),
            on("a bound is removed", "ruby", BoundedRuby.class, Ruby.class),
            kind("an enum has a further value", "coral", CoralOfTwo.class, CoralOfThree.class),
            kind("an enum has a further value in its middle", "ivory", IvoryOfTwo.class, IvoryWithMiddle.class),
            kind("an enum loses a value", "amber", AmberOfThree.class, AmberOfTwo.class),
            kind("an enum with a type of its own has a further value", "ochre", OchreOfTwo.class, OchreOfThree.class),
            on("an enum by position has a further value", "beige", BeigeOfTwo.class, BeigeOfThree.class));

    private RuleChanges() {}

    private static Change on(String name, String table, Class<?> before, Class<?> after) {
        return Change.of(name)
                .from(before)
                .to(after)
                .with("insert into " + table + " (id, n) values (5, 1)")
                .keeping("select id, n from " + table);
    }

    private static Change kind(String name, String table, Class<?> before, Class<?> after) {
        return Change.of(name)
                .from(before)
                .to(after)
                .with("insert into " + table + " (id, kind) values (5, 'FIRST')")
                .keeping("select id, kind from " + table);
    }

    @Entity
    @Table(name = "red")
    static class RequiredRed extends Keyed {
        int n;
    }

    @Entity
    @Table(name = "red")
    static class Red extends Keyed {
        @Nullable Integer n;
    }

    @Entity
    @Table(name = "blue")
    static class Blue extends Keyed {
        @Nullable Integer n;
    }

    @Entity
    @Table(name = "blue")
    static class RequiredBlue extends Keyed {
        int n;
    }

    @Entity
    @Table(name = "green")
    static class Green extends Keyed {
        @Nullable Integer n;
    }

    @Entity
    @Table(name = "green")
    static class GreenOfOne extends Keyed {
        @ColumnDefault("1")
        @Nullable Integer n;
    }

    @Entity
    @Table(name = "pink")
    static class PinkOfOne extends Keyed {
        @ColumnDefault("1")
        @Nullable Integer n;
    }

    @Entity
    @Table(name = "pink")
    static class PinkOfTwo extends Keyed {
        @ColumnDefault("2")
        @Nullable Integer n;
    }

    @Entity
    @Table(name = "grey")
    static class GreyOfOne extends Keyed {
        @ColumnDefault("1")
        @Nullable Integer n;
    }

    @Entity
    @Table(name = "grey")
    static class Grey extends Keyed {
        @Nullable Integer n;
    }

    @Entity
    @Table(name = "teal")
    static class Teal extends Keyed {
        @Nullable Integer n;
    }

    @Entity
    @Table(name = "teal")
    static class NotedTeal extends Keyed {
        @Comment("it's new")
        @Nullable Integer n;
    }

    @Entity
    @Table(name = "lime")
    static class LimeOnce extends Keyed {
        @Comment("as it was")
        @Nullable Integer n;
    }

    @Entity
    @Table(name = "lime")
    static class LimeNow extends Keyed {
        @Comment("as it is")
        @Nullable Integer n;
    }

    @Entity
    @Table(name = "navy")
    static class NotedNavy extends Keyed {
        @Comment("as it was")
        @Nullable Integer n;
    }

    @Entity
    @Table(name = "navy")
    static class Navy extends Keyed {
        @Nullable Integer n;
    }

    @Entity
    @Table(name = "rust")
    @Comment("as it was")
    static class RustOnce extends Keyed {
        @Nullable Integer n;
    }

    @Entity
    @Table(name = "rust")
    @Comment("as it is")
    static class RustNow extends Keyed {
        @Nullable Integer n;
    }

    @Entity
    @Table(name = "gold")
    static class Gold extends Keyed {
        @Nullable Integer n;
    }

    @Entity
    @Table(name = "gold")
    static class BoundedGold extends Keyed {
        @Min(0) @Nullable Integer n;
    }

    @Entity
    @Table(name = "jade")
    static class JadeToTwenty extends Keyed {
        @Max(20) @Nullable Integer n;
    }

    @Entity
    @Table(name = "jade")
    static class JadeToThirty extends Keyed {
        @Max(30) @Nullable Integer n;
    }

    @Entity
    @Table(name = "ruby")
    static class BoundedRuby extends Keyed {
        @Min(0) @Nullable Integer n;
    }

    @Entity
    @Table(name = "ruby")
    static class Ruby extends Keyed {
        @Nullable Integer n;
    }

    enum Two {
        FIRST,
        LAST
    }

    enum Three {
        FIRST,
        LAST,
        MORE
    }

    enum WithMiddle {
        FIRST,
        MIDDLE,
        LAST
    }

    @Entity
    @Table(name = "coral")
    static class CoralOfTwo extends Keyed {
        @Enumerated(EnumType.STRING)
        @Column(length = 10)
        @Nullable Two kind;
    }

    @Entity
    @Table(name = "coral")
    static class CoralOfThree extends Keyed {
        @Enumerated(EnumType.STRING)
        @Column(length = 10)
        @Nullable Three kind;
    }

    @Entity
    @Table(name = "ivory")
    static class IvoryOfTwo extends Keyed {
        @Enumerated(EnumType.STRING)
        @Column(length = 10)
        @Nullable Two kind;
    }

    @Entity
    @Table(name = "ivory")
    static class IvoryWithMiddle extends Keyed {
        @Enumerated(EnumType.STRING)
        @Column(length = 10)
        @Nullable WithMiddle kind;
    }

    @Entity
    @Table(name = "amber")
    static class AmberOfThree extends Keyed {
        @Enumerated(EnumType.STRING)
        @Column(length = 10)
        @Nullable Three kind;
    }

    @Entity
    @Table(name = "amber")
    static class AmberOfTwo extends Keyed {
        @Enumerated(EnumType.STRING)
        @Column(length = 10)
        @Nullable Two kind;
    }

    @Entity
    @Table(name = "ochre")
    static class OchreOfTwo extends Keyed {
        enum Tone {
            FIRST,
            LAST
        }

        @Enumerated(EnumType.STRING)
        @JdbcTypeCode(SqlTypes.NAMED_ENUM)
        @Nullable Tone kind;
    }

    @Entity
    @Table(name = "ochre")
    static class OchreOfThree extends Keyed {
        enum Tone {
            FIRST,
            LAST,
            MORE
        }

        @Enumerated(EnumType.STRING)
        @JdbcTypeCode(SqlTypes.NAMED_ENUM)
        @Nullable Tone kind;
    }

    @Entity
    @Table(name = "beige")
    static class BeigeOfTwo extends Keyed {
        @Enumerated(EnumType.ORDINAL)
        @Nullable Two n;
    }

    @Entity
    @Table(name = "beige")
    static class BeigeOfThree extends Keyed {
        @Enumerated(EnumType.ORDINAL)
        @Nullable Three n;
    }
}
