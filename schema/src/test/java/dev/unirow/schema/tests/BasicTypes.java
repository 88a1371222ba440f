package dev.unirow.schema.tests;

import jakarta.persistence.Column;
import jakarta.persistence.Convert;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.EnumeratedValue;
import jakarta.persistence.Id;
import jakarta.persistence.Lob;
import jakarta.persistence.Temporal;
import jakarta.persistence.TemporalType;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.net.InetAddress;
import java.net.URL;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.OffsetTime;
import java.time.Year;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.util.Calendar;
import java.util.Currency;
import java.util.Date;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TimeZone;
import java.util.UUID;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.annotations.Nationalized;
import org.hibernate.annotations.TimeZoneStorage;
import org.hibernate.annotations.TimeZoneStorageType;
import org.hibernate.type.NumericBooleanConverter;
import org.hibernate.type.SqlTypes;
import org.hibernate.type.YesNoConverter;

/** A column for each basic type of Java's that Hibernate knows. */
final class BasicTypes {
    private BasicTypes() {}

    enum Colour {
        RED,
        GREEN
    }

    enum Grade {
        GOOD("g"),
        BAD("b");

        @EnumeratedValue
        final String code;

        Grade(String code) {
            this.code = code;
        }
    }

    record Note(String text, int pages) {}

    @Entity(name = "Numbers")
    static class Numbers {
        @Id
        private Long id;

        private boolean aBoolean;
        private byte aByte;
        private short aShort;
        private int anInt;
        private long aLong;
        private float aFloat;
        private double aDouble;
        private char aChar;
        private Boolean boxedBoolean;
        private Byte boxedByte;
        private Short boxedShort;
        private Integer boxedInt;
        private Float boxedFloat;
        private Double boxedDouble;
        private Character boxedChar;
        private BigInteger bigInteger;
        private BigDecimal bigDecimal;

        @Column(precision = 30, scale = 10)
        private BigDecimal scaled;

        @Column(precision = 9)
        private BigDecimal whole;

        @Column(precision = 15)
        private Double precise;

        @Convert(converter = YesNoConverter.class)
        private Boolean yesOrNo;

        @Convert(converter = NumericBooleanConverter.class)
        private Boolean oneOrZero;
    }

    @Entity(name = "Texts")
    static class Texts {
        @Id
        private String id;

        private String plain;

        @Column(length = 1)
        private String one;

        @Column(length = 10_000)
        private String longer;

        @Column(length = 70_000)
        private String longest;

        @Column(length = Integer.MAX_VALUE)
        private String endless;

        @Lob
        private String lob;

        @Nationalized
        private String nationalized;

        @Nationalized
        @Lob
        private String nationalizedLob;

        @JdbcTypeCode(SqlTypes.CHAR)
        @Column(length = 3)
        private String fixed;

        private char[] chars;
        private Class<?> aClass;
        private Currency currency;
        private Locale locale;
        private TimeZone timeZone;
        private ZoneId zoneId;
        private ZoneOffset zoneOffset;
        private URL url;
        private java.sql.Clob clob;
    }

    @Entity(name = "Times")
    static class Times {
        @Id
        private Instant id;

        private Instant instant;

        @Column(precision = 3)
        private Instant millis;

        @Column(secondPrecision = 0)
        private LocalDateTime seconds;

        private LocalDate localDate;
        private LocalTime localTime;
        private LocalDateTime localDateTime;
        private OffsetDateTime offsetDateTime;
        private OffsetTime offsetTime;
        private ZonedDateTime zonedDateTime;

        @TimeZoneStorage(TimeZoneStorageType.COLUMN)
        private OffsetDateTime withItsOffset;

        private Duration duration;
        private Year year;
        private Date date;

        @Temporal(TemporalType.DATE)
        private Date day;

        @Temporal(TemporalType.TIME)
        private Date time;

        private Calendar calendar;
        private java.sql.Date sqlDate;
        private java.sql.Time sqlTime;
        private java.sql.Timestamp sqlTimestamp;
    }

    @Entity(name = "Bytes")
    static class Bytes {
        @Id
        private UUID id;

        private byte[] plain;

        @Column(length = 70_000)
        private byte[] longer;

        @Lob
        private byte[] lob;

        private java.sql.Blob blob;
        private UUID uuid;

        @JdbcTypeCode(SqlTypes.CHAR)
        private UUID written;

        private InetAddress address;
    }

    @Entity(name = "Enums")
    static class Enums {
        @Id
        @Enumerated(EnumType.STRING)
        private Colour id;

        private Colour plain;

        @Enumerated(EnumType.STRING)
        private Colour string;

        @Enumerated(EnumType.ORDINAL)
        private Colour ordinal;

        @JdbcTypeCode(SqlTypes.VARCHAR)
        @Enumerated(EnumType.STRING)
        private Colour varchar;

        @Enumerated(EnumType.STRING)
        private Grade grade;
    }

    @Entity(name = "Documents")
    static class Documents {
        @Id
        private Long id;

        @JdbcTypeCode(SqlTypes.JSON)
        private Map<String, Object> map;

        @JdbcTypeCode(SqlTypes.JSON)
        private List<String> list;

        @JdbcTypeCode(SqlTypes.JSON)
        private Note note;

        @JdbcTypeCode(SqlTypes.JSON)
        @Column(nullable = false)
        private String text;
    }

    @Entity(name = "Arrays")
    static class Arrays {
        @Id
        private Long id;

        private String[] strings;
        private int[] ints;
        private Long[] longs;
        private double[] doubles;
        private boolean[] booleans;
        private UUID[] uuids;
        private LocalDate[] days;
        private BigDecimal[] decimals;
        private List<String> list;
        private Set<Integer> set;

        @Enumerated(EnumType.STRING)
        private Colour[] colours;

        @org.hibernate.annotations.Array(length = 5)
        private Short[] five;
    }
}
