package dev.unirow.schema;

import java.util.List;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/**
 * Which tables are meant, by patterns for their names as {@link Schema#table} knows them: {@code *} stands for any
 * characters, {@code ?} for one, and lower and upper case are the same.
 *
 * @param include patterns of which a name fits one; where there are none, any name does
 * @param exclude patterns of which it fits none
 */
public record TablePatterns(List<String> include, List<String> exclude) implements Predicate<String> {
    private static final Pattern WILDCARD = Pattern.compile("[*?]|[^*?]+");

    public TablePatterns {
        include = List.copyOf(include);
        exclude = List.copyOf(exclude);
    }

    public static TablePatterns all() {
        return new TablePatterns(List.of(), List.of());
    }

    @Override
    public boolean test(String table) {
        return (include.isEmpty() || fitsOne(include, table)) && !fitsOne(exclude, table);
    }

    private static boolean fitsOne(List<String> patterns, String table) {
        return patterns.stream().anyMatch(pattern -> fits(pattern, table));
    }

    private static boolean fits(String pattern, String table) {
        String regex = WILDCARD.matcher(pattern.strip()).replaceAll(part -> switch (part.group()) {
            case "*" -> ".*";
            case "?" -> ".";
            default -> java.util.regex.Matcher.quoteReplacement(Pattern.quote(part.group()));
        });
        return Pattern.compile(regex, Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE | Pattern.DOTALL)
                .matcher(table)
                .matches();
    }
}
