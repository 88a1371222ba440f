package dev.unirow.migrate.tests.evolution;

import dev.unirow.testing.DatabaseKind;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** Values of one kind: as a plain text that no database rewrites, and as a literal that stands for it in SQL. */
enum Values {
    NUMBER("17"),
    DAY_NUMBER("3"),
    DECIMAL("7.25"),
    WHOLE_DECIMAL("7"),
    FLOATING("7.5"),
    BOOLEAN("true"),
    CHARACTER("c"),
    TEXT("none"),
    OFFSET(null),
    ZONE(null),
    LOCALE(null),
    CURRENCY(null),
    DATE("2024-02-29"),
    TIME("10:30:00"),
    DATE_TIME("2024-02-29 10:30:00"),
    INSTANT(null),
    OFFSET_TIME(null),
    UUID("01175cde-c18f-4a13-a492-21bd9e1cb01b"),
    BYTES(null),
    ADDRESS(null),
    MEMBER(null),
    ORDINAL(null),
    JSON_MAP(null),
    JSON_TEXTS(null),
    JSON_NUMBERS(null),
    ARRAY_OF_TEXTS(null),
    ARRAY_OF_NUMBERS(null),
    ARRAY_OF_BOOLEANS(null),
    ARRAY_OF_UUIDS(null),
    ARRAY_OF_DATES(null),
    ARRAY_OF_TIMES(null),
    ARRAY_OF_DATE_TIMES(null),
    ARRAY_OF_INSTANTS(null);

    private static final List<String> CYCLE = List.of("EUR", "USD", "JPY");

    private final @Nullable String other;

    Values(@Nullable String other) {
        this.other = other;
    }

    /** Whether one text of SQL is the value on every database, so that a default or a fill can say it. */
    boolean isPortable() {
        return other != null;
    }

    /** One that {@link #value} does not give. */
    String other() {
        return Objects.requireNonNull(other);
    }

    /** What an annotation or a fill says. */
    String portable(String value) {
        return switch (this) {
            case NUMBER, DAY_NUMBER, DECIMAL, WHOLE_DECIMAL, FLOATING, BOOLEAN -> value;
            default -> text(value);
        };
    }

    /** Whether {@link #value} gives another one for each of the first hundred numbers. */
    boolean isDistinct() {
        return switch (this) {
            case NUMBER, DECIMAL, WHOLE_DECIMAL, FLOATING, TEXT, DATE, TIME, DATE_TIME, INSTANT, OFFSET_TIME, UUID ->
                true;
            default -> false;
        };
    }

    String value(int n, boolean numeral) {
        return switch (this) {
            case NUMBER, WHOLE_DECIMAL -> "" + (20 + n);
            case DAY_NUMBER, ORDINAL -> "" + n % 2;
            case DECIMAL -> (20 + n) + ".25";
            case FLOATING -> (20 + n) + ".5";
            case BOOLEAN -> "" + (n % 2 == 0);
            case CHARACTER -> n % 2 == 0 ? "a" : "'";
            case TEXT -> numeral ? "" + (20 + n) : "it's " + n;
            case OFFSET -> "+0" + n % 9 + ":00";
            case ZONE -> n % 2 == 0 ? "Europe/Berlin" : "UTC";
            case LOCALE -> n % 2 == 0 ? "de_DE" : "en";
            case CURRENCY, MEMBER -> CYCLE.get(n % 3);
            case DATE -> date(n);
            case TIME -> time(n);
            case DATE_TIME, INSTANT -> date(n) + " " + time(n);
            case OFFSET_TIME -> time(n) + "+02:00";
            case UUID -> "01175cde-c18f-4a13-a492-%012x".formatted(n);
            case BYTES -> "00ff%02x".formatted(n);
            case ADDRESS -> "10.0.0." + n;
            case JSON_MAP -> "{\"a\": " + n + "}";
            case JSON_TEXTS -> "[\"it's\", \"" + n + "\"]";
            case JSON_NUMBERS -> "[" + n + ", 2]";
            case ARRAY_OF_TEXTS -> "it's," + n;
            case ARRAY_OF_NUMBERS -> n + ",2";
            case ARRAY_OF_BOOLEANS -> "true,false";
            case ARRAY_OF_UUIDS -> UUID.value(n, false);
            case ARRAY_OF_DATES -> date(n);
            case ARRAY_OF_TIMES -> time(n);
            case ARRAY_OF_DATE_TIMES, ARRAY_OF_INSTANTS -> date(n) + " " + time(n);
        };
    }

    private static String date(int n) {
        return "2023-%02d-%02d".formatted(1 + n % 12, 1 + n / 12);
    }

    private static String time(int n) {
        return "10:%02d:%02d".formatted(n / 60, n % 60);
    }

    String sql(DatabaseKind kind, String value) {
        boolean postgres = kind == DatabaseKind.POSTGRESQL;
        return switch (this) {
            case NUMBER, DAY_NUMBER, ORDINAL, DECIMAL, WHOLE_DECIMAL, FLOATING, BOOLEAN -> value;
            case INSTANT -> text(value + (postgres ? "+00" : ""));
            case BYTES -> postgres ? "'\\x" + value + "'" : "x'" + value + "'";
            case ADDRESS -> postgres ? text(value) : "x'" + address(value) + "'";
            case ARRAY_OF_TEXTS,
                    ARRAY_OF_NUMBERS,
                    ARRAY_OF_BOOLEANS,
                    ARRAY_OF_UUIDS,
                    ARRAY_OF_DATES,
                    ARRAY_OF_TIMES,
                    ARRAY_OF_DATE_TIMES,
                    ARRAY_OF_INSTANTS -> array(kind, value);
            default -> text(value);
        };
    }

    /** SQLite has one value, which only the application reads. */
    private String array(DatabaseKind kind, String value) {
        boolean bare = this == ARRAY_OF_NUMBERS || this == ARRAY_OF_BOOLEANS;
        return switch (kind) {
            case POSTGRESQL ->
                text(List.of(value.split(",")).stream()
                        .map(item -> bare ? item : "\"" + item + (this == ARRAY_OF_INSTANTS ? "+00" : "") + "\"")
                        .collect(Collectors.joining(",", "{", "}")));
            case MARIADB ->
                text(List.of(value.split(",")).stream()
                        .map(item -> bare ? item : "\"" + item + "\"")
                        .collect(Collectors.joining(",", "[", "]")));
            default ->
                "x'"
                        + IntStream.range(0, value.length())
                                .mapToObj(i -> "%02x".formatted((int) value.charAt(i)))
                                .collect(Collectors.joining())
                        + "'";
        };
    }

    private static String address(String value) {
        return List.of(value.split("\\.")).stream()
                .map(part -> "%02x".formatted(Integer.parseInt(part)))
                .collect(Collectors.joining())
                .toLowerCase(Locale.ROOT);
    }

    static String text(String value) {
        return "'" + value.replace("'", "''") + "'";
    }
}
