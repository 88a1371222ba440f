package dev.unirow.schema.internal.wanted;

import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/** The text of a mapping's {@code columnDefinition}, which may hold more than the type that it should be. */
final class ColumnDefinition {
    private static final Set<String> CLAUSES = Set.of(
            "not",
            "null",
            "default",
            "check",
            "references",
            "unique",
            "primary",
            "constraint",
            "collate",
            "generated",
            "auto_increment",
            "autoincrement");
    private static final Pattern SPACE = Pattern.compile("[\\s(]+");

    private ColumnDefinition() {}

    static boolean hasClauses(String definition) {
        return SPACE.splitAsStream(definition.toLowerCase(Locale.ROOT)).anyMatch(CLAUSES::contains);
    }
}
