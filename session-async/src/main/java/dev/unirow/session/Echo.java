package dev.unirow.session;

import java.util.Locale;

/** How much of what is sent to the database is shown on the logger {@code unirow.engine}. */
public enum Echo {
    OFF,
    /** Each transaction step, each statement with its parameters and the time it took. */
    ON,
    /** The rows that come back too, the first ones of each statement. */
    DEBUG;

    /** Reads {@code on}, {@code off}, {@code debug}, {@code true} or {@code false}. */
    static Echo parse(String text) {
        return switch (text.strip().toLowerCase(Locale.ROOT)) {
            case "on", "true" -> ON;
            case "off", "false", "" -> OFF;
            case "debug" -> DEBUG;
            default -> throw new IllegalArgumentException("The echo is 'on', 'off' or 'debug', not '" + text + "'.");
        };
    }
}
