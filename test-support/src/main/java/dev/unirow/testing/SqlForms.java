package dev.unirow.testing;

import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.List;
import java.util.Random;

/** The forms in which a database takes literals, names and comments, around texts that look like others of them. */
final class SqlForms {
    private static final List<String> FRAGMENTS = List.of(
            "?", ":p0", "--", "-- ", "/*", "*/", "#", "# ", "$$", "$1", "$a$", "$é$", ";", "[", "]", "\"", "`", "'",
            "\\", "\\'", "é", "don't", "a", "??", "::", "E'", "{", "select", "begin");

    private final DatabaseKind kind;
    private final Random random;

    SqlForms(DatabaseKind kind, Random random) {
        this.kind = kind;
        this.random = random;
    }

    private <T> T anyOf(List<T> choices) {
        return choices.get(random.nextInt(choices.size()));
    }

    String text() {
        StringBuilder text = new StringBuilder();
        for (int i = random.nextInt(4); i >= 0; i--) {
            text.append(anyOf(FRAGMENTS)).append(random.nextInt(3) == 0 ? " " : "");
        }
        return text.append('.').toString();
    }

    /** At least one blank, or a comment. */
    String gap() {
        String inner = " " + text() + " ";
        return switch (random.nextInt(5)) {
            case 0 -> " /*" + (kind == DatabaseKind.POSTGRESQL ? nested(inner) : closing(inner)) + "*/ ";
            case 1 -> " -- " + inner + "\n";
            case 2 ->
                switch (kind) {
                    case MARIADB -> " #" + inner + "\n";
                    case POSTGRESQL -> " --" + inner + "\r";
                    default -> "\t--" + inner + "\r\n";
                };
            case 3 -> "\n";
            default -> " ";
        };
    }

    private static String closing(String text) {
        return text.replace("*/", "* /").replace("*/", "* /");
    }

    private String nested(String text) {
        String plain = text.replace('*', '+');
        return random.nextBoolean() ? plain : plain + "/*" + plain + "*/" + plain;
    }

    String bareName() {
        return anyOf(
                kind == DatabaseKind.MARIADB
                        ? List.of("n", "a$b", "a$b$", "é$1$", "$x", "_$$")
                        : List.of("n", "a$b", "a$b$", "é$1$", "_$$"));
    }

    String quotedName(String name) {
        return switch (kind) {
            case POSTGRESQL -> quoted('"', name);
            case MARIADB -> quoted('`', name);
            default -> {
                boolean brackets = random.nextBoolean() && name.indexOf(']') < 0;
                yield brackets ? "[" + name + "]" : quoted(random.nextBoolean() ? '"' : '`', name);
            }
        };
    }

    private static String quoted(char quote, String text) {
        return quote + text.replace("" + quote, "" + quote + quote) + quote;
    }

    String literal(String text) {
        return switch (kind) {
            case POSTGRESQL -> ofPostgres(text);
            case MARIADB -> ofMariaDb(text);
            default ->
                random.nextInt(5) > 0
                        ? quoted('\'', text)
                        : "cast(x'" + HexFormat.of().formatHex(text.getBytes(StandardCharsets.UTF_8)) + "' as text)";
        };
    }

    private String ofPostgres(String text) {
        String head = text.substring(0, text.length() / 2);
        String tail = text.substring(text.length() / 2);
        return switch (random.nextInt(7)) {
            case 0 -> (random.nextBoolean() ? "E'" : "e'") + escaped('\'', text) + "'";
            case 1 -> "E'" + escaped('\'', head) + "' -- it's\n '" + escaped('\'', tail) + "'";
            case 2 -> quoted('\'', head) + "\n" + quoted('\'', tail);
            case 3 -> "U&" + quoted('\'', text.replace("\\", "\\\\"));
            case 4, 5 -> dollars(text);
            default -> quoted('\'', text);
        };
    }

    private String dollars(String text) {
        String tag = anyOf(List.of("$$", "$é$", "$tag_1$", "$A$"));
        return (text + tag).indexOf(tag) == text.length() ? tag + text + tag : quoted('\'', text);
    }

    private String ofMariaDb(String text) {
        return switch (random.nextInt(4)) {
            case 0 -> "\"" + escaped('"', text) + "\"";
            case 1 -> "N'" + escaped('\'', text) + "'";
            case 2 ->
                "'" + escaped('\'', text.substring(0, text.length() / 2)) + "' \""
                        + escaped('"', text.substring(text.length() / 2)) + "\"";
            default -> "'" + escaped('\'', text) + "'";
        };
    }

    /** A quote is doubled or has a backslash before it. */
    private String escaped(char quote, String text) {
        String other = random.nextBoolean() ? "\\" + quote : "" + quote + quote;
        return text.replace("\\", "\\\\").replace("" + quote, other);
    }
}
