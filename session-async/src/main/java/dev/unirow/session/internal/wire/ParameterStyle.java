package dev.unirow.session.internal.wire;

import dev.unirow.schema.lexer.SqlSyntax;
import java.util.List;
import java.util.Map;

/** How a driver marks parameters. SQL written by hand uses {@code ?} or {@code :name}, on every database. */
public enum ParameterStyle {
    /** SQLite's. */
    QUESTION_MARKS,
    /** Question marks, in a language whose literals have escapes: MariaDB's. */
    QUESTION_MARKS_AND_BACKSLASHES,
    /** {@code $1}, {@code $2}: PostgreSQL's. A question mark that is an operator is written twice, as in JDBC. */
    NUMBERED;

    /** Of the language that goes with it. */
    public SqlSyntax syntax() {
        return switch (this) {
            case QUESTION_MARKS -> SqlSyntax.SQLITE;
            case QUESTION_MARKS_AND_BACKSLASHES -> SqlSyntax.MARIADB;
            case NUMBERED -> SqlSyntax.POSTGRESQL;
        };
    }

    /** The parameters of a statement that is written for any database. */
    public StatementParameters parameters(String sql) {
        return new StatementParameters(sql, this);
    }

    /**
     * {@link StatementParameters#bind(List)}; without values nothing is taken for a parameter.
     *
     * @throws IllegalArgumentException if there are more or fewer values than parameters
     */
    public BoundStatement bind(String sql, List<?> values) {
        return values.isEmpty()
                ? new BoundStatement(sql, new Object[0])
                : parameters(sql).bind(values);
    }

    /**
     * {@link StatementParameters#bind(Map)}.
     *
     * @throws IllegalArgumentException if a value is missing, or stands for no parameter
     */
    public BoundStatement bind(String sql, Map<String, ?> values) {
        return parameters(sql).bind(values);
    }
}
