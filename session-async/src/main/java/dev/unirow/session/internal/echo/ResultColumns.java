package dev.unirow.session.internal.echo;

import java.util.BitSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Which columns of a result may be seen, by the list of them behind {@code select} or {@code returning}. */
final class ResultColumns {
    private static final Set<String> WORDS = Set.of(
            "as",
            "null",
            "case",
            "when",
            "then",
            "else",
            "end",
            "and",
            "or",
            "not",
            "is",
            "in",
            "like",
            "between",
            "distinct",
            "over",
            "partition",
            "by",
            "order",
            "asc",
            "desc",
            "filter",
            "where",
            "true",
            "false");

    private final PrivacyReader statement;
    private final StatementTokens tokens;
    private final Mentions mentions;
    private final Set<String> known;
    private final BitSet shown = new BitSet();
    private boolean byPlace;

    /** @param known all columns of the models */
    ResultColumns(PrivacyReader statement, StatementTokens tokens, Mentions mentions, Set<String> known) {
        this.statement = statement;
        this.tokens = tokens;
        this.mentions = mentions;
        this.known = known;
    }

    /** By their places; null where their labels must tell. */
    @Nullable BitSet shown() {
        return byPlace ? shown : null;
    }

    void read(int from, int to) {
        List<int[]> items = tokens.split(from, to);
        boolean star = items.stream().anyMatch(item -> mentions.isStar(item[1] - 1));
        byPlace = !star;
        for (int i = 0; i < items.size(); i++) {
            int[] item = items.get(i);
            if (star && mentions.isStar(item[1] - 1)) {
                continue;
            }
            if (mentions.in(item[0], item[1])) {
                statement.hide(item[0], item[1]);
                alias(item);
                if (star) {
                    statement.hideRows(); // which of the columns it is cannot be told
                }
            } else if (isSure(item)) {
                shown.set(i);
            } else {
                statement.hide(item[0], item[1]);
            }
        }
    }

    /** On SQLite and MariaDB it may be written as a literal is. */
    private void alias(int[] item) {
        StatementToken last = tokens.get(item[1] - 1);
        if (item[1] - item[0] == 1 || tokens.isMark(item[1] - 2, ".")) {
            return;
        }
        if (last.isName()) {
            mentions.add(last.text());
        } else if (last.kind() == StatementToken.Kind.LITERAL) {
            mentions.add(last.token().unquoted().toLowerCase(Locale.ROOT));
        }
    }

    /** A name alone may stand for a whole row, unless it is some model's column. */
    private boolean isSure(int[] item) {
        for (int i = item[0]; i < item[1]; i++) {
            StatementToken token = tokens.get(i);
            boolean unsure = token.isName()
                    && !known.contains(token.text())
                    && !StatementTokens.isOneOf(token, WORDS)
                    && !isFollowedBy(i, item[1], "(")
                    && !isFollowedBy(i, item[1], ".")
                    && !isAliasOrType(i, item);
            if (unsure) {
                return false;
            }
        }
        return true;
    }

    private boolean isFollowedBy(int at, int end, String mark) {
        return at + 1 < end && tokens.isMark(at + 1, mark);
    }

    private boolean isAliasOrType(int at, int[] item) {
        if (at == item[0]) {
            return false;
        }
        StatementToken before = tokens.get(at - 1);
        boolean last = at == item[1] - 1;
        return before.isMark("::")
                || (last && (before.is("as") || before.isMark(")") || before.isName() || before.isValue()));
    }
}
