package dev.unirow.session.internal.unit;

import dev.unirow.session.internal.wire.ParameterStyle;
import dev.unirow.session.internal.wire.SqlPieces;
import java.util.Locale;
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
        SqlPieces pieces = new SqlPieces(insert, ParameterStyle.NUMBERED);
        StringBuilder kept = new StringBuilder();
        int depth = 0;
        boolean said = false;
        while (pieces.next()) {
            String piece = pieces.piece();
            depth += piece.equals("(") ? 1 : piece.equals(")") ? -1 : 0;
            if (!said && depth == 0 && piece.toLowerCase(Locale.ROOT).equals("values")) {
                kept.append("overriding system value ");
                said = true;
            }
            kept.append(piece);
        }
        return kept.toString();
    }
}
