package dev.unirow.migrate;

import java.util.Locale;

/** Which way a section of a revision file leads. */
enum Direction {
    UPGRADE,
    DOWNGRADE;

    String keyword() {
        return name().toLowerCase(Locale.ROOT);
    }
}
