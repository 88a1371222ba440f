package dev.unirow.session.internal.value;

import org.jspecify.annotations.Nullable;

/** Text that every database stores: PostgreSQL has no NUL, and none has half of a character. */
final class StorableText {
    static final String NUL = "holds the character NUL";
    static final String HALF = "holds half of a character (a lone surrogate)";

    private StorableText() {}

    /** What a text holds that cannot be stored; null where there is nothing. */
    static @Nullable String problem(CharSequence text) {
        int length = text.length();
        for (int i = 0; i < length; i++) {
            char letter = text.charAt(i);
            if (letter == 0) {
                return NUL;
            }
            if (letter < Character.MIN_SURROGATE || letter > Character.MAX_SURROGATE) {
                continue;
            }
            if (Character.isLowSurrogate(letter) || i + 1 == length || !Character.isLowSurrogate(text.charAt(i + 1))) {
                return HALF;
            }
            i++;
        }
        return null;
    }

    /** The same of the texts in JSON, where characters may be written as escapes. */
    static @Nullable String problemOfJson(String json) {
        if (json.indexOf('\\') < 0) {
            return problem(json);
        }
        StringBuilder text = new StringBuilder(json.length());
        for (int i = 0; i < json.length(); i++) {
            char letter = json.charAt(i);
            if (letter != '\\' || i + 1 == json.length()) {
                text.append(letter);
            } else if (json.charAt(i + 1) == 'u' && i + 5 < json.length()) {
                text.append((char) Integer.parseInt(json, i + 2, i + 6, 16));
                i += 5;
            } else {
                text.append(' '); // an escape of something harmless
                i++;
            }
        }
        return problem(text);
    }
}
