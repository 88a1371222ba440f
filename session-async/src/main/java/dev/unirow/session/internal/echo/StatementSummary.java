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
        StatementTokens cut = StatementTokens.of(sql, style);
        List<StatementToken> tokens = cut.all();
        return new StatementSummary(operation(tokens), table(tokens), cut.withoutLiterals());
    }

    private static String operation(List<StatementToken> tokens) {
        if (tokens.isEmpty()) {
            return "";
        }
        String first = tokens.get(0).text();
        if (first.equals("with")) {
            first = tokens.stream()
                    .filter(token -> token.depth() == 0)
                    .filter(token -> StatementTokens.isOneOf(token, Set.of("select", "insert", "update", "delete")))
                    .findFirst()
                    .map(StatementToken::text)
                    .orElse(first);
        }
        if (DEFINITIONS.contains(first)) {
            Optional<StatementToken> kind = tokens.stream()
                    .skip(1)
                    .filter(token -> !StatementTokens.isOneOf(token, BETWEEN))
                    .findFirst();
            return (first + kind.map(token -> " " + token.text()).orElse("")).toUpperCase(Locale.ROOT);
        }
        return first.toUpperCase(Locale.ROOT);
    }

    private static Optional<String> table(List<StatementToken> tokens) {
        if (tokens.isEmpty() || StatementTokens.isOneOf(tokens.get(0), TRANSACTION)) {
            return Optional.empty();
        }
        Set<String> tables = new LinkedHashSet<>();
        for (int i = 0; i < tokens.size() - 1; i++) {
            boolean before = StatementTokens.isOneOf(tokens.get(i), BEFORE_TABLE)
                    && !(tokens.get(i).is("update") && i > 0); // of "for update", of "do update"
            if (before) {
                addTable(tokens, i + 1, tables);
            }
        }
        return tables.size() == 1 ? Optional.of(tables.iterator().next()) : Optional.empty();
    }

    private static void addTable(List<StatementToken> tokens, int from, Set<String> tables) {
        int at = from;
        while (at < tokens.size() && StatementTokens.isOneOf(tokens.get(at), BETWEEN)) {
            at++;
        }
        StringBuilder name = new StringBuilder();
        while (at < tokens.size() && tokens.get(at).isName()) {
            name.append(tokens.get(at).token().unquoted());
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
}
