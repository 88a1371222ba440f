package dev.unirow.session.internal.type;

import io.vertx.core.buffer.Buffer;
import io.vertx.core.json.JsonArray;
import java.math.BigDecimal;
import java.util.HexFormat;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * A list as {@code select v from json_table(…)}, with a column of the type that values of this kind have in tables:
 * only then does the server look them up by hash.
 */
record MariaDbList(String value, String type, String json) {
    /** A text of JSON gives way to the collation of a column, which a column of the table would not. */
    private static final String TEXT = "json_value(json_quote(v),'$')";

    private static final int DIGITS = 65;
    private static final int FRACTION = 38;

    /** Null where there is no type that has room for all values. */
    static @Nullable MariaDbList of(LongList list) {
        List<@Nullable Object> values = list.values();
        return switch (list.type().getSimpleName()) {
            case "BigDecimal" -> ofDecimals(values);
            case "Float", "Double" -> ofFloats(values);
            case "Boolean" -> new MariaDbList("v", "bigint", json(values, value -> (boolean) value ? "1" : "0"));
            case "String" -> new MariaDbList(TEXT, text(longest(values)), json(values, Object::toString));
            case "Buffer" -> ofBytes(values);
            case "UUID" -> new MariaDbList("cast(v as uuid)", text(36), json(values, Object::toString));
            case "LocalDate" -> new MariaDbList("v", "date", json(values, Object::toString));
            case "LocalTime" -> new MariaDbList("v", "time(6)", json(values, Object::toString));
            case "LocalDateTime" -> new MariaDbList("v", "datetime(6)", json(values, Object::toString));
            case "Byte", "Short", "Integer", "Long" -> new MariaDbList("v", "bigint", new JsonArray(values).encode());
            default -> null;
        };
    }

    /** A float with all digits that it has as a double, since that is how the server compares it. */
    private static @Nullable MariaDbList ofFloats(List<@Nullable Object> values) {
        boolean finite = values.stream()
                .filter(Objects::nonNull)
                .allMatch(value -> Double.isFinite(((Number) value).doubleValue()));
        return finite
                ? new MariaDbList("v", "double", json(values, value -> "" + ((Number) value).doubleValue()))
                : null;
    }

    private static MariaDbList ofBytes(List<@Nullable Object> values) {
        List<@Nullable Object> digits = values.stream()
                .<@Nullable Object>map(
                        value -> value == null ? null : HexFormat.of().formatHex(((Buffer) value).getBytes()))
                .toList();
        return new MariaDbList("unhex(v)", text(longest(digits)), json(digits, Object::toString));
    }

    private static @Nullable MariaDbList ofDecimals(List<@Nullable Object> values) {
        int fraction = 0;
        int whole = 1;
        for (Object value : values) {
            if (value != null) {
                BigDecimal number = ((BigDecimal) value).stripTrailingZeros();
                fraction = Math.max(fraction, number.scale());
                whole = Math.max(whole, number.precision() - number.scale());
            }
        }
        return fraction > FRACTION || whole + fraction > DIGITS
                ? null
                : new MariaDbList(
                        "v",
                        "decimal(" + DIGITS + "," + fraction + ")",
                        json(values, value -> ((BigDecimal) value).toPlainString()));
    }

    private static int longest(List<@Nullable Object> values) {
        return values.stream()
                .filter(Objects::nonNull)
                .map(String.class::cast)
                .mapToInt(text -> text.codePointCount(0, text.length()))
                .max()
                .orElse(0);
    }

    /** A varchar takes 16383 characters of four bytes. */
    private static String text(int length) {
        return (length > 16_000 ? "longtext" : "varchar(" + Math.max(1, length) + ")")
                + " character set utf8mb4 collate utf8mb4_nopad_bin";
    }

    private static String json(List<@Nullable Object> values, Function<Object, String> text) {
        JsonArray array = new JsonArray();
        values.forEach(value -> array.add(value == null ? null : text.apply(value)));
        return array.encode();
    }

    boolean isText() {
        return value.equals(TEXT);
    }

    /** A value that does not fit must not become null: nothing is "not in" a list with null. */
    String afterParameter() {
        return ",'$[*]' columns (v " + type + " path '$' error on error)) list_";
    }
}
