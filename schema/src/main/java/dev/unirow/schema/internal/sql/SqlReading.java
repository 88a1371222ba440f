package dev.unirow.schema.internal.sql;

import dev.unirow.schema.DatabaseKind;
import dev.unirow.schema.SchemaException;
import dev.unirow.schema.lexer.SqlLexer;
import dev.unirow.schema.lexer.SqlSyntax;
import dev.unirow.schema.lexer.SqlToken;
import java.util.List;

/** SQL of a mapping or a catalog as tokens, without blanks and comments. */
public final class SqlReading {
    private SqlReading() {}

    /** @throws SchemaException when a quote does not end, or a comment, which SQLite ends with the text */
    public static List<SqlToken> tokens(DatabaseKind kind, String sql) {
        List<SqlToken> tokens = all(kind, sql);
        for (SqlToken token : tokens) {
            boolean comment = token.kind() == SqlToken.Kind.COMMENT;
            boolean endsWithText = comment && kind == DatabaseKind.SQLITE;
            if (token.reading() == SqlToken.Reading.UNENDED && !endsWithText) {
                throw new SchemaException("The " + (comment ? "comment" : "quote") + " at character "
                        + (token.start() + 1) + " does not end in: " + sql);
            }
        }
        return tokens.stream().filter(token -> !isSkipped(token)).toList();
    }

    /** Double quotes enclose names, on MariaDB too: a mapping is written once for all databases. */
    static List<SqlToken> all(DatabaseKind kind, String sql) {
        return SqlLexer.sent(sql, kind == DatabaseKind.MARIADB ? SqlSyntax.MARIADB_ANSI_QUOTES : SqlSyntax.of(kind));
    }

    private static boolean isSkipped(SqlToken token) {
        return token.kind() == SqlToken.Kind.BLANK || token.kind() == SqlToken.Kind.COMMENT;
    }
}
