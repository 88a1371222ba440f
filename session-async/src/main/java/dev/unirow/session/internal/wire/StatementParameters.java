package dev.unirow.session.internal.wire;

import dev.unirow.schema.lexer.SqlLexer;
import dev.unirow.schema.lexer.SqlToken;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** Puts a driver's marks in the place of a statement's parameters, where it has values by position or by name. */
final class StatementParameters {
    private final boolean numbered;
    private final List<SqlToken> tokens;
    private final StringBuilder out = new StringBuilder();
    private final List<@Nullable Object> bound = new ArrayList<>();

    private StatementParameters(String sql, ParameterStyle style) {
        this.numbered = style == ParameterStyle.NUMBERED;
        this.tokens = SqlLexer.written(sql, style.syntax());
    }

    static BoundStatement positional(String sql, List<?> values, ParameterStyle style) {
        StatementParameters parameters = new StatementParameters(sql, style);
        return parameters.byPosition(values);
    }

    static BoundStatement named(String sql, Map<String, ?> values, ParameterStyle style) {
        return new StatementParameters(sql, style).byName(values);
    }

    private BoundStatement byPosition(List<?> values) {
        int marks = 0;
        boolean own = false; // SQLite's ?1
        for (SqlToken token : tokens) {
            String text = token.text();
            if (token.kind() == SqlToken.Kind.PARAMETER && text.startsWith("?")) {
                own |= text.length() > 1;
                marks++;
                out.append(numbered ? "$" + marks : text);
            } else {
                out.append(token.is("??") && numbered ? "?" : text);
            }
        }
        if (marks != values.size() && !own) {
            throw new IllegalArgumentException("The statement has " + count(marks, "parameter") + " and was given "
                    + count(values.size(), "value") + ".");
        }
        return new BoundStatement(out.toString(), values.toArray());
    }

    private BoundStatement byName(Map<String, ?> values) {
        Map<String, Integer> numbers = new LinkedHashMap<>();
        Set<String> used = new LinkedHashSet<>();
        for (SqlToken token : tokens) {
            String text = token.text();
            boolean parameter = token.kind() == SqlToken.Kind.PARAMETER;
            if (token.is("\\:")) {
                out.append(':');
            } else if (parameter && text.startsWith("?") && !numbered) {
                throw new IllegalArgumentException(
                        "The statement has a parameter '?', and its values are given by name: write each as ':name'.");
            } else if (parameter && text.startsWith(":")) {
                String name = text.substring(1);
                if (!values.containsKey(name)) {
                    throw new IllegalArgumentException("No value was given for ':" + name + "'. Given: "
                            + (values.isEmpty() ? "none" : String.join(", ", new TreeSet<>(values.keySet())))
                            + ". A colon that begins no name is written '\\:'.");
                }
                used.add(name);
                mark(name, values.get(name), numbers);
            } else {
                out.append(text);
            }
        }
        Set<String> left = new TreeSet<>(values.keySet());
        left.removeAll(used);
        if (!left.isEmpty()) {
            throw new IllegalArgumentException("The statement has no parameter named " + String.join(", ", left) + ".");
        }
        return new BoundStatement(out.toString(), bound.toArray());
    }

    private void mark(String name, @Nullable Object value, Map<String, Integer> numbers) {
        if (!numbered) {
            bound.add(value);
            out.append('?');
            return;
        }
        Integer number = numbers.get(name);
        if (number == null) {
            bound.add(value);
            number = bound.size();
            numbers.put(name, number);
        }
        out.append('$').append(number);
    }

    private static String count(int number, String what) {
        return number + " " + what + (number == 1 ? "" : "s");
    }
}
