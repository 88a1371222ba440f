package dev.unirow.session.internal.wire;

import dev.unirow.names.Nearest;
import dev.unirow.schema.lexer.SqlLexer;
import dev.unirow.schema.lexer.SqlToken;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * A statement as it is written for any database, and its parameters, which a driver's marks replace when values are
 * bound to them. Immutable.
 */
public final class StatementParameters {
    private final boolean numbered;
    private final List<SqlToken> tokens;
    private final Set<String> names = new LinkedHashSet<>();
    private int marks;
    private boolean marksHaveNumbers; // SQLite's ?1

    StatementParameters(String sql, ParameterStyle style) {
        numbered = style == ParameterStyle.NUMBERED;
        tokens = SqlLexer.written(sql, style.syntax());
        for (SqlToken token : tokens) {
            if (isName(token)) {
                names.add(token.text().substring(1));
            } else if (isMark(token)) {
                marks++;
                marksHaveNumbers |= token.text().length() > 1;
            }
        }
    }

    private static boolean isName(SqlToken token) {
        return token.kind() == SqlToken.Kind.PARAMETER && token.text().startsWith(":");
    }

    private static boolean isMark(SqlToken token) {
        return token.kind() == SqlToken.Kind.PARAMETER && token.text().startsWith("?");
    }

    /**
     * @throws IllegalArgumentException if some have names and others do not, or one is written as only one database has
     *     it
     */
    public void requireOneStyle() {
        for (SqlToken token : tokens) {
            if (token.kind() == SqlToken.Kind.PARAMETER
                    && !isName(token)
                    && !token.text().equals("?")) {
                throw new IllegalArgumentException("The statement has a parameter '" + token.text()
                        + "': write '?' or ':name', which every database takes.");
            }
        }
        if (!names.isEmpty()) {
            refuseMarks();
        }
    }

    /** PostgreSQL's question marks are operators, then. */
    private void refuseMarks() {
        if (marks > 0 && !numbered) {
            throw new IllegalArgumentException(
                    "The statement has a parameter '?', and its values are given by name: write each as ':name'.");
        }
    }

    public List<SqlToken> tokens() {
        return tokens;
    }

    /** What is written {@code :name}, in the order of its appearance; without the colon. */
    public Set<String> names() {
        return Collections.unmodifiableSet(names);
    }

    /**
     * The statement with values for its question marks.
     *
     * @throws IllegalArgumentException if there are more or fewer values than question marks, or one is an empty list
     */
    public BoundStatement bind(List<?> values) {
        if (marksHaveNumbers) {
            return new BoundStatement(text(), values.toArray());
        }
        if (marks != values.size()) {
            throw new IllegalArgumentException("The statement has " + count(marks, "parameter") + " and was given "
                    + count(values.size(), "value") + ".");
        }
        Marks out = new Marks(numbered);
        int next = 0;
        for (SqlToken token : tokens) {
            if (isMark(token)) {
                out.append(out.marks("number " + (next + 1), values.get(next)));
                next++;
            } else {
                out.append(token.is("??") && numbered ? "?" : token.text());
            }
        }
        return out.bound();
    }

    private String text() {
        return tokens.stream().map(SqlToken::text).collect(Collectors.joining());
    }

    /**
     * The statement with values for its names.
     *
     * @throws IllegalArgumentException if a value is missing, stands for no parameter, or is an empty list
     */
    public BoundStatement bind(Map<String, ?> values) {
        refuseMarks();
        for (String name : names) {
            if (!values.containsKey(name)) {
                throw new IllegalArgumentException("No value was given for " + quoted(name) + ". Given: "
                        + (values.isEmpty() ? "none" : String.join(", ", new TreeSet<>(values.keySet()))) + "."
                        + meant(name, values.keySet()) + " A colon that begins no name is written '\\:'.");
            }
        }
        new TreeSet<>(values.keySet()).forEach(this::requireName);
        Marks out = new Marks(numbered);
        Map<String, String> written = new LinkedHashMap<>();
        for (SqlToken token : tokens) {
            if (isName(token)) {
                String name = token.text().substring(1);
                // a number may stand in several places, a question mark in one
                String repeated = numbered ? written.get(name) : null;
                String all = repeated == null ? out.marks(quoted(name), values.get(name)) : repeated;
                written.put(name, all);
                out.append(all);
            } else {
                out.append(token.is("\\:") ? ":" : token.text());
            }
        }
        return out.bound();
    }

    /** @throws IllegalArgumentException if the statement has no such parameter */
    public void requireName(String name) {
        if (!names.contains(name)) {
            throw new IllegalArgumentException(
                    "The statement has no parameter " + quoted(name) + "." + meant(name, names)
                            + " It has "
                            + (names.isEmpty()
                                    ? "none with a name"
                                    : names.stream().collect(Collectors.joining(", :", ":", "")))
                            + ".");
        }
    }

    /** @throws IllegalArgumentException if the value is an empty list, which no SQL stands for */
    public static void requireElements(String parameter, @Nullable Object value) {
        if (value instanceof Collection<?> list && list.isEmpty()) {
            throw new IllegalArgumentException("The list for the parameter " + parameter
                    + " is empty, and 'in ()' is not SQL. Leave the condition out, or the statement.");
        }
    }

    private static String meant(String name, Collection<String> known) {
        String nearest = Nearest.to(name, known);
        return nearest == null ? "" : " Did you mean '" + nearest + "'?";
    }

    private static String quoted(String name) {
        return "':" + name + "'";
    }

    private static String count(int number, String what) {
        return number + " " + what + (number == 1 ? "" : "s");
    }

    /** The text for the driver as it grows, and the values in the order of its marks. */
    private static final class Marks {
        private final boolean numbered;
        private final StringBuilder text = new StringBuilder();
        private final List<@Nullable Object> values = new ArrayList<>();

        Marks(boolean numbered) {
            this.numbered = numbered;
        }

        void append(String part) {
            text.append(part);
        }

        /** A mark for the value; for a collection, one for each element, with commas between. */
        String marks(String parameter, @Nullable Object value) {
            requireElements(parameter, value);
            if (!(value instanceof Collection<?> list)) {
                return mark(value);
            }
            return list.stream().map(this::mark).collect(Collectors.joining(", "));
        }

        private String mark(@Nullable Object value) {
            values.add(value);
            return numbered ? "$" + values.size() : "?";
        }

        BoundStatement bound() {
            return new BoundStatement(text.toString(), values.toArray());
        }
    }
}
