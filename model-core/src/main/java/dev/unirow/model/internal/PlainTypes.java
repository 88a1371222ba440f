package dev.unirow.model.internal;

import com.fasterxml.jackson.databind.JavaType;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.lang.invoke.MethodType;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.net.InetAddress;
import java.net.URI;
import java.net.URL;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.MonthDay;
import java.time.OffsetDateTime;
import java.time.OffsetTime;
import java.time.Period;
import java.time.Year;
import java.time.YearMonth;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Currency;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TimeZone;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** JSON Schema's words for plain values. */
public final class PlainTypes {
    private record Range(long least, long most, @Nullable String format) {}

    private static final Map<Class<?>, Range> INTEGERS = Map.of(
            Byte.class, new Range(Byte.MIN_VALUE, Byte.MAX_VALUE, null),
            Short.class, new Range(Short.MIN_VALUE, Short.MAX_VALUE, null),
            Integer.class, new Range(Integer.MIN_VALUE, Integer.MAX_VALUE, "int32"),
            Long.class, new Range(Long.MIN_VALUE, Long.MAX_VALUE, "int64"));
    private static final Set<Class<?>> NUMBERS = Set.of(Float.class, Double.class, BigDecimal.class);
    // times without a zone are under the names of OpenAPI's registry of formats: JSON Schema's own need a zone
    private static final Map<Class<?>, String> FORMATS = Map.of(
            LocalDate.class, "date",
            LocalTime.class, "time-local",
            LocalDateTime.class, "date-time-local",
            Instant.class, "date-time",
            OffsetDateTime.class, "date-time",
            Duration.class, "duration",
            UUID.class, "uuid");

    // what Jackson reads and writes as text, though the classes have parts
    private static final Map<Class<?>, String> TEXTS = Map.ofEntries(
            Map.entry(URI.class, "uri-reference"),
            Map.entry(URL.class, "uri"),
            Map.entry(InetAddress.class, ""),
            Map.entry(Locale.class, ""),
            Map.entry(Currency.class, ""),
            Map.entry(TimeZone.class, ""),
            Map.entry(ZoneId.class, ""),
            Map.entry(ZoneOffset.class, ""),
            Map.entry(Year.class, ""),
            Map.entry(YearMonth.class, ""),
            Map.entry(MonthDay.class, ""),
            Map.entry(Period.class, "duration"),
            Map.entry(OffsetTime.class, "time"),
            Map.entry(Class.class, ""),
            Map.entry(char[].class, ""));

    private PlainTypes() {}

    /** Null if Jackson does not make text of the type. */
    public static @Nullable ObjectNode text(Class<?> type) {
        String format = TEXTS.get(type);
        if (format == null) {
            return null;
        }
        ObjectNode schema = JsonNodeFactory.instance.objectNode().put("type", "string");
        return format.isEmpty() ? schema : schema.put("format", format);
    }

    /** Null if the type is none that reading converts by itself. */
    public static @Nullable ObjectNode schema(JavaType type) {
        if (!Scalars.knows(type)) {
            return null;
        }
        Class<?> raw = MethodType.methodType(type.getRawClass()).wrap().returnType();
        ObjectNode schema = JsonNodeFactory.instance.objectNode();
        Range range = INTEGERS.get(raw);
        if (range != null) {
            schema.put("type", "integer");
            if (range.format != null) {
                schema.put("format", range.format);
            }
            return schema.put("minimum", range.least).put("maximum", range.most);
        } else if (raw == BigInteger.class) {
            return schema.put("type", "integer");
        } else if (NUMBERS.contains(raw)) {
            return schema.put("type", "number");
        } else if (raw == Boolean.class) {
            return schema.put("type", "boolean");
        } else if (FORMATS.containsKey(raw)) {
            return schema.put("type", "string").put("format", FORMATS.get(raw));
        } else if (raw == byte[].class) {
            return schema.put("type", "string").put("contentEncoding", "base64");
        } else if (raw.isEnum()) {
            ArrayNode names = schema.put("type", "string").putArray("enum");
            for (Object constant : raw.getEnumConstants()) {
                names.add(((Enum<?>) constant).name());
            }
            return schema;
        } else if (raw == Character.class) {
            return schema.put("type", "string").put("minLength", 1).put("maxLength", 1);
        }
        return schema.put("type", "string");
    }
}
