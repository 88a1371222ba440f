package dev.unirow.session.internal.echo;

import dev.unirow.session.internal.hr.ParameterStyle;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The columns of a database's models whose values are never shown, and what that means for one statement after the other.
 * Thread-safe.
 */
public final class PrivateColumns {
    /** Statements are few, unless they are written with values in them. */
    private static final int REMEMBERED = 1000;

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
        List<SqlToken> tokens = SqlTokens.of(sql, style);
        Set<String> names = new HashSet<>();
        for (SqlToken token : tokens) {
            if (token.isName()) {
                names.addAll(byTable.getOrDefault(token.text(), Set.of()));
            }
        }
        return names.isEmpty() ? StatementPrivacy.OPEN : new PrivacyReader(sql, tokens, names, known).read();
    }
}
