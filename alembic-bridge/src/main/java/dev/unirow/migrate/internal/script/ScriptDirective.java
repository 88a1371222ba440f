package dev.unirow.migrate.internal.script;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Comments that mean something to the runner. A comment that starts like one but is written wrong is refused: it would
 * be skipped in silence.
 */
final class ScriptDirective {
    private static final Pattern CALL = Pattern.compile("--\\s*call\\s+([\\p{L}_$][\\p{L}\\p{N}_$.]*)\\s*");
    private static final Pattern BATCH = Pattern.compile("--\\s*batch\\s+(\\S.*?)\\s*\\((.*)\\)\\s*");
    private static final Pattern DESTRUCTIVE = Pattern.compile("--\\s*destructive:\\s*(.*?)\\s*");
    private static final Pattern TRANSACTION = Pattern.compile("--\\s*transaction:\\s*(.*?)\\s*");

    /** {@code call} is missing: comments may well start with that word. */
    private static final Pattern ALMOST = Pattern.compile("--\\s*(batch|destructive|transaction)\\b.*");

    private ScriptDirective() {}

    /** What a comment asks for; null when it is only a comment. */
    static @Nullable ScriptItem read(String comment, int line) {
        Matcher call = CALL.matcher(comment);
        if (call.matches()) {
            return new ScriptItem.Call(call.group(1), line);
        }
        Matcher batch = BATCH.matcher(comment);
        if (batch.matches()) {
            return new ScriptItem.Batch(name(batch.group(1), line), names(batch.group(2), line), line);
        }
        Matcher destructive = DESTRUCTIVE.matcher(comment);
        if (destructive.matches()) {
            return new ScriptItem.Destructive(destructive.group(1), line);
        }
        Matcher transaction = TRANSACTION.matcher(comment);
        if (transaction.matches()) {
            if (!transaction.group(1).equals("none")) {
                throw new ScriptSyntaxException(
                        line, "'-- transaction:' knows only 'none', found '" + transaction.group(1) + "'.");
            }
            return new ScriptItem.NoTransaction(line);
        }
        Matcher almost = ALMOST.matcher(comment);
        if (almost.matches()) {
            throw new ScriptSyntaxException(
                    line,
                    "a comment that starts with '" + almost.group(1) + "' is a directive, as in '"
                            + example(almost.group(1)) + "'. Write it so, or reword the comment.");
        }
        return null;
    }

    /** Whether a section would take the comment for one. */
    static boolean isOne(String comment) {
        return CALL.matcher(comment).matches()
                || BATCH.matcher(comment).matches()
                || DESTRUCTIVE.matcher(comment).matches()
                || TRANSACTION.matcher(comment).matches();
    }

    private static String example(String directive) {
        return switch (directive) {
            case "batch" -> "-- batch team (id, name)";
            case "destructive" -> "-- destructive: drops the column 'team.city'";
            default -> "-- transaction: none";
        };
    }

    private static List<String> names(String list, int line) {
        List<String> names = new ArrayList<>();
        boolean quoted = false;
        int start = 0;
        for (int at = 0; at <= list.length(); at++) {
            if (at == list.length() || (list.charAt(at) == ',' && !quoted)) {
                names.add(name(list.substring(start, at).strip(), line));
                start = at + 1;
            } else if (list.charAt(at) == '"') {
                quoted = !quoted;
            }
        }
        return names;
    }

    private static String name(String written, int line) {
        boolean quoted = written.length() > 1 && written.startsWith("\"") && written.endsWith("\"");
        String name = quoted ? written.substring(1, written.length() - 1).replace("\"\"", "\"") : written;
        if (name.isEmpty()) {
            throw new ScriptSyntaxException(
                    line, "'-- batch' needs a table and its columns, as in '-- batch team (id, name)'.");
        }
        return name;
    }
}
