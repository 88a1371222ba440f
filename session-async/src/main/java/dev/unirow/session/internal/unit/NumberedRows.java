package dev.unirow.session.internal.unit;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import org.hibernate.dialect.MariaDBDialect;
import org.hibernate.persister.entity.EntityPersister;
import org.hibernate.reactive.id.impl.IdentifierGeneration;

/**
 * New rows that the database numbers, many by one statement. MariaDB takes the numbers of a statement whose rows are
 * counted ahead in one go, ascending in the order of the rows, in every lock mode that it has for them
 * (https://mariadb.com/kb/en/auto_increment-handling-in-innodb/).
 */
final class NumberedRows {
    private static final int ROWS_AT_ONCE = 500;
    private static final int PARAMETERS_AT_ONCE = 60_000; // the protocol counts them in 16 bits

    private final TrackedSession session;
    private final EntityPersister persister;
    private final List<String> columns;
    private final List<Object[]> rows;

    /** @param columns those that the rows have values for: not the key's */
    NumberedRows(TrackedSession session, EntityPersister persister, List<String> columns, List<Object[]> rows) {
        this.session = session;
        this.persister = persister;
        this.columns = columns;
        this.rows = rows;
    }

    /** Whether the database numbers the rows of one statement in their order. */
    static boolean serve(TrackedSession session) {
        return session.getFactory().getJdbcServices().getDialect() instanceof MariaDBDialect;
    }

    /** The keys, in the order of the rows. */
    CompletionStage<List<Object>> send() {
        int atOnce = Math.min(ROWS_AT_ONCE, PARAMETERS_AT_ONCE / Math.max(1, columns.size()));
        List<Object> keys = new ArrayList<>(rows.size());
        CompletionStage<List<Object>> all = CompletableFuture.completedFuture(keys);
        for (int from = 0; from < rows.size(); from += atOnce) {
            List<Object[]> part = rows.subList(from, Math.min(rows.size(), from + atOnce));
            all = all.thenCompose(ignored -> send(part)).thenApply(given -> {
                keys.addAll(given);
                return keys;
            });
        }
        return all;
    }

    private CompletionStage<List<Object>> send(List<Object[]> part) {
        String row = "(" + String.join(", ", Collections.nCopies(columns.size(), "?")) + ")";
        String sql =
                "insert into " + persister.getIdentifierTableName() + " (" + String.join(", ", columns) + ") values "
                        + String.join(", ", Collections.nCopies(part.size(), row)) + " returning "
                        + persister.getIdentifierColumnNames()[0];
        Object[] values = part.stream().flatMap(Arrays::stream).toArray();
        return session.getReactiveConnection().selectJdbc(sql, values).thenApply(this::keys);
    }

    private List<Object> keys(ResultSet given) {
        try {
            List<Long> numbers = new ArrayList<>();
            while (given.next()) {
                numbers.add(given.getLong(1));
            }
            Collections.sort(numbers); // the order of what is returned is not promised
            return numbers.stream()
                    .<Object>map(number -> IdentifierGeneration.castToIdentifierType(number, persister))
                    .toList();
        } catch (SQLException failure) {
            throw new CompletionException(failure);
        }
    }
}
