package dev.unirow.migrate.exception;

import dev.unirow.session.exception.ConstraintViolatedException;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What a message says of a statement that a database refused. About the statement, which whoever reads the message has
 * written, it has the database's own sentence; about values, one that quotes none.
 */
final class FailureSentence {
    private static final Pattern MARIADB_USER = Pattern.compile(" (?:to|for) user '.*?'@'.*?'");

    /** What the copy of a table on SQLite is called before it takes the table's place. */
    private static final String COPY = "_unirow_batch_";

    private FailureSentence() {}

    /** @param sql what was refused, as a file has it; empty where it is no statement of a file */
    static String of(String sql, Throwable cause) {
        return of(sql, null, cause);
    }

    /** @param unique the name of what is told by its columns; null where it is told, or is not known */
    static String of(String sql, @Nullable String unique, Throwable cause) {
        if (cause instanceof MigrationException) {
            return point(told(cause));
        }
        return point(DatabaseAnswer.in(cause)
                .map(answer -> of(sql, unique, cause, answer))
                .orElseGet(() -> told(cause)));
    }

    private static String of(String sql, @Nullable String unique, Throwable cause, DatabaseAnswer answer) {
        if (cause instanceof ConstraintViolatedException broken) {
            String sentence = withTable(broken, sql);
            String named = unique == null
                    ? sentence
                    : sentence.replace("constraint '" + broken.constraint() + "'", "constraint '" + unique + "'");
            return withState(named.replace(COPY, ""), answer.state());
        }
        if (StatementFault.is(answer, sql)) {
            return "The statement failed: "
                    + MARIADB_USER.matcher(answer.withState()).replaceAll("");
        }
        Optional<ValueFault> fault = ValueFault.of(answer);
        return fault.isPresent() ? fault.get().sentence(sql, answer.state()) : withState(told(cause), answer.state());
    }

    private static String withTable(ConstraintViolatedException broken, String sql) {
        @Nullable String table = broken.table() == null ? ValueFault.table(sql) : null;
        return table == null
                ? told(broken)
                : told(broken).replaceFirst(" \\(", Matcher.quoteReplacement(" (table '" + table + "', "));
    }

    private static String withState(String sentence, @Nullable String state) {
        String open = sentence.replaceAll("\\.$", "");
        if (state == null || open.contains(state)) {
            return open;
        }
        return open.endsWith(")")
                ? open.substring(0, open.length() - 1) + ", SQLSTATE " + state + ")"
                : open + " (SQLSTATE " + state + ")";
    }

    /** What the failure says itself. */
    static String told(Throwable cause) {
        return cause.getMessage() == null ? cause.getClass().getSimpleName() : cause.getMessage();
    }

    static String point(String sentence) {
        return sentence.endsWith(".") ? sentence : sentence + ".";
    }
}
