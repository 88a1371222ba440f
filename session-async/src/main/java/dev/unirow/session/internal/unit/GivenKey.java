package dev.unirow.session.internal.unit;

import dev.unirow.schema.lexer.SqlLexer;
import dev.unirow.schema.lexer.SqlSyntax;
import dev.unirow.schema.lexer.SqlToken;
import org.hibernate.dialect.PostgreSQLDialect;
import org.hibernate.persister.entity.EntityPersister;

/**
 * A key that an insert gives to a column which would give one itself. PostgreSQL refuses it for {@code generated always
 * as identity}, unless the statement says that it is meant; for other columns the words change nothing.
 */
final class GivenKey {
    private GivenKey() {}

    static boolean standsInColumnThatGivesOne(EntityPersister persister) {
        return persister.getGenerator().generatedOnExecution()
                && persister.getFactory().getJdbcServices().getDialect() instanceof PostgreSQLDialect;
    }

    /** The insert, with PostgreSQL's words for it before the values. */
    static String kept(String insert) {
        StringBuilder kept = new StringBuilder();
        int depth = 0;
        boolean said = false;
        for (SqlToken token : SqlLexer.sent(insert, SqlSyntax.POSTGRESQL)) {
            depth += token.is("(") ? 1 : token.is(")") ? -1 : 0;
            if (!said && depth == 0 && token.is("values")) {
                kept.append("overriding system value ");
                said = true;
            }
            kept.append(token.text());
        }
        return kept.toString();
    }
}
