package dev.unirow.session.internal.type;

import io.vertx.core.json.JsonArray;
import java.math.BigDecimal;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A list as {@code select v from json_table(…)}, with a column of the type that values of this kind have in tables:
 * only then does the server look them up by hash.
 */
record MariaDbList(String value, String type, String json) {
    private static final int DIGITS = 65;
    private static final int FRACTION = 38;

    /** Null where there is no type that has room for all values. */
    static @Nullable MariaDbList of(LongList list) {
        List<@Nullable Object> values = list.values();
        if (list.type() == BigDecimal.class) {
            return ofDecimals(values);
        }
        if (list.type() == UUID.class) {
            return new MariaDbList("cast(v as uuid)", text(36), json(values));
        }
        return switch (list.type().getSimpleName()) {
            case "String" -> new MariaDbList("v", text(longest(values)), json(values));
            case "LocalDate" -> new MariaDbList("v", "date", json(values));
            case "LocalDateTime" -> new MariaDbList("v", "datetime(6)", json(values));
            default -> new MariaDbList("v", "bigint", new JsonArray(values).encode());
        };
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
        List<@Nullable Object> texts = values.stream()
                .<@Nullable Object>map(value -> value == null ? null : ((BigDecimal) value).toPlainString())
                .toList();
        return fraction > FRACTION || whole + fraction > DIGITS
                ? null
                : new MariaDbList("v", "decimal(" + DIGITS + "," + fraction + ")", json(texts));
    }

    private static int longest(List<@Nullable Object> values) {
        return values.stream()
                .filter(Objects::nonNull)
                .map(String.class::cast)
                .mapToInt(text -> text.codePointCount(0, text.length()))
                .max()
                .orElse(0);
    }

    /** Compared as the session compares text; a varchar takes 16383 characters of four bytes. */
    private static String text(int length) {
        return (length > 16_000 ? "longtext" : "varchar(" + Math.max(1, length) + ")")
                + " character set utf8mb4 collate utf8mb4_nopad_bin";
    }

    private static String json(List<@Nullable Object> values) {
        JsonArray array = new JsonArray();
        values.forEach(value -> array.add(value == null ? null : value.toString()));
        return array.encode();
    }

    String beforeParameter() {
        return "select " + value + " from json_table(";
    }

    /** A value that does not fit must not become null: nothing is "not in" a list with null. */
    String afterParameter() {
        return ",'$[*]' columns (v " + type + " path '$' error on error)) list_";
    }
}
