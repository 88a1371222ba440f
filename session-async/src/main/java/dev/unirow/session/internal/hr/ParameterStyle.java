package dev.unirow.session.internal.hr;

/** How a driver marks parameters. SQL written by hand uses {@code ?}, on every database. */
public enum ParameterStyle {
    QUESTION_MARKS {
        @Override
        String adapt(String sql, int parameters) {
            return sql;
        }
    },
    /** {@code $1}, {@code $2}: PostgreSQL's. A question mark that is an operator is written twice, as in JDBC. */
    NUMBERED {
        @Override
        String adapt(String sql, int parameters) {
            return parameters == 0 ? sql : new NumberedParameters(sql).rewrite();
        }
    };

    abstract String adapt(String sql, int parameters);
}
