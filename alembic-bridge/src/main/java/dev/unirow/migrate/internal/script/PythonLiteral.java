package dev.unirow.migrate.internal.script;

import dev.unirow.migrate.exception.RevisionFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Strings, {@code None}, and flat collections of strings in Python's notation. */
final class PythonLiteral {
    private final Path file;
    private final String text;
    private int at;

    PythonLiteral(Path file, String text, int start) {
        this.file = file;
        this.text = text;
        this.at = start;
    }

    /**
     * The string that the script opens with, trimmed; empty, and nothing consumed, when it opens with something else.
     */
    String docstring() {
        skipBlanks(true);
        int opening = at;
        if ("rRuU".indexOf(peek()) >= 0) {
            opening++;
        }
        for (String quote : List.of("\"\"\"", "'''", "\"", "'")) {
            if (text.startsWith(quote, opening)) {
                int close = text.indexOf(quote, opening + quote.length());
                if (close < 0) {
                    throw refused();
                }
                at = close + quote.length();
                return text.substring(opening + quote.length(), close).strip();
            }
        }
        return "";
    }

    int position() {
        return at;
    }

    /** Empty for {@code None} and for an empty collection. */
    List<String> strings() {
        skipBlanks(false);
        if (text.startsWith("None", at)) {
            return List.of();
        }
        for (String constructor : List.of("frozenset(", "tuple(", "list(", "set(")) {
            if (text.startsWith(constructor, at)) {
                at += constructor.length();
                List<String> inner = strings();
                skipBlanks(true);
                return inner;
            }
        }
        char opening = peek();
        if (opening == '(' || opening == '[' || opening == '{') {
            at++;
            return collection(opening == '(' ? ')' : opening == '[' ? ']' : '}');
        }
        List<String> found = new ArrayList<>();
        do {
            found.add(string());
            skipBlanks(false);
        } while (accept(',') && isQuoteNext());
        return List.copyOf(found);
    }

    private List<String> collection(char closing) {
        List<String> found = new ArrayList<>();
        skipBlanks(true);
        while (!accept(closing)) {
            if (text.startsWith("None", at) && found.isEmpty()) {
                at += "None".length();
            } else {
                found.add(string());
            }
            skipBlanks(true);
            if (peek() != closing && !accept(',')) {
                throw refused();
            }
            skipBlanks(true);
        }
        return List.copyOf(found);
    }

    private String string() {
        if ("rRuU".indexOf(peek()) >= 0) {
            at++;
        }
        char quote = peek();
        int close = quote == '\'' || quote == '"' ? text.indexOf(quote, at + 1) : -1;
        int lineEnd = text.indexOf('\n', at);
        if (close < 0
                || (lineEnd >= 0 && close > lineEnd)
                || text.substring(at, close).indexOf('\\') >= 0) {
            throw refused();
        }
        String value = text.substring(at + 1, close);
        at = close + 1;
        return value;
    }

    private boolean isQuoteNext() {
        skipBlanks(false);
        return peek() == '\'' || peek() == '"';
    }

    private void skipBlanks(boolean acrossLines) {
        while (at < text.length()) {
            char next = text.charAt(at);
            if (next == '#') {
                int end = text.indexOf('\n', at);
                at = end < 0 ? text.length() : end;
            } else if (next == '\\' && text.startsWith("\\\n", at)) {
                at += 2;
            } else if (Character.isWhitespace(next) && (acrossLines || next != '\n')) {
                at++;
            } else {
                return;
            }
        }
    }

    private boolean accept(char expected) {
        if (peek() != expected) {
            return false;
        }
        at++;
        return true;
    }

    private char peek() {
        return at < text.length() ? text.charAt(at) : '\0';
    }

    private RevisionFileException refused() {
        int line = (int) text.substring(0, at)
                        .chars()
                        .filter(character -> character == '\n')
                        .count()
                + 1;
        return new RevisionFileException(
                file,
                line,
                "the header is read without running Python: write None, a string, or a tuple of strings here.");
    }
}
