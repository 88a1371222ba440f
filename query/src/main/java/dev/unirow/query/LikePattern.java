package dev.unirow.query;

import java.util.List;

/** A pattern of SQL's LIKE, escaped by a backslash, as one of our operators. */
record LikePattern(String part, boolean openStart, boolean openEnd) {
    /** @throws IllegalArgumentException if it has wildcards elsewhere than at its ends */
    static LikePattern parse(String pattern) {
        boolean openStart = pattern.startsWith("%");
        StringBuilder part = new StringBuilder();
        boolean openEnd = false;
        for (int i = openStart ? 1 : 0; i < pattern.length(); i++) {
            char c = pattern.charAt(i);
            if (c == '\\' && i + 1 < pattern.length()) {
                part.append(pattern.charAt(++i));
            } else if (c == '%' && i == pattern.length() - 1) {
                openEnd = true;
            } else if (c == '%' || c == '_') {
                throw new IllegalArgumentException(
                        "A restriction of Hibernate asks for a pattern with wildcards inside, "
                                + "which is not understood here. Run it as HQL.");
            } else {
                part.append(c);
            }
        }
        return new LikePattern(part.toString(), openStart, openEnd);
    }

    Predicate on(BoundPath path, boolean ignoreCase) {
        return Comparisons.compare(path, operator(ignoreCase), List.of(part));
    }

    private Operator operator(boolean ignoreCase) {
        if (openStart && openEnd) {
            return ignoreCase ? Operator.ICONTAINS : Operator.CONTAINS;
        }
        if (openEnd) {
            return ignoreCase ? Operator.ISTARTSWITH : Operator.STARTSWITH;
        }
        if (openStart) {
            return ignoreCase ? Operator.IENDSWITH : Operator.ENDSWITH;
        }
        return ignoreCase ? Operator.IEXACT : Operator.EXACT;
    }
}
