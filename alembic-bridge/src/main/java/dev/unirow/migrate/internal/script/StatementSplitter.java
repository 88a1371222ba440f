package dev.unirow.migrate.internal.script;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Cuts a script at the semicolons that end statements, so that a failing one can be named. It knows quotes, comments
 * and blocks, not SQL.
 */
final class StatementSplitter {
    private final String text;
    private final SqlLexicon lexicon;
    private final List<ScriptItem> items = new ArrayList<>();
    private final CompoundBlock block = new CompoundBlock();
    private int at;
    private int line;
    private int start = -1;
    private int startLine;

    private StatementSplitter(String text, int firstLine, String dialect) {
        this.text = text;
        this.line = firstLine;
        this.lexicon = SqlLexicon.of(dialect);
    }

    /** @throws ScriptSyntaxException when a quote, a comment or a block is not closed */
    static List<ScriptItem> split(String text, int firstLine, String dialect) {
        StatementSplitter splitter = new StatementSplitter(text, firstLine, dialect);
        splitter.run();
        return List.copyOf(splitter.items);
    }

    private void run() {
        while (at < text.length()) {
            char next = text.charAt(at);
            if (next == '-' && text.startsWith("--", at)) {
                lineComment();
            } else if (next == '/' && text.startsWith("/*", at)) {
                blockComment();
            } else if (next == ';') {
                semicolon();
            } else if (Character.isWhitespace(next)) {
                advance(1);
            } else {
                begin();
                token(next);
            }
        }
        if (block.isOpen()) {
            throw new ScriptSyntaxException(startLine, "the statement's BEGIN or CASE has no END.");
        }
        endStatement();
    }

    private void token(char next) {
        String dollar = next == '$' && lexicon.dollarQuotes() ? dollarTag() : null;
        if (dollar != null) {
            quoted(dollar, dollar.length(), text.indexOf(dollar, at + dollar.length()));
        } else if (next == '\'' || next == '"' || next == '`') {
            quoted(String.valueOf(next), 1, closingQuote(next));
        } else if (Character.isLetter(next) || next == '_') {
            word();
        } else if (Character.isDigit(next)) {
            advance(wordEnd() - at);
        } else {
            advance(1);
        }
    }

    private void semicolon() {
        if (block.isOpen()) {
            block.semicolon();
        } else {
            endStatement();
        }
        advance(1);
    }

    private void begin() {
        if (start < 0) {
            start = at;
            startLine = line;
        }
    }

    private void endStatement() {
        if (start >= 0) {
            items.add(new ScriptItem.Statement(text.substring(start, at).strip(), startLine));
        }
        start = -1;
        block.reset();
    }

    private void lineComment() {
        int end = text.indexOf('\n', at);
        int stop = end < 0 ? text.length() : end;
        ScriptItem directive = ScriptDirective.read(text.substring(at, stop).stripTrailing(), line);
        if (directive != null) {
            if (start >= 0) {
                throw new ScriptSyntaxException(
                        line,
                        "a directive stands inside the statement that starts on line " + startLine
                                + ". End that statement with ';' first.");
            }
            items.add(directive);
        }
        advance(stop - at);
    }

    private void blockComment() {
        int opened = line;
        int depth = 0;
        do {
            if (at >= text.length()) {
                throw new ScriptSyntaxException(opened, "the comment that starts here is not closed.");
            }
            if (text.startsWith("/*", at) && (depth == 0 || lexicon.nestedComments())) {
                depth++;
                advance(2);
            } else if (text.startsWith("*/", at)) {
                depth--;
                advance(2);
            } else {
                advance(1);
            }
        } while (depth > 0);
    }

    private void quoted(String quote, int length, int closing) {
        if (closing < 0) {
            throw new ScriptSyntaxException(line, "the quote " + quote + " that opens here is not closed.");
        }
        advance(closing + length - at);
    }

    private int closingQuote(char quote) {
        boolean escapes = quote == '\'' && (lexicon.backslashEscapes() || escapePrefix());
        for (int close = at + 1; close < text.length(); close++) {
            char next = text.charAt(close);
            if (next == '\\' && escapes) {
                close++;
            } else if (next == quote) {
                if (close + 1 < text.length() && text.charAt(close + 1) == quote) {
                    close++;
                } else {
                    return close;
                }
            }
        }
        return -1;
    }

    /** PostgreSQL's {@code E'…'}: the letter stands alone before the quote. */
    private boolean escapePrefix() {
        boolean letter = lexicon.dollarQuotes() && at > 0 && "eE".indexOf(text.charAt(at - 1)) >= 0;
        return letter && (at == 1 || !isWordPart(text.charAt(at - 2)));
    }

    private @Nullable String dollarTag() {
        int close = at + 1;
        while (close < text.length() && isWordPart(text.charAt(close)) && text.charAt(close) != '$') {
            close++;
        }
        boolean closes = close < text.length() && text.charAt(close) == '$';
        boolean numbered = close > at + 1 && Character.isDigit(text.charAt(at + 1));
        return closes && !numbered ? text.substring(at, close + 1) : null;
    }

    private void word() {
        int end = wordEnd();
        block.word(text.substring(at, end).toUpperCase(Locale.ROOT));
        advance(end - at);
    }

    private int wordEnd() {
        int end = at + 1;
        while (end < text.length() && isWordPart(text.charAt(end))) {
            end++;
        }
        return end;
    }

    private static boolean isWordPart(char character) {
        return Character.isLetterOrDigit(character) || character == '_' || character == '$';
    }

    private void advance(int count) {
        for (int end = at + count; at < end; at++) {
            if (text.charAt(at) == '\n') {
                line++;
            }
        }
    }
}
