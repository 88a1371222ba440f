package dev.unirow.session;

import dev.unirow.session.internal.echo.StatementPrivacy;
import dev.unirow.session.internal.failure.CauseChain;
import dev.unirow.session.internal.failure.Failures;
import dev.unirow.session.internal.wire.ParameterText;
import dev.unirow.session.internal.wire.StatementWatch;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.function.IntPredicate;
import org.jspecify.annotations.Nullable;

/** What is shown and told of the statements of one session, or of all that belong to none. */
final class WatchedScope implements StatementWatch {
    private static final String HIDDEN = "(parameters hidden)";

    private final Statements statements;
    private final @Nullable Echo own;
    private final List<StatementListener> listeners;

    /** @param own the session's own echo; null for the database's */
    WatchedScope(Statements statements, @Nullable Echo own, List<StatementListener> listeners) {
        this.statements = statements;
        this.own = own;
        this.listeners = listeners;
    }

    private Echo echo() {
        return own == null ? statements.echo() : own;
    }

    @Override
    public boolean isOn() {
        return statements.isStarted()
                && (echo() != Echo.OFF
                        || !listeners.isEmpty()
                        || statements.settings().slow() != null);
    }

    @Override
    public long nextTransaction() {
        return statements.nextTransaction();
    }

    @Override
    public Watched sent(SentStatement statement) {
        return new Sent(statement, echo());
    }

    /** One statement under way. */
    private final class Sent implements Watched {
        private final SentStatement statement;
        private final StatementPrivacy privacy;
        private final boolean shown;
        private final boolean rowsShown;
        private final @Nullable String parameters;
        private final Instant startedAt = Instant.now();

        Sent(SentStatement statement, Echo echo) {
            this.statement = statement;
            this.privacy = statement.isStep()
                    ? StatementPrivacy.OPEN
                    : statements.privateColumns().of(statement.sql());
            this.shown = echo != Echo.OFF;
            this.rowsShown = echo == Echo.DEBUG && !statement.isStep();
            // now, since drivers change the arrays
            this.parameters = shown ? parameters() : null;
            if (shown) {
                show();
            }
        }

        private void show() {
            if (statement.isStep()) {
                statements.log().step(statement.shown());
            } else {
                statements.log().statement(sql());
            }
        }

        private String sql() {
            return privacy.shown(statement.sql());
        }

        private String parameters() {
            return statements.settings().hideParameters() && values() > 0
                    ? HIDDEN
                    : EchoLog.batch(
                            statement.parameters(), row -> ParameterText.of(row, privacy.hidesParameters(row.length)));
        }

        private int values() {
            return statement.parameters().isEmpty() ? 0 : statement.parameters().get(0).length;
        }

        @Override
        public void answered(long nanos, @Nullable Throwable failure) {
            if (parameters != null && !statement.isStep()) {
                statements.log().answer(parameters, nanos, failure);
            }
        }

        @Override
        public boolean wantsRows() {
            return rowsShown;
        }

        @Override
        public void read(ReadRows rows) {
            if (statements.settings().hideParameters()) {
                statements.log().hiddenRows(rows.total());
            } else {
                IntPredicate hidden = privacy.hidesColumns(rows.columns());
                statements.log().rows(rows, privacy.shownLabels(rows.columns()), row -> ParameterText.of(row, hidden));
            }
        }

        @Override
        public void ended(long rows, long nanos, @Nullable Throwable failure) {
            Duration slow = statements.settings().slow();
            if (slow != null && nanos >= slow.toNanos()) {
                String values = statement.isStep() ? "" : parameters == null ? parameters() : parameters;
                statements.log().slow(sql(), values, nanos, failure != null);
            }
            if (!listeners.isEmpty()) {
                statements.tell(listeners, executed(rows, nanos, failure));
            }
        }

        private ExecutedStatement executed(long rows, long nanos, @Nullable Throwable failure) {
            return new ExecutedStatement(
                    statements.address(),
                    sql(),
                    values(),
                    statement.parameters().size(),
                    rows,
                    startedAt,
                    Duration.ofNanos(nanos),
                    statement.transaction(),
                    failure == null ? null : kindOf(failure));
        }

        private static ExecutedStatement.StatementFailure kindOf(Throwable failure) {
            CauseChain chain = CauseChain.of(failure);
            return new ExecutedStatement.StatementFailure(
                    Failures.translate(failure).getClass(), chain.sqlState(), chain.code());
        }
    }
}
