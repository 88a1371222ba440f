package dev.unirow.session.internal.echo;

import java.util.BitSet;
import java.util.List;
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
    private final BitSet shown = new BitSet();
    private boolean byPlace;

    ResultColumns(PrivacyReader statement) {
        this.statement = statement;
    }

    /** By their places; null where their labels must tell. */
    @Nullable BitSet shown() {
        return byPlace ? shown : null;
    }

    void read(int from, int to) {
        List<int[]> items = statement.split(from, to);
        boolean star = items.stream().anyMatch(item -> statement.isStar(item[1] - 1));
        byPlace = !star;
        for (int i = 0; i < items.size(); i++) {
            int[] item = items.get(i);
            if (star && statement.isStar(item[1] - 1)) {
                continue;
            }
            if (statement.mentions(item[0], item[1])) {
                statement.hide(item[0], item[1]);
                alias(item);
                if (star) {
                    statement.hideRows(); // which of the columns it is cannot be told
                }
            } else if (isSure(item)) {
                shown.set(i);
            }
        }
    }

    private void alias(int[] item) {
        SqlToken last = statement.token(item[1] - 1);
        if (last.isName()
                && item[1] - item[0] > 1
                && !statement.token(item[1] - 2).isMark(".")) {
            statement.alias(last.text());
        }
    }

    /** A name alone may stand for a whole row, unless it is some model's column. */
    private boolean isSure(int[] item) {
        for (int i = item[0]; i < item[1]; i++) {
            SqlToken token = statement.token(i);
            boolean unsure = token.isName()
                    && !statement.isKnown(token.text())
                    && !SqlTokens.isOneOf(token, WORDS)
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
        return at + 1 < end && statement.token(at + 1).isMark(mark);
    }

    private boolean isAliasOrType(int at, int[] item) {
        if (at == item[0]) {
            return false;
        }
        SqlToken before = statement.token(at - 1);
        boolean last = at == item[1] - 1;
        return before.isMark("::")
                || (last && (before.is("as") || before.isMark(")") || before.isName() || before.isValue()));
    }
}
