package dev.unirow.session.internal.echo;

import dev.unirow.session.internal.wire.ParameterStyle;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * What a statement does and to which table, by its text alone.
 *
 * @param operation in capitals, with what it is done to for definitions: {@code CREATE TABLE}
 * @param table the only table that it names, as it is written but without quotes
 * @param queryText without literals
 * @see <a href="https://opentelemetry.io/docs/specs/semconv/database/database-spans/">OpenTelemetry's conventions for
 *     databases</a>
 */
public record StatementSummary(String operation, Optional<String> table, String queryText) {
    private static final Set<String> DEFINITIONS = Set.of("create", "alter", "drop");
    private static final Set<String> BETWEEN =
            Set.of("unique", "temporary", "temp", "or", "replace", "if", "not", "exists", "only", "concurrently");
    private static final Set<String> BEFORE_TABLE = Set.of("from", "join", "into", "update", "table");
    private static final Set<String> TRANSACTION = Set.of("begin", "commit", "rollback", "savepoint", "release", "set");

    public static StatementSummary of(String sql, ParameterStyle style) {
        SqlTokens cut = SqlTokens.of(sql, style);
        List<SqlToken> tokens = cut.all();
        return new StatementSummary(operation(tokens), table(sql, tokens), cut.withoutLiterals());
    }

    private static String operation(List<SqlToken> tokens) {
        if (tokens.isEmpty()) {
            return "";
        }
        String first = tokens.get(0).text();
        if (first.equals("with")) {
            first = tokens.stream()
                    .filter(token -> token.depth() == 0)
                    .filter(token -> SqlTokens.isOneOf(token, Set.of("select", "insert", "update", "delete")))
                    .findFirst()
                    .map(SqlToken::text)
                    .orElse(first);
        }
        if (DEFINITIONS.contains(first)) {
            Optional<SqlToken> kind = tokens.stream()
                    .skip(1)
                    .filter(token -> !SqlTokens.isOneOf(token, BETWEEN))
                    .findFirst();
            return (first + kind.map(token -> " " + token.text()).orElse("")).toUpperCase(Locale.ROOT);
        }
        return first.toUpperCase(Locale.ROOT);
    }

    private static Optional<String> table(String sql, List<SqlToken> tokens) {
        if (tokens.isEmpty() || SqlTokens.isOneOf(tokens.get(0), TRANSACTION)) {
            return Optional.empty();
        }
        Set<String> tables = new LinkedHashSet<>();
        for (int i = 0; i < tokens.size() - 1; i++) {
            boolean before = SqlTokens.isOneOf(tokens.get(i), BEFORE_TABLE)
                    && !(tokens.get(i).is("update") && i > 0); // of "for update", of "do update"
            if (before) {
                addTable(sql, tokens, i + 1, tables);
            }
        }
        return tables.size() == 1 ? Optional.of(tables.iterator().next()) : Optional.empty();
    }

    private static void addTable(String sql, List<SqlToken> tokens, int from, Set<String> tables) {
        int at = from;
        while (at < tokens.size() && SqlTokens.isOneOf(tokens.get(at), BETWEEN)) {
            at++;
        }
        StringBuilder name = new StringBuilder();
        while (at < tokens.size() && tokens.get(at).isName()) {
            name.append(written(sql, tokens.get(at)));
            if (at + 1 < tokens.size() && tokens.get(at + 1).isMark(".")) {
                name.append('.');
                at += 2;
            } else {
                break;
            }
        }
        if (!name.isEmpty()) {
            tables.add(name.toString());
        }
        boolean another = at + 1 < tokens.size()
                && (tokens.get(at + 1).isMark(",")
                        || (at + 2 < tokens.size()
                                && tokens.get(at + 1).isName()
                                && tokens.get(at + 2).isMark(",")));
        if (another && tokens.get(from - 1).is("from")) {
            tables.add(""); // a list of tables
        }
    }

    private static String written(String sql, SqlToken token) {
        String text = sql.substring(token.start(), token.end());
        return token.kind() != SqlToken.Kind.WORD ? text.substring(1, text.length() - 1) : text;
    }
}
