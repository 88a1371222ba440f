package dev.unirow.session.internal.value;

import java.nio.CharBuffer;
import java.util.Arrays;

/**
 * Text is refused where a database would lose, replace or refuse a part of it.
 *
 * @param length how long it may be
 */
record TextRule(Place place, TextLength length) implements ValueRule {
    static boolean isFor(Class<?> type) {
        return type == String.class || type == Character.class || type == char[].class || type == Character[].class;
    }

    /** Within a column that holds more than this text. */
    TextRule ofAnyLength() {
        return new TextRule(place, TextLength.ANY);
    }

    @Override
    public Object kept(Object value) {
        CharSequence text = text(value);
        String problem = StorableText.problem(text);
        if (problem != null) {
            throw refusal(place, problem);
        }
        length.require(place, text);
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
