package dev.unirow.session.internal.value;

import java.nio.CharBuffer;
import java.util.Arrays;

/** Text is refused where a database would lose, replace or refuse a part of it. */
record TextRule(Place place) implements ValueRule {
    static boolean isFor(Class<?> type) {
        return type == String.class || type == Character.class || type == char[].class || type == Character[].class;
    }

    @Override
    public Object kept(Object value) {
        String problem = StorableText.problem(text(value));
        if (problem != null) {
            throw refusal(place, problem);
        }
        return value;
    }

    private static CharSequence text(Object value) {
        if (value instanceof CharSequence text) {
            return text;
        }
        if (value instanceof char[] letters) {
            return CharBuffer.wrap(letters);
        }
        if (value instanceof Character[] letters) {
            StringBuilder text = new StringBuilder(letters.length);
            Arrays.asList(letters).forEach(letter -> text.append(letter == null ? ' ' : letter));
            return text;
        }
        return value instanceof Character letter ? letter.toString() : "";
    }

    static RuntimeException refusal(Place place, String problem) {
        return place.refusal(
                problem,
                "cannot keep on every database",
                problem.equals(StorableText.NUL)
                        ? "remove it, or map the attribute to bytes"
                        : "do not cut text between the halves of a character");
    }
}
