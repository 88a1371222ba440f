package dev.unirow.sqlite.internal;

/** Halves of characters beyond 16 bits. SQLite stores UTF-8, where a half alone has no form and would become a '?'. */
final class Surrogates {
    private Surrogates() {}

    /** @throws IllegalArgumentException if a half of a pair stands alone; without the text, which may be a secret */
    static void requirePairs(String text) {
        int length = text.length();
        for (int i = 0; i < length; i++) {
            char letter = text.charAt(i);
            if (letter < Character.MIN_SURROGATE || letter > Character.MAX_SURROGATE) {
                continue;
            }
            if (Character.isLowSurrogate(letter) || i + 1 == length || !Character.isLowSurrogate(text.charAt(i + 1))) {
                throw new IllegalArgumentException(
                        "SQLite cannot store this text: at index %d stands U+%04X, half of a character without its other half. Do not cut text inside a surrogate pair."
                                .formatted(i, (int) letter));
            }
            i++;
        }
    }
}
