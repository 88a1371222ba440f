package dev.unirow.session.internal.connect;

import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** PostgreSQL's list of schemas that unqualified names are looked up in; tables are made in the first. */
final class SearchPath {
    private static final Pattern COMMA_OUTSIDE_QUOTES = Pattern.compile(",(?=(?:[^\"]*\"[^\"]*\")*[^\"]*$)");

    private SearchPath() {}

    /** As the server writes it: {@code app, "My Schema", public}. */
    static List<String> parse(String text) {
        return Arrays.stream(COMMA_OUTSIDE_QUOTES.split(text))
                .map(String::strip)
                .filter(name -> !name.isEmpty())
                .map(name -> name.startsWith("\"") && name.endsWith("\"") && name.length() > 1
                        ? name.substring(1, name.length() - 1).replace("\"\"", "\"")
                        : name)
                .toList();
    }

    /** As the server reads it, whatever is in the names. */
    static String text(List<String> schemas) {
        return schemas.stream()
                .map(name -> '"' + name.replace("\"", "\"\"") + '"')
                .collect(Collectors.joining(", "));
    }
}
