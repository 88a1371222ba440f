package dev.unirow.session.internal.failure;

import dev.unirow.model.InvalidModelException;
import dev.unirow.model.Models;
import dev.unirow.session.exception.CheckViolationException;
import dev.unirow.session.exception.ConstraintRule;
import dev.unirow.session.exception.ConstraintViolatedException.Kind;
import dev.unirow.session.exception.ForeignKeyViolationException;
import dev.unirow.session.exception.NotFoundException;
import dev.unirow.session.exception.NotManagedException;
import dev.unirow.session.exception.NotNullViolationException;
import dev.unirow.session.exception.ReadOnlySessionException;
import dev.unirow.session.exception.RetryableException;
import dev.unirow.session.exception.StaleModelException;
import dev.unirow.session.exception.StatementException;
import dev.unirow.session.exception.StatementTimeoutException;
import dev.unirow.session.exception.UniqueViolationException;
import dev.unirow.session.exception.UnirowException;
import dev.unirow.session.internal.unit.RefusedRowException;
import dev.unirow.session.internal.unit.WrittenRow;
import dev.unirow.session.internal.wire.OutdatedPlanException;
import io.vertx.core.impl.NoStackTraceThrowable;
import io.vertx.sqlclient.DatabaseException;
import jakarta.persistence.EntityNotFoundException;
import jakarta.persistence.OptimisticLockException;
import java.sql.SQLException;
import java.time.DateTimeException;
import java.util.List;
import java.util.Optional;
import org.hibernate.Hibernate;
import org.hibernate.HibernateException;
import org.hibernate.JDBCException;
import org.hibernate.NonUniqueObjectException;
import org.hibernate.ObjectNotFoundException;
import org.hibernate.PersistentObjectException;
import org.hibernate.PessimisticLockException;
import org.hibernate.QueryTimeoutException;
import org.hibernate.StaleObjectStateException;
import org.hibernate.StaleStateException;
import org.hibernate.UnresolvableObjectException;
import org.hibernate.dialect.lock.OptimisticEntityLockException;
import org.hibernate.exception.ConstraintViolationException;
import org.hibernate.exception.LockAcquisitionException;
import org.hibernate.exception.SnapshotIsolationException;
import org.jspecify.annotations.Nullable;

/**
 * The one place where what Hibernate, Vert.x and the drivers throw becomes what Unirow throws: the same class for the
 * same fact on every database. The cause is kept, and what arises from a caller's own code passes unchanged.
 */
public final class Failures {
    private static final String DETACHED_VERSIONED = "Detached entity with generated id";

    private static final String NANOS_OF_A_DAY = "86400000000000";

    private static final int MARIADB_STATEMENT_TIMEOUT = 1969;

    private Failures() {}

    /** {@link #translate(Throwable, Constraints)} before there are models. */
    public static Throwable translate(Throwable failure) {
        return translate(failure, Constraints.NONE);
    }

    /** @param constraints the names that the models give to constraints */
    public static Throwable translate(Throwable failure, Constraints constraints) {
        return failure instanceof RefusedRowException refused && refused.getCause() != null
                ? translate(refused.getCause(), constraints, refused.row())
                : translate(failure, constraints, null);
    }

    private static Throwable translate(Throwable failure, Constraints constraints, @Nullable WrittenRow row) {
        if (failure instanceof UnirowException || failure instanceof InvalidModelException) {
            return failure;
        }
        CauseChain chain = CauseChain.of(failure);
        return chain.first(UnirowException.class)
                .<Throwable>map(found -> found)
                .or(() -> chain.first(jakarta.validation.ConstraintViolationException.class)
                        .map(InvalidModelException::from))
                .or(() -> chain.first(ConstraintViolationException.class)
                        .map(found -> constraint(found, constraints, row)))
                .or(() -> chain.first(NonUniqueObjectException.class)
                        .map(found -> sameKey(found, failure, constraints, row)))
                .or(() -> UnsavedReference.in(chain, failure))
                .or(() -> stale(chain, failure, constraints, row))
                .or(() -> readOnly(chain, failure))
                .or(() -> retryable(chain, failure))
                .or(() -> statementTimeout(chain, failure))
                .or(() -> absent(chain, failure, constraints))
                .or(() -> LoginFaults.in(chain, failure))
                .or(() -> endOfDay(chain, failure))
                .or(() -> ConnectionFailures.in(chain, failure))
                .or(() -> statement(chain, failure, constraints))
                .orElse(failure);
    }

    private static Throwable constraint(
            ConstraintViolationException violation, Constraints constraints, @Nullable WrittenRow row) {
        String state = violation.getSQLState();
        Kind kind = kind(violation);
        if (kind == null) {
            // in other words than the database's, which may quote the row
            return new StatementException(
                    "The database refused a row that breaks a rule of its table"
                            + (state == null ? "" : " (SQLSTATE " + state + ")") + ": the cause says which.",
                    state,
                    violation);
        }
        ConstraintRule rule = constraints.broken(kind, violation);
        return switch (rule.kind()) {
            case UNIQUE -> new UniqueViolationException(rule, row, state, violation);
            case FOREIGN_KEY ->
                row == null && RowByRow.isDeleted(violation, rule)
                        ? new ForeignKeyViolationException(RowByRow.advice(rule), rule, state, violation)
                        : new ForeignKeyViolationException(rule, row, state, violation);
            case NOT_NULL -> new NotNullViolationException(rule, row, state, violation);
            case CHECK -> new CheckViolationException(rule, row, state, violation);
        };
    }

    /** Two models that a cascade reaches, or whose key comes from a reference. */
    private static Throwable sameKey(
            NonUniqueObjectException found, Throwable failure, Constraints constraints, @Nullable WrittenRow row) {
        Class<?> type = constraints.modelOf(found.getEntityName());
        ConstraintRule rule =
                type == null ? new ConstraintRule(Kind.UNIQUE, null, null, null, List.of()) : constraints.keyOf(type);
        return new UniqueViolationException(rule, row, failure);
    }

    /** Hibernate leaves the kind open where only SQLSTATE, or MariaDB's number of the error, tells it. */
    private static @Nullable Kind kind(ConstraintViolationException violation) {
        return switch (violation.getKind()) {
            case UNIQUE -> Kind.UNIQUE;
            case FOREIGN_KEY -> Kind.FOREIGN_KEY;
            case NOT_NULL -> Kind.NOT_NULL;
            case CHECK -> Kind.CHECK;
            default ->
                switch (String.valueOf(violation.getSQLState())) {
                    case "23505" -> Kind.UNIQUE;
                    case "23503", "23001" -> Kind.FOREIGN_KEY;
                    case "23502" -> Kind.NOT_NULL;
                    case "23514" -> Kind.CHECK;
                    case "23000" -> isDuplicateOfMariaDb(violation.getErrorCode()) ? Kind.UNIQUE : null;
                    default -> null;
                };
        };
    }

    /** By an altered table, or by a change that a foreign key handed on. */
    private static boolean isDuplicateOfMariaDb(int code) {
        return code == 1586 || code == 1761 || code == 1762;
    }

    private static Optional<Throwable> stale(
            CauseChain chain, Throwable failure, Constraints constraints, @Nullable WrittenRow row) {
        if (row != null && chain.has(StaleStateException.class)) {
            // Hibernate Reactive names the first row of a batch, whichever it is
            return Optional.of(new StaleModelException(row.type(), row.key(), failure));
        }
        return chain.first(StaleObjectStateException.class)
                .<Throwable>map(found -> new StaleModelException(
                        constraints.modelOf(found.getEntityName()), found.getIdentifier(), failure))
                .or(() -> chain.first(OptimisticEntityLockException.class)
                        .map(found -> staleModel(found.getEntity(), failure)))
                .or(() ->
                        chain.first(OptimisticLockException.class).map(found -> staleModel(found.getEntity(), failure)))
                .or(() -> chain.first(StaleStateException.class)
                        .map(found -> new StaleModelException(null, null, failure)));
    }

    private static Throwable staleModel(@Nullable Object model, Throwable failure) {
        return new StaleModelException(
                model == null ? null : Hibernate.getClass(model), model == null ? null : Models.pk(model), failure);
    }

    private static Optional<Throwable> readOnly(CauseChain chain, Throwable failure) {
        boolean refused = "25006".equals(chain.sqlState())
                || chain.links().stream()
                        .anyMatch(link -> link instanceof SQLException sql
                                && sql.getClass().getName().equals("org.sqlite.SQLiteException")
                                && (sql.getErrorCode() & 0xff) == 8);
        return refused ? Optional.of(new ReadOnlySessionException(failure)) : Optional.empty();
    }

    private static Optional<Throwable> retryable(CauseChain chain, Throwable failure) {
        if (chain.has(OutdatedPlanException.class)) {
            return Optional.of(new RetryableException(
                    "The schema changed after a statement was prepared on the connection, and the transaction was rolled "
                            + "back. The same work may succeed when it is done again from its start.",
                    chain.sqlState(),
                    failure));
        }
        String state = chain.sqlState();
        boolean lost = state != null && (state.startsWith("40") || state.equals("55P03"))
                || chain.has(LockAcquisitionException.class)
                || chain.has(PessimisticLockException.class)
                || chain.has(SnapshotIsolationException.class);
        return lost
                ? Optional.of(new RetryableException(
                        "The transaction lost against another one and was rolled back. The same work may succeed when it is "
                                + "done again from its start.",
                        state,
                        failure))
                : Optional.empty();
    }

    /** PostgreSQL has one SQLSTATE for a time-out and for a cancellation that an administrator asked for. */
    private static Optional<Throwable> statementTimeout(CauseChain chain, Throwable failure) {
        boolean tooLong = chain.has(QueryTimeoutException.class)
                || chain.first(DatabaseException.class)
                        .filter(answer -> "57014".equals(answer.getSqlState())
                                || answer.getErrorCode() == MARIADB_STATEMENT_TIMEOUT)
                        .isPresent();
        boolean asked = chain.links().stream()
                .anyMatch(link -> link instanceof DatabaseException answer
                        && String.valueOf(answer.getMessage()).contains("user request"));
        return tooLong && !asked
                ? Optional.of(new StatementTimeoutException(chain.sqlState(), failure))
                : Optional.empty();
    }

    private static Optional<Throwable> absent(CauseChain chain, Throwable failure, Constraints constraints) {
        Optional<Throwable> persistent = chain.first(PersistentObjectException.class)
                .<HibernateException>map(found -> found)
                .or(() -> chain.first(HibernateException.class)
                        .filter(found -> String.valueOf(found.getMessage()).startsWith(DETACHED_VERSIONED)))
                .map(found -> new NotManagedException(notNew(String.valueOf(found.getMessage())), failure));
        return persistent.or(() -> chain.first(UnresolvableObjectException.class)
                .<Throwable>map(found -> new NotFoundException(
                        constraints.modelOf(found.getEntityName()), found.getIdentifier(), failure))
                .or(() -> chain.first(ObjectNotFoundException.class)
                        .map(found -> new NotFoundException(
                                constraints.modelOf(found.getEntityName()), found.getIdentifier(), failure)))
                .or(() -> chain.first(EntityNotFoundException.class)
                        .map(found -> new NotFoundException(null, null, failure))));
    }

    /** Hibernate names the class last, with its package; of one that has a version, with that attribute. */
    private static String notNew(String told) {
        if (told.contains("proxy")) {
            return "Cannot add a reference that is not loaded: it stands for a row, which is there already. Use it as a "
                    + "reference, or load it with fetch().";
        }
        String last = told.substring(told.lastIndexOf(' ') + 1);
        String name = told.startsWith(DETACHED_VERSIONED) ? last.substring(0, last.lastIndexOf('.')) : last;
        return "Cannot add the " + name.substring(Math.max(name.lastIndexOf('.'), name.lastIndexOf('$')) + 1)
                + ": it has a generated key already, and add() is for rows that have yet to get one. save() inserts or updates by "
                + "the key that it has, insert() inserts with it; a row that is to be changed is read with find().";
    }

    /** What PostgreSQL rounds the last moments of a day to, and other programs write. */
    private static Optional<Throwable> endOfDay(CauseChain chain, Throwable failure) {
        return chain.first(DateTimeException.class)
                .filter(found -> String.valueOf(found.getMessage()).contains(NANOS_OF_A_DAY))
                .map(found -> new StatementException(
                        "The rows cannot be read: one of them holds the time 24:00:00, which no LocalTime is. Set it to the "
                                + "last time of a day, as in: update … set … = '23:59:59' where … = '24:00'. A revision that "
                                + "widens a column of whole seconds does so too.",
                        null,
                        failure));
    }

    private static Optional<Throwable> statement(CauseChain chain, Throwable failure, Constraints constraints) {
        boolean ofDatabase = chain.has(JDBCException.class)
                || chain.has(SQLException.class)
                || chain.has(DatabaseException.class)
                || chain.has(NoStackTraceThrowable.class); // values that Vert.x cannot send
        if (!ofDatabase) {
            return chain.first(HibernateException.class)
                    .map(found ->
                            new StatementException("The operation failed: " + withoutKeys(found) + ".", null, failure));
        }
        String state = chain.sqlState();
        String words = DatabaseWords.of(chain, constraints::shown)
                .orElse("the database's words, in the cause, may quote values");
        String shownState = state == null ? "" : " (SQLSTATE " + state + ")";
        return Optional.of(new StatementException(
                MissingTable.in(chain)
                        .map(missing -> missing.sentence(constraints, words, shownState))
                        .orElse("The statement failed: " + words + shownState + "."),
                state,
                failure));
    }

    /**
     * What Hibernate says, which quotes keys as {@code [Tag#key]} or {@code id 'key'}, and parameters as {@code value
     * [text]}.
     */
    private static String withoutKeys(Throwable found) {
        String message = found.getMessage();
        return message == null
                ? found.getClass().getSimpleName()
                : message.replaceAll("(?s)#.*]", "]")
                        .replaceAll("(?s) with id '.*'", "")
                        .replaceAll("(?si)\\b(value|argument) \\[.*]", "$1")
                        .replaceAll("\\.$", "");
    }
}
