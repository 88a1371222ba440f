package dev.unirow.query;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** What a column can be asked. */
enum Operator {
    EXACT,
    IEXACT,
    CONTAINS,
    ICONTAINS,
    STARTSWITH,
    ISTARTSWITH,
    ENDSWITH,
    IENDSWITH,
    LT,
    LTE,
    GT,
    GTE,
    IN,
    RANGE,
    ISNULL;

    /** As lookups and messages write it. */
    String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    static Optional<Operator> ofWord(String word) {
        return Arrays.stream(values())
                .filter(operator -> operator.word().equals(word))
                .findFirst();
    }

    boolean needsText() {
        return ordinal() >= IEXACT.ordinal() && ordinal() <= IENDSWITH.ordinal();
    }

    boolean needsOrder() {
        return switch (this) {
            case LT, LTE, GT, GTE, RANGE -> true;
            default -> false;
        };
    }

    boolean ignoresCase() {
        return switch (this) {
            case IEXACT, ICONTAINS, ISTARTSWITH, IENDSWITH -> true;
            default -> false;
        };
    }

    /** Asks whether the text has a part, which any text has when the part is empty. */
    boolean asksForPart() {
        return needsText() && this != IEXACT;
    }
}
