package dev.unirow.session.internal.value;

import org.jspecify.annotations.Nullable;

/**
 * How many characters a column declares. Servers refuse a text with more of them; SQLite, which heeds no length, would
 * store what a server does not.
 *
 * @param most null where nothing is to be required: the database does it, or no length is declared
 */
record TextLength(@Nullable Long most) {
    static final TextLength ANY = new TextLength(null);

    void require(Place place, CharSequence text) {
        if (most != null && text.length() > most && Character.codePointCount(text, 0, text.length()) > most) {
            throw place.refusal(
                    "has more than " + most + (most == 1 ? " character" : " characters"),
                    "keeps on SQLite alone",
                    "shorten it, or declare more by @Column(length = …)");
        }
    }
}
