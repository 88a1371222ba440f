package dev.unirow.session.internal.unit;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import java.util.stream.LongStream;
import org.hibernate.dialect.Dialect;
import org.hibernate.dialect.PostgreSQLDialect;
import org.hibernate.persister.entity.EntityPersister;
import org.hibernate.reactive.id.impl.IdentifierGeneration;

/**
 * Keys of an identity column, taken before the rows are sent. No database promises the order of the keys that it
 * returns for several rows at once, so this is how each row of a batch can know its own.
 */
final class IdentityBlock {
    private final TrackedSession session;
    private final EntityPersister persister;
    private final String table;
    private final String column;

    IdentityBlock(TrackedSession session, EntityPersister persister) {
        this.session = session;
        this.persister = persister;
        this.table = persister.getIdentifierTableName();
        this.column = persister.getIdentifierColumnNames()[0];
    }

    /** Takes so many keys; none where the database cannot tell them ahead. */
    CompletionStage<List<Object>> take(int count) {
        if (count == 0) {
            return CompletableFuture.completedFuture(List.of());
        }
        Dialect dialect = session.getFactory().getJdbcServices().getDialect();
        if (dialect instanceof PostgreSQLDialect) {
            return fromSequence(count).thenApply(this::keys);
        }
        return session.writesAlone(persister)
                .thenCompose(alone -> alone ? aboveTheHighest(count) : CompletableFuture.completedFuture(List.of()));
    }

    private CompletionStage<List<Long>> fromSequence(int count) {
        String sequence = "pg_get_serial_sequence(" + literal(table) + ", "
                + literal(
                        column.startsWith("\"")
                                ? column.substring(1, column.length() - 1).replace("\"\"", "\"")
                                : column)
                + ")";
        return select("select nextval(" + sequence + ") from generate_series(1, " + count + ") where " + sequence
                + " is not null");
    }

    /** While this transaction is the only one that writes, no other can take them. */
    private CompletionStage<List<Object>> aboveTheHighest(int count) {
        return select("select count(*) from sqlite_schema where name = 'sqlite_sequence'")
                .thenCompose(found -> {
                    // AUTOINCREMENT gives no key twice, not even that of a row that is gone
                    String everGiven = found.get(0) == 0
                            ? "0"
                            : "coalesce((select seq from sqlite_sequence where name = "
                                    + literal(table.replace("\"", "").replace("`", "")) + "), 0)";
                    return select("select max(" + everGiven + ", coalesce((select max(" + column + ") from " + table
                            + "), 0))");
                })
                .thenApply(highest -> {
                    long last = Math.addExact(highest.get(0), count);
                    return keys(LongStream.rangeClosed(highest.get(0) + 1, last)
                            .boxed()
                            .toList());
                });
    }

    private static String literal(String text) {
        return "'" + text.replace("'", "''") + "'";
    }

    private CompletionStage<List<Long>> select(String sql) {
        return session.getReactiveConnection().selectJdbc(sql).thenApply(rows -> {
            try {
                List<Long> numbers = new ArrayList<>();
                while (rows.next()) {
                    numbers.add(rows.getLong(1));
                }
                return numbers;
            } catch (SQLException failure) {
                throw new CompletionException(failure);
            }
        });
    }

    private List<Object> keys(List<Long> numbers) {
        return numbers.stream()
                .<Object>map(number -> IdentifierGeneration.castToIdentifierType(number, persister))
                .toList();
    }
}
