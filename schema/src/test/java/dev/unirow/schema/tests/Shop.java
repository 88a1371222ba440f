package dev.unirow.schema.tests;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.FetchType;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Index;
import jakarta.persistence.ManyToMany;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.OneToOne;
import jakarta.persistence.Table;
import jakarta.persistence.UniqueConstraint;
import jakarta.persistence.Version;
import jakarta.validation.constraints.Digits;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.hibernate.annotations.Check;
import org.hibernate.annotations.ColumnDefault;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.annotations.OnDelete;
import org.hibernate.annotations.OnDeleteAction;
import org.hibernate.type.SqlTypes;

/** Models with every kind of column, constraint and name that a schema has to stand. */
final class Shop {
    static final List<Class<?>> MODELS = List.of(
            User.class,
            Order.class,
            Tag.class,
            Everything.class,
            Head.class,
            Body.class,
            Counter.class,
            Assigned.class);

    private Shop() {}

    enum Status {
        NEW,
        OLD
    }

    @Entity(name = "User")
    static class User {
        @Id
        @GeneratedValue(strategy = GenerationType.IDENTITY)
        private Long id;

        @NotBlank @Size(max = 50) private String secretName;

        @NotNull @Column(unique = true)
        private String email;

        @Min(0) @Max(150) private Integer age;

        @ManyToOne(fetch = FetchType.LAZY)
        private User manager;

        @Version
        private int version;
    }

    @Entity(name = "Order")
    @Table(
            uniqueConstraints = @UniqueConstraint(columnNames = {"buyer_id", "number"}),
            indexes = {
                @Index(columnList = "placed desc, number"),
                @Index(name = "order_group", columnList = "group", unique = true)
            })
    @Check(name = "ck_order_limits", constraints = "\"limit\" <= number or number is null")
    static class Order {
        @Id
        @GeneratedValue(strategy = GenerationType.IDENTITY)
        private Long id;

        @ManyToOne(optional = false, fetch = FetchType.LAZY)
        @OnDelete(action = OnDeleteAction.CASCADE)
        private User buyer;

        @ManyToOne(fetch = FetchType.LAZY)
        @OnDelete(action = OnDeleteAction.SET_NULL)
        private User seller;

        private Integer number;
        private Integer limit;
        private String group;
        private Instant placed;

        @ManyToMany
        private Set<Tag> tags;
    }

    @Entity(name = "Tag")
    static class Tag {
        @Id
        @Size(max = 20) private String select;

        @Column(name = "Mixed Case")
        private String mixed;
    }

    @Entity(name = "Everything")
    static class Everything {
        @Id
        private UUID id;

        private String plain;

        @Column(length = 100_000)
        private String longText;

        @ColumnDefault("true")
        private boolean flag;

        private Boolean maybe;

        @ColumnDefault("7")
        private int whole;

        private Long big;
        private short small;
        private double real;
        private Float single;

        @Column(precision = 12, scale = 3)
        private BigDecimal price;

        @Digits(integer = 8, fraction = 2) private BigDecimal digits;

        private LocalDate day;
        private LocalTime time;
        private LocalDateTime moment;

        @ColumnDefault("current_timestamp")
        private Instant instant;

        @Enumerated(EnumType.STRING)
        @ColumnDefault("'NEW'")
        private Status status;

        @Enumerated(EnumType.ORDINAL)
        private Status ordinal;

        @JdbcTypeCode(SqlTypes.JSON)
        private Map<String, Object> json;

        private byte[] bytes;
        private UUID uuid;
    }

    @Entity(name = "Head")
    static class Head {
        @Id
        @GeneratedValue(strategy = GenerationType.IDENTITY)
        private Long id;

        @OneToOne
        private Body body;
    }

    @Entity(name = "Body")
    static class Body {
        @Id
        @GeneratedValue(strategy = GenerationType.IDENTITY)
        private Long id;

        @ManyToOne
        private Head head;
    }

    @Entity(name = "Counter")
    static class Counter {
        @Id
        @GeneratedValue(strategy = GenerationType.SEQUENCE)
        private Long id;
    }

    @Entity(name = "Assigned")
    static class Assigned {
        @Id
        private Integer id;

        private String aVeryLongNameOfAPropertyThatWillNotFitIntoTheSixtyThreeBytesOfANameOnPostgresql;
    }
}
