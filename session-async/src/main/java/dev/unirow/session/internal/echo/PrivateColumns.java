package dev.unirow.session.internal.echo;

import dev.unirow.session.internal.echo.StatementToken.Kind;
import dev.unirow.session.internal.wire.ParameterStyle;
import java.util.HashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;

/**
 * The columns of a database's models whose values are never shown, and what that means for one statement after the
 * other. Thread-safe.
 */
public final class PrivateColumns {
    /** Statements are few, unless they are written with values in them. */
    private static final int REMEMBERED = 1000;

    /** A literal that may be a statement itself, to be run. */
    private static final Pattern STATEMENT =
            Pattern.compile("\\b(select|insert|update|delete|replace|merge|copy|table)\\b");

    private final Map<String, Set<String>> byTable;
    private final Set<String> known;
    private final ParameterStyle style;
    private final Map<String, StatementPrivacy> statements = new ConcurrentHashMap<>();

    /**
     * @param byTable the private columns of the tables that have any; all names in lower case
     * @param known all columns of the models
     */
    public PrivateColumns(Map<String, Set<String>> byTable, Set<String> known, ParameterStyle style) {
        this.byTable = Map.copyOf(byTable);
        this.known = Set.copyOf(known);
        this.style = style;
    }

    /** What must be hidden of a statement, as it is sent. */
    public StatementPrivacy of(String sql) {
        if (byTable.isEmpty()) {
            return StatementPrivacy.OPEN;
        }
        StatementPrivacy remembered = statements.get(sql);
        if (remembered != null) {
            return remembered;
        }
        StatementPrivacy found = read(sql);
        if (statements.size() >= REMEMBERED) {
            statements.clear();
        }
        statements.put(sql, found);
        return found;
    }

    private StatementPrivacy read(String sql) {
        StatementTokens tokens = StatementTokens.of(sql, style);
        if (!tokens.areUnderstood()) {
            return mayName(sql) ? StatementPrivacy.ofUnclear(sql, known) : StatementPrivacy.OPEN;
        }
        Set<String> names = new HashSet<>();
        for (StatementToken token : tokens.all()) {
            if (token.kind() == Kind.LITERAL) {
                String text = token.token().unquoted().toLowerCase(Locale.ROOT);
                names.addAll(byTable.getOrDefault(text, Set.of())); // SQLite takes it for a name where only that fits
                if (STATEMENT.matcher(text).find() && names(text)) {
                    return StatementPrivacy.ofUnclear(sql, known);
                }
            } else if (token.kind() != Kind.MARK) {
                names.addAll(byTable.getOrDefault(token.text(), Set.of()));
            }
        }
        return names.isEmpty()
                ? StatementPrivacy.OPEN
                : new PrivacyReader(tokens, byTable.keySet(), names, known).read();
    }

    /** By the bare text, wherever and however it stands there; by PostgreSQL's codes it may stand there unseen. */
    private boolean mayName(String sql) {
        String text = bare(sql);
        return text.contains("u&") || byTable.keySet().stream().anyMatch(table -> text.contains(bare(table)));
    }

    private boolean names(String text) {
        return byTable.keySet().stream()
                .anyMatch(table -> Pattern.compile("(?<!\\w)" + Pattern.quote(table) + "(?!\\w)")
                        .matcher(text)
                        .find());
    }

    private static String bare(String text) {
        return text.toLowerCase(Locale.ROOT).replaceAll("[\"'`\\[\\]]", "");
    }
}
