package dev.unirow.migrate.internal.script;

import dev.unirow.schema.lexer.SqlLexer;
import dev.unirow.schema.lexer.SqlSyntax;
import dev.unirow.schema.lexer.SqlToken;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * Cuts a script at the semicolons that end statements, so that a failing one can be named. It knows quotes, comments
 * and blocks as the database knows them, not SQL.
 */
final class StatementSplitter {
    private final String text;
    private final SqlSyntax syntax;
    private final List<ScriptItem> items = new ArrayList<>();
    private final CompoundBlock block = new CompoundBlock();
    private int line;
    private int start = -1;
    private int startLine;

    private StatementSplitter(String text, int firstLine, String dialect) {
        this.text = text;
        this.line = firstLine;
        this.syntax = syntax(dialect);
    }

    /** @throws ScriptSyntaxException when a quote, a comment or a block is not closed */
    static List<ScriptItem> split(String text, int firstLine, String dialect) {
        StatementSplitter splitter = new StatementSplitter(text, firstLine, dialect);
        splitter.run();
        return List.copyOf(splitter.items);
    }

    /** SQLite's for a dialect that is not known: it takes the quotes of most. */
    private static SqlSyntax syntax(String dialect) {
        return switch (dialect) {
            case "postgresql", "cockroachdb" -> SqlSyntax.POSTGRESQL;
            case "mysql", "mariadb" -> SqlSyntax.MARIADB;
            default -> SqlSyntax.SQLITE;
        };
    }

    private void run() {
        for (SqlToken token : SqlLexer.sent(text, syntax)) {
            if (token.reading() == SqlToken.Reading.UNENDED) {
                throw notClosed(token);
            }
            switch (token.kind()) {
                case BLANK -> {}
                case COMMENT -> comment(token.text());
                default -> token(token);
            }
            line += (int) token.text().chars().filter(c -> c == '\n').count();
        }
        if (block.isOpen()) {
            throw new ScriptSyntaxException(startLine, "the statement's BEGIN or CASE has no END.");
        }
        endStatement(text.length());
    }

    private void token(SqlToken token) {
        if (!token.is(";")) {
            if (start < 0) {
                start = token.start();
                startLine = line;
            }
            if (token.kind() == SqlToken.Kind.WORD) {
                block.word(token.text().toUpperCase(Locale.ROOT));
            }
        } else if (block.isOpen()) {
            block.semicolon();
        } else {
            endStatement(token.start());
        }
    }

    private void endStatement(int end) {
        if (start >= 0) {
            items.add(new ScriptItem.Statement(text.substring(start, end).strip(), startLine));
        }
        start = -1;
        block.reset();
    }

    private void comment(String comment) {
        ScriptItem directive = comment.startsWith("--") ? ScriptDirective.read(comment.stripTrailing(), line) : null;
        if (directive == null) {
            return;
        }
        if (start >= 0) {
            throw new ScriptSyntaxException(
                    line,
                    "a directive stands inside the statement that starts on line " + startLine
                            + ". End that statement with ';' first.");
        }
        items.add(directive);
    }

    private ScriptSyntaxException notClosed(SqlToken token) {
        return new ScriptSyntaxException(
                line,
                token.kind() == SqlToken.Kind.COMMENT
                        ? "the comment that starts here is not closed."
                        : "the quote " + token.quote() + " that opens here is not closed.");
    }
}
