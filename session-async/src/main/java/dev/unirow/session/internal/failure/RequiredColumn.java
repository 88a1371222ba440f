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

    private static final Pattern ALTERED = Pattern.compile(
            "^\\s*alter\\s+(?:(?:online|ignore)\\s+)*table\\s+(?:if\\s+exists\\s+)?((?:" + NAME + "\\.)?(" + NAME
                    + "))\\s",
            Pattern.CASE_INSENSITIVE);

    private static final Pattern CLAUSE = Pattern.compile(
            "[\\s,](?:modify|(change))\\s+(?:column\\s+)?(?:if\\s+exists\\s+)?(" + NAME + ")\\s+(" + NAME + ")",
            Pattern.CASE_INSENSITIVE);

    /** Ends one clause of a statement, and begins the next. */
    private static final Pattern NEXT = Pattern.compile(
            ",\\s*(?:modify|change|add|drop|alter|rename|convert|algorithm|lock)\\s", Pattern.CASE_INSENSITIVE);

    private static final Pattern REQUIRED = Pattern.compile("\\bnot\\s+null\\b", Pattern.CASE_INSENSITIVE);

    /** What MariaDB says of a column at the end of its sentence. */
    private static final Pattern SAID = Pattern.compile(" for column '([^'`]*)' at row \\d+'?, errorCode");

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
        CauseChain chain = CauseChain.of(failure);
        Integer code = chain.code();
        Matcher table = ALTERED.matcher(sql);
        if (!(failure instanceof StatementException) || code == null || code != DATA_TRUNCATED || !table.find()) {
            return Optional.empty();
        }
        Matcher said = SAID.matcher(String.valueOf(chain.root().getMessage()));
        @Nullable String column = said.find() ? said.group(1) : null;
        Matcher clause = CLAUSE.matcher(sql);
        for (int from = table.end() - 1; clause.find(from); from = clause.end()) {
            String old = clause.group(2);
            String name = clause.group(1) == null ? old : clause.group(3);
            if ((column == null || column.equals(plain(old)) || column.equals(plain(name)))
                    && REQUIRED.matcher(definition(sql, clause.end())).find()) {
                return Optional.of(new RequiredColumn(table.group(1), table.group(2), old));
            }
        }
        return Optional.empty();
    }

    private static String definition(String sql, int from) {
        Matcher next = NEXT.matcher(sql);
        return sql.substring(from, next.find(from) ? next.start() : sql.length());
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
