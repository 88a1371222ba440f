package dev.unirow.migrate.tests.evolution;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A type of a column, as the page of types calls it.
 *
 * @param primitive how it is called where it is required, if it has a primitive twin
 * @param arguments those of {@code @Column}
 * @param annotations others
 */
record Type(
        String label, String java, @Nullable String primitive, String arguments, String annotations, Values values) {
    static final Type LONG = boxed("Long", "long", Values.NUMBER);
    static final Type TEXT = plain("String", Values.TEXT);
    static final Type SHORT_TEXT =
            new Type("@Column(length = 10) String", "String", null, "length = 10", "", Values.TEXT);
    static final Type LONG_TEXT =
            new Type("@Column(length = 100000) String", "String", null, "length = 100000", "", Values.TEXT);
    static final Type INTEGER = boxed("Integer", "int", Values.NUMBER);
    static final Type SHORT = boxed("Short", "short", Values.NUMBER);
    static final Type BIG_INTEGER = plain("BigInteger", Values.NUMBER);
    static final Type FLOAT = boxed("Float", "float", Values.FLOATING);
    static final Type DOUBLE = boxed("Double", "double", Values.FLOATING);
    static final Type DECIMAL = plain("BigDecimal", Values.DECIMAL);
    static final Type FINE_DECIMAL = new Type(
            "@Column(precision = 38, scale = 10) BigDecimal",
            "BigDecimal",
            null,
            "precision = 38, scale = 10",
            "",
            Values.DECIMAL);
    static final Type WHOLE_DECIMAL = new Type(
            "@Column(precision = 5, scale = 0) BigDecimal",
            "BigDecimal",
            null,
            "precision = 5, scale = 0",
            "",
            Values.WHOLE_DECIMAL);
    static final Type DATE = plain("LocalDate", Values.DATE);
    static final Type DATE_TIME = plain("LocalDateTime", Values.DATE_TIME);
    static final Type INSTANT = plain("Instant", Values.INSTANT);
    static final Type UUID = plain("UUID", Values.UUID);
    static final Type ENUM =
            new Type("@Enumerated(STRING) Size", "", null, "", "@Enumerated(EnumType.STRING)", Values.MEMBER);
    static final Type ORDINAL = new Type("Size", "", null, "", "@Enumerated(EnumType.ORDINAL)", Values.ORDINAL);
    static final Type NAMED_ENUM = new Type(
            "@Enumerated(STRING) @JdbcTypeCode(NAMED_ENUM) Size",
            "",
            null,
            "",
            "@Enumerated(EnumType.STRING) @JdbcTypeCode(SqlTypes.NAMED_ENUM)",
            Values.MEMBER);

    static final List<Type> ALL = List.of(
            boxed("Boolean", "boolean", Values.BOOLEAN),
            boxed("Byte", "byte", Values.NUMBER),
            SHORT,
            INTEGER,
            LONG,
            FLOAT,
            DOUBLE,
            boxed("Character", "char", Values.CHARACTER),
            BIG_INTEGER,
            DECIMAL,
            FINE_DECIMAL,
            WHOLE_DECIMAL,
            TEXT,
            SHORT_TEXT,
            LONG_TEXT,
            new Type(
                    "@JdbcTypeCode(LONG32VARCHAR) String",
                    "String",
                    null,
                    "",
                    "@JdbcTypeCode(SqlTypes.LONG32VARCHAR)",
                    Values.TEXT),
            plain("char[]", Values.TEXT),
            DATE,
            plain("LocalTime", Values.TIME),
            new Type(
                    "@Column(secondPrecision = 3) LocalTime",
                    "LocalTime",
                    null,
                    "secondPrecision = 3",
                    "",
                    Values.TIME),
            DATE_TIME,
            INSTANT,
            new Type(
                    "@Column(secondPrecision = 0) Instant", "Instant", null, "secondPrecision = 0", "", Values.INSTANT),
            plain("Duration", Values.NUMBER),
            plain("Year", Values.NUMBER),
            plain("Month", Values.DAY_NUMBER),
            plain("DayOfWeek", Values.DAY_NUMBER),
            plain("ZoneOffset", Values.OFFSET),
            plain("ZoneId", Values.ZONE),
            plain("TimeZone", Values.ZONE),
            plain("OffsetDateTime", Values.INSTANT),
            plain("ZonedDateTime", Values.INSTANT),
            plain("OffsetTime", Values.OFFSET_TIME),
            UUID,
            plain("URL", Values.TEXT),
            plain("URI", Values.BYTES),
            plain("byte[]", Values.BYTES),
            new Type("@Column(length = 100000) byte[]", "byte[]", null, "length = 100000", "", Values.BYTES),
            plain("Locale", Values.LOCALE),
            plain("Currency", Values.CURRENCY),
            ENUM,
            ORDINAL,
            NAMED_ENUM,
            plain("InetAddress", Values.ADDRESS),
            // Hibernate would take a plain List<String> for JSON, too, if this were one
            new Type(
                    "@JdbcTypeCode(JSON) List<String>",
                    "ArrayList<String>",
                    null,
                    "",
                    "@JdbcTypeCode(SqlTypes.JSON)",
                    Values.JSON_TEXTS),
            json("Set<Integer>", Values.JSON_NUMBERS),
            json("Map<String, Object>", Values.JSON_MAP),
            json("Map<String, BigDecimal>", Values.JSON_MAP),
            json("Price", Values.JSON_MAP),
            json("List<Price>", Values.JSON_TEXTS),
            json("String", Values.JSON_MAP),
            plain("String[]", Values.ARRAY_OF_TEXTS),
            plain("Boolean[]", Values.ARRAY_OF_BOOLEANS),
            plain("Short[]", Values.ARRAY_OF_NUMBERS),
            plain("Integer[]", Values.ARRAY_OF_NUMBERS),
            plain("Long[]", Values.ARRAY_OF_NUMBERS),
            plain("Float[]", Values.ARRAY_OF_NUMBERS),
            plain("Double[]", Values.ARRAY_OF_NUMBERS),
            plain("BigDecimal[]", Values.ARRAY_OF_NUMBERS),
            plain("UUID[]", Values.ARRAY_OF_UUIDS),
            plain("LocalDate[]", Values.ARRAY_OF_DATES),
            plain("LocalTime[]", Values.ARRAY_OF_TIMES),
            plain("LocalDateTime[]", Values.ARRAY_OF_DATE_TIMES),
            plain("Instant[]", Values.ARRAY_OF_INSTANTS),
            plain("List<String>", Values.ARRAY_OF_TEXTS),
            plain("List<Integer>", Values.ARRAY_OF_NUMBERS),
            plain("int[]", Values.ARRAY_OF_NUMBERS),
            plain("long[]", Values.ARRAY_OF_NUMBERS),
            plain("double[]", Values.ARRAY_OF_NUMBERS));

    private static Type plain(String java, Values values) {
        return new Type(java, java, null, "", "", values);
    }

    private static Type boxed(String java, String primitive, Values values) {
        return new Type(java, java, primitive, "", "", values);
    }

    private static Type json(String java, Values values) {
        return new Type("@JdbcTypeCode(JSON) " + java, java, null, "", "@JdbcTypeCode(SqlTypes.JSON)", values);
    }

    boolean isEnum() {
        return java.isEmpty();
    }

    boolean isString() {
        return java.equals("String") && values == Values.TEXT;
    }

    /** Whether it can be unique, and in an index. */
    boolean isIndexable() {
        return values.isDistinct() && !label.contains("100000") && !label.contains("LONG32");
    }

    /** Whether bounds and computed columns may be about it. */
    boolean isPlainNumber() {
        return values == Values.NUMBER && !java.equals("Duration") && !java.equals("Year");
    }

    String called(boolean required) {
        return required && primitive != null ? primitive : label;
    }
}
