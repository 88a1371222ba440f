package dev.unirow.session.tests.types;

import java.lang.reflect.Array;
import java.math.BigDecimal;
import java.net.InetAddress;
import java.time.OffsetDateTime;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Values as they are compared: arrays by their elements, decimals by what they count, moments without their zone. */
final class Same {
    private Same() {}

    static Object of(Object value) {
        if (value == null) {
            return null;
        } else if (value.getClass().isArray()) {
            List<Object> elements = new ArrayList<>();
            for (int i = 0; i < Array.getLength(value); i++) {
                elements.add(of(Array.get(value, i)));
            }
            return elements;
        } else if (value instanceof Set<?> set) {
            Set<Object> elements = new LinkedHashSet<>();
            set.forEach(each -> elements.add(of(each)));
            return elements;
        } else if (value instanceof Collection<?> collection) {
            List<Object> elements = new ArrayList<>();
            collection.forEach(each -> elements.add(of(each)));
            return elements;
        } else if (value instanceof Map<?, ?> map) {
            Map<Object, Object> entries = new LinkedHashMap<>();
            map.forEach((key, each) -> entries.put(of(key), of(each)));
            return entries;
        } else if (value instanceof BigDecimal decimal) {
            return decimal.signum() == 0 ? BigDecimal.ZERO : decimal.stripTrailingZeros();
        } else if (value instanceof OffsetDateTime time) {
            return time.toInstant();
        } else if (value instanceof ZonedDateTime time) {
            return time.toInstant();
        }
        return value;
    }

    /** Short enough for a report. */
    static String shown(Object value) {
        String text = value instanceof InetAddress address ? address.getHostAddress() : String.valueOf(of(value));
        return text.length() > 120 ? text.substring(0, 120) + "… (" + text.length() + " characters)" : text;
    }
}
