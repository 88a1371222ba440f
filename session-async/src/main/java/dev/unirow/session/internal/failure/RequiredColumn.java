package dev.unirow.session.internal.failure;

import dev.unirow.session.exception.ConstraintRule;
import dev.unirow.session.exception.ConstraintViolatedException.Kind;
import dev.unirow.session.exception.NotNullViolationException;
import dev.unirow.session.exception.StatementException;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A column that a statement makes required on MariaDB, which does not say of rows without a value that this is what
 * they lack.
 *
 * @param path of the table, as the statement has it: with its database, and quoted
 * @param table quoted
 * @param column quoted
 */
public record RequiredColumn(String path, String table, String column) {
    private static final String NAME = "(?:`(?:[^`]|``)+`|[\\w$]+)";

    private static final Pattern CHECKED = Pattern.compile(
            "^\\s*alter\\s+table\\s.*\\scheck\\s*\\((" + NAME + ")\\s+is\\s+not\\s+null\\s*\\)",
            Pattern.CASE_INSENSITIVE | Pattern.DOTALL);

    private static final Pattern MODIFIED = Pattern.compile(
            "^\\s*alter\\s+table\\s+((?:" + NAME + "\\.)?(" + NAME + "))\\s+modify\\s+(?:column\\s+)?(" + NAME
                    + ")\\s.*\\bnot\\s+null\\b",
            Pattern.CASE_INSENSITIVE | Pattern.DOTALL);

    /** For NULL in a column that must not be, and for values that its new type does not have. */
    private static final int DATA_TRUNCATED = 1265;

    /** The column whose check, a part of its own definition, refuses the rows that are there. */
    static Optional<String> addedBy(@Nullable String sql, @Nullable String constraint, @Nullable String table) {
        Matcher matcher = CHECKED.matcher(sql == null ? "" : sql);
        return matcher.find() && (table + "." + plain(matcher.group(1))).equals(constraint)
                ? Optional.of(plain(matcher.group(1)))
                : Optional.empty();
    }

    /** The column whose definition a statement changes, if rows without a value may be why it failed. */
    public static Optional<RequiredColumn> madeBy(String sql, Throwable failure) {
        Matcher matcher = MODIFIED.matcher(sql);
        Integer code = CauseChain.of(failure).code();
        return failure instanceof StatementException && code != null && code == DATA_TRUNCATED && matcher.find()
                ? Optional.of(new RequiredColumn(matcher.group(1), matcher.group(2), matcher.group(3)))
                : Optional.empty();
    }

    /** A query that finds one, where there is any. */
    public String rowsWithout() {
        return "select 1 from " + path + " where " + column + " is null limit 1";
    }

    public NotNullViolationException missing(Throwable failure, Constraints constraints) {
        ConstraintRule rule = constraints.rule(Kind.NOT_NULL, plain(column), plain(table));
        return new NotNullViolationException(rule, null, CauseChain.of(failure).sqlState(), failure);
    }

    private static String plain(String name) {
        return name.startsWith("`") ? name.substring(1, name.length() - 1).replace("``", "`") : name;
    }
}
