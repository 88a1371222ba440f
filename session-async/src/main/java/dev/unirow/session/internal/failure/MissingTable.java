package dev.unirow.session.internal.failure;

import io.vertx.sqlclient.DatabaseException;
import java.sql.SQLException;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A table or sequence that a statement names and the database does not have: most often, nobody has created the tables
 * of the models yet.
 *
 * @param name without its schema
 */
record MissingTable(String name) {
    private static final int MARIADB_NO_TABLE = 1146;
    private static final int MARIADB_NO_SEQUENCE = 4091;

    private static final Pattern POSTGRES = Pattern.compile("\"([^\"]+)\"[^\"]*\\(42P01\\)");
    private static final Pattern MARIADB = Pattern.compile("(?:Table|SEQUENCE:) '(?:[^'.]*\\.)?([^']+)'");
    private static final Pattern SQLITE = Pattern.compile("\\(no such table: (.*)\\)$", Pattern.DOTALL);

    static Optional<MissingTable> in(CauseChain chain) {
        String message = String.valueOf(chain.root().getMessage());
        if (chain.root() instanceof DatabaseException answer) {
            int code = answer.getErrorCode();
            return "42P01".equals(answer.getSqlState())
                    ? named(POSTGRES, message)
                    : code == MARIADB_NO_TABLE || code == MARIADB_NO_SEQUENCE
                            ? named(MARIADB, message)
                            : Optional.empty();
        }
        return chain.root() instanceof SQLException ? named(SQLITE, message) : Optional.empty();
    }

    private static Optional<MissingTable> named(Pattern pattern, String message) {
        Matcher matcher = pattern.matcher(message);
        return matcher.find()
                ? Optional.of(new MissingTable(
                        matcher.group(1).substring(matcher.group(1).lastIndexOf('.') + 1)))
                : Optional.empty();
    }

    /**
     * What to say after the sentence that the statement failed.
     *
     * @param words those of the database, as far as a message may repeat them
     * @param state in parentheses, or empty
     */
    String sentence(Constraints constraints, String words, String state) {
        String told = constraints
                .owner(name)
                .map(owner -> "the database has no table or sequence '" + name + "', which " + owner + " needs")
                .orElse(words);
        return "The statement failed: " + told + state
                + ". Create the tables of the models with db.createAll(), or run the migrations.";
    }
}
