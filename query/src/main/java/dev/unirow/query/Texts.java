package dev.unirow.query;

/** Text as it is sent: case rules are those of ASCII on every database, and NUL is never sent. */
final class Texts {
    private Texts() {}

    /** A to Z in lower case, everything else as it is. */
    static String fold(String text) {
        StringBuilder folded = new StringBuilder(text.length());
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            folded.append(c >= 'A' && c <= 'Z' ? (char) (c + ('a' - 'A')) : c);
        }
        return folded.toString();
    }

    static String requireNoNul(Object where, String text) {
        if (text.indexOf('\0') >= 0) {
            throw new IllegalArgumentException(
                    "A text for " + where + " contains the character NUL, which databases do not store. Remove it.");
        }
        return text;
    }
}
