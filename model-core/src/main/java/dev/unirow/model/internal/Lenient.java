package dev.unirow.model.internal;

import com.fasterxml.jackson.databind.JavaType;
import dev.unirow.model.spi.ExactTexts;
import java.lang.invoke.MethodType;
import java.math.BigDecimal;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The rules of encode/orm's TypeSystem: what a form or a spreadsheet gives becomes what a strict reading takes. What no
 * rule knows stays as it is.
 */
public final class Lenient {
    private static final Set<String> NOTHING = Set.of("", "null", "none");

    private Lenient() {}

    public static @Nullable Object eased(Object value, JavaType type, boolean nullable) {
        Class<?> wanted = MethodType.methodType(type.getRawClass()).wrap().returnType();
        if (value instanceof Number number && wanted == Boolean.class) {
            return yesOrNo(number.toString(), value);
        }
        if (!(value instanceof CharSequence)) {
            return value;
        }
        String text = value.toString().replace("\0", "").strip();
        if (wanted == Boolean.class) {
            return nullable && NOTHING.contains(text.toLowerCase(Locale.ROOT)) ? null : yesOrNo(text, value);
        }
        if (text.isEmpty() && nullable) {
            return null;
        }
        if (Numbers.knows(wanted)) {
            BigDecimal number = number(text);
            return number == null ? value : number;
        }
        return Times.knows(wanted) && text.length() > 10 && text.charAt(10) == ' '
                ? text.substring(0, 10) + "T" + text.substring(11)
                : text;
    }

    private static Object yesOrNo(String text, Object otherwise) {
        Object answer = text.isEmpty() ? Boolean.FALSE : ExactTexts.read(Boolean.class, text);
        return answer == null ? otherwise : answer;
    }

    private static @Nullable BigDecimal number(String text) {
        try {
            return Numbers.exact(text);
        } catch (Misfit misfit) {
            // left as text, which the strict reading refuses
            return null;
        }
    }
}
