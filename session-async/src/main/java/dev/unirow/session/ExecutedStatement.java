package dev.unirow.session;

import dev.unirow.session.exception.UniqueViolationException;
import dev.unirow.session.internal.echo.StatementSummary;
import dev.unirow.session.internal.wire.ParameterStyle;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A statement that has ended, as a {@link StatementListener} is told of it; {@code BEGIN}, {@code COMMIT},
 * {@code ROLLBACK} and those about savepoints too. It holds no bound value.
 *
 * @param database where it was sent
 * @param sql as it was sent: with parameters as the database marks them, and with literals, apart from such as belong
 *     to a {@code @Private} property; {@link #queryText()} has none
 * @param parameters how many values were bound, in a batch for each of its rows
 * @param batchSize how many rows of values were sent with it; 1 for a single statement
 * @param rows how many rows it changed or read; -1 where the database does not tell
 * @param startedAt when it was sent
 * @param time how long the database was waited for; for a stream without the time between its reads
 * @param transaction a number that the statements of one transaction share, unique in this database object; 0 outside
 *     of transactions. Not one of the database's own.
 * @param failure what the caller fails with, without its message, which might hold values; null if it succeeded
 */
public record ExecutedStatement(
        DatabaseAddress database,
        String sql,
        int parameters,
        int batchSize,
        long rows,
        Instant startedAt,
        Duration time,
        long transaction,
        @Nullable StatementFailure failure) {
    /**
     * How a statement failed.
     *
     * @param type the class of the exception, {@link UniqueViolationException} for example
     * @param sqlState what the database answered; null where it has not, or has none, as SQLite
     * @param code the database's own number of the error; null where it has none, as PostgreSQL
     */
    public record StatementFailure(
            Class<? extends Throwable> type,
            @Nullable String sqlState,
            @Nullable Integer code) {}

    public boolean succeeded() {
        return failure == null;
    }

    /** The SQL with {@code ?} for each literal. Made anew at each call. */
    public String queryText() {
        return summary().queryText();
    }

    /**
     * What it does, in capitals: {@code SELECT}, {@code INSERT}, {@code CREATE TABLE}, {@code COMMIT}. Read from the
     * SQL at each call.
     */
    public String operation() {
        return summary().operation();
    }

    /** The table, where it names just one; empty for several, and for none. Read from the SQL at each call. */
    public Optional<String> table() {
        return summary().table();
    }

    private StatementSummary summary() {
        return StatementSummary.of(
                sql,
                switch (database.kind()) {
                    case POSTGRESQL -> ParameterStyle.NUMBERED;
                    case MARIADB -> ParameterStyle.QUESTION_MARKS_AND_BACKSLASHES;
                    case SQLITE -> ParameterStyle.QUESTION_MARKS;
                });
    }
}
