package dev.unirow.migrate.internal.script;

import java.util.Locale;

/** Which way a section of a revision file leads. */
public enum Direction {
    UPGRADE,
    DOWNGRADE;

    String keyword() {
        return name().toLowerCase(Locale.ROOT);
    }
}
