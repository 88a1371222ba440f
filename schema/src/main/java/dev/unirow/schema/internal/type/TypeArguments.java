package dev.unirow.schema.internal.type;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The numbers in the parentheses of a column's type: its length, or its precision and scale. */
public final class TypeArguments {
    private static final Pattern TEXT = Pattern.compile("[^(]*(?:\\(([0-9, ]*)\\))?.*", Pattern.DOTALL);

    private TypeArguments() {}

    /** None when it has none. */
    public static List<Long> of(String type) {
        Matcher matcher = TEXT.matcher(type);
        return !matcher.matches() || matcher.group(1) == null
                ? List.of()
                : Pattern.compile("[, ]+")
                        .splitAsStream(matcher.group(1))
                        .filter(part -> !part.isEmpty())
                        .map(Long::valueOf)
                        .toList();
    }
}
