package dev.unirow.session.internal.connect;

import dev.unirow.session.internal.wire.Violation;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * MariaDB tells of a broken constraint in a sentence, which may quote values: what is looked for stands behind them, or
 * in front of all of them.
 */
final class MariaDbViolation {
    private static final Pattern FOREIGN_KEY = Pattern.compile("fails \\(`[^`]*`\\.`([^`]*)`, CONSTRAINT `([^`]*)`");
    private static final Pattern CHECK = Pattern.compile("^CONSTRAINT `(.*)` failed for `[^`]*`\\.`([^`]*)`$");
    private static final Pattern KEY = Pattern.compile("for key '([^']*)'$");
    private static final Pattern COLUMN = Pattern.compile("^(?:Column|Field) '([^']*)' ");
    private static final Pattern CASCADED = Pattern.compile("duplicate entry in table '([^']*)', key '([^']*)'$");

    /** How the driver wraps a sentence. */
    private static final Pattern WRAPPED =
            Pattern.compile("^\\{errorMessage=(.*), errorCode=\\d+, sqlState=\\w*}$", Pattern.DOTALL);

    private MariaDbViolation() {}

    static Violation of(@Nullable String message) {
        Matcher wrapped = WRAPPED.matcher(message == null ? "" : message);
        String sentence = wrapped.find() ? wrapped.group(1) : String.valueOf(message);
        Matcher foreignKey = FOREIGN_KEY.matcher(sentence);
        Matcher check = CHECK.matcher(sentence);
        Matcher key = KEY.matcher(sentence);
        Matcher column = COLUMN.matcher(sentence);
        Matcher cascaded = CASCADED.matcher(sentence);
        // a value may hold any of these sentences, so those that must start or end the message come first
        if (cascaded.find()) {
            return new Violation(cascaded.group(1), cascaded.group(2));
        }
        if (key.find()) {
            return new Violation(null, key.group(1));
        }
        if (column.find()) {
            return new Violation(null, column.group(1));
        }
        if (check.find()) {
            return new Violation(check.group(2), check.group(1));
        }
        return foreignKey.find() ? new Violation(foreignKey.group(1), foreignKey.group(2)) : new Violation(null, null);
    }
}
