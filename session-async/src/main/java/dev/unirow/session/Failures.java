package dev.unirow.session;

import dev.unirow.model.InvalidModelException;
import dev.unirow.model.Models;
import dev.unirow.session.ConstraintViolatedException.Kind;
import dev.unirow.session.internal.hr.CommitUnansweredException;
import dev.unirow.session.internal.hr.LostConnection;
import io.vertx.core.impl.NoStackTraceThrowable;
import io.vertx.sqlclient.DatabaseException;
import jakarta.persistence.EntityNotFoundException;
import jakarta.persistence.OptimisticLockException;
import java.net.ConnectException;
import java.net.UnknownHostException;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.hibernate.Hibernate;
import org.hibernate.HibernateException;
import org.hibernate.JDBCException;
import org.hibernate.ObjectNotFoundException;
import org.hibernate.PersistentObjectException;
import org.hibernate.PessimisticLockException;
import org.hibernate.StaleObjectStateException;
import org.hibernate.StaleStateException;
import org.hibernate.UnresolvableObjectException;
import org.hibernate.dialect.lock.OptimisticEntityLockException;
import org.hibernate.exception.ConstraintViolationException;
import org.hibernate.exception.LockAcquisitionException;
import org.hibernate.exception.SnapshotIsolationException;
import org.jspecify.annotations.Nullable;

/**
 * The one place where what Hibernate, Vert.x and the drivers throw becomes what Unirow throws: the same class for the same fact
 * on every database. The cause is kept, and what arises from a caller's own code passes unchanged.
 */
final class Failures {
    /** By its name: that driver may be absent. */
    private static final String SQLITE_POOL_EXHAUSTED = "dev.unirow.sqlite.SqlitePoolExhaustedException";

    private Failures() {}

    static Throwable translate(Throwable failure) {
        return translate(failure, Constraints.NONE);
    }

    /** {@link #translate(Throwable)}, with the names that the models give to constraints. */
    static Throwable translate(Throwable failure, Constraints constraints) {
        if (failure instanceof UnirowException || failure instanceof InvalidModelException) {
            return failure;
        }
        List<Throwable> chain = chain(failure);
        return first(chain, UnirowException.class)
                .<Throwable>map(found -> found)
                .or(() -> first(chain, jakarta.validation.ConstraintViolationException.class)
                        .map(InvalidModelException::from))
                .or(() -> first(chain, ConstraintViolationException.class).map(found -> constraint(found, constraints)))
                .or(() -> stale(chain, failure))
                .or(() -> readOnly(chain, failure))
                .or(() -> retryable(chain, failure))
                .or(() -> absent(chain, failure))
                .or(() -> connection(chain, failure))
                .or(() -> statement(chain, failure))
                .orElse(failure);
    }

    private static Throwable constraint(ConstraintViolationException violation, Constraints constraints) {
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
        return switch (kind) {
            case UNIQUE -> new UniqueViolationException(rule, state, violation);
            case FOREIGN_KEY -> new ForeignKeyViolationException(rule, state, violation);
            case NOT_NULL -> new NotNullViolationException(rule, state, violation);
            case CHECK -> new CheckViolationException(rule, state, violation);
        };
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

    private static Optional<Throwable> stale(List<Throwable> chain, Throwable failure) {
        return first(chain, StaleObjectStateException.class)
                .map(found -> stale(simpleName(found.getEntityName()), found.getIdentifier(), failure))
                .or(() -> first(chain, OptimisticEntityLockException.class)
                        .map(found -> staleModel(found.getEntity(), failure)))
                .or(() -> first(chain, OptimisticLockException.class)
                        .map(found -> staleModel(found.getEntity(), failure)))
                .or(() -> first(chain, StaleStateException.class).map(found -> stale(null, null, failure)));
    }

    private static Throwable staleModel(@Nullable Object model, Throwable failure) {
        if (model == null) {
            return stale(null, null, failure);
        }
        return stale(Hibernate.getClass(model).getSimpleName(), Models.pk(model), failure);
    }

    private static Throwable stale(@Nullable String model, @Nullable Object key, Throwable failure) {
        return new StaleModelException(
                (model == null ? "A row" : "The row of " + model + (key == null ? "" : " with key " + key))
                        + " was changed or deleted by another transaction since it was read. Read it again.",
                model,
                key,
                failure);
    }

    private static String simpleName(String entityName) {
        return entityName.substring(Math.max(entityName.lastIndexOf('.'), entityName.lastIndexOf('$')) + 1);
    }

    private static Optional<Throwable> readOnly(List<Throwable> chain, Throwable failure) {
        boolean refused = "25006".equals(sqlState(chain))
                || chain.stream()
                        .anyMatch(link -> link instanceof SQLException sql
                                && sql.getClass().getName().equals("org.sqlite.SQLiteException")
                                && (sql.getErrorCode() & 0xff) == 8);
        return refused ? Optional.of(new ReadOnlySessionException(failure)) : Optional.empty();
    }

    private static Optional<Throwable> retryable(List<Throwable> chain, Throwable failure) {
        String state = sqlState(chain);
        boolean lost = state != null && (state.startsWith("40") || state.equals("55P03"))
                || first(chain, LockAcquisitionException.class).isPresent()
                || first(chain, PessimisticLockException.class).isPresent()
                || first(chain, SnapshotIsolationException.class).isPresent();
        return lost
                ? Optional.of(new RetryableException(
                        "The transaction lost against another one and was rolled back. The same work may succeed when it is "
                                + "done again from its start.",
                        state,
                        failure))
                : Optional.empty();
    }

    private static Optional<Throwable> absent(List<Throwable> chain, Throwable failure) {
        Optional<Throwable> persistent = first(chain, PersistentObjectException.class)
                .map(found -> new NotManagedException(
                        "Cannot add a model that has a generated key already: it has a row, so this session would have to "
                                + "track it. Read it with find() and change that. (" + found.getMessage() + ")",
                        failure));
        return persistent.or(() -> first(chain, UnresolvableObjectException.class)
                .<Throwable>map(found -> new RowGone(found.getEntityName(), found.getIdentifier()).asException(failure))
                .or(() -> first(chain, ObjectNotFoundException.class)
                        .map(found -> new RowGone(found.getEntityName(), found.getIdentifier()).asException(failure)))
                .or(() -> first(chain, EntityNotFoundException.class)
                        .map(found -> new RowGone(null, null).asException(failure))));
    }

    private static Optional<Throwable> connection(List<Throwable> chain, Throwable failure) {
        if (first(chain, CommitUnansweredException.class).isPresent()) {
            return Optional.of(new CommitUnknownException(failure));
        }
        if (first(chain, NoStackTraceThrowable.class)
                        .filter(found -> "Timeout".equals(found.getMessage()))
                        .isPresent()
                || chain.stream().anyMatch(found -> found.getClass().getName().equals(SQLITE_POOL_EXHAUSTED))) {
            return Optional.of(new PoolExhaustedException(failure));
        }
        if (first(chain, ConnectException.class).isPresent()
                || first(chain, UnknownHostException.class).isPresent()) {
            return Optional.of(new DatabaseUnavailableException(
                    "The database could not be reached: " + rootMessage(chain) + ".", failure));
        }
        String state = sqlState(chain);
        boolean refused = state != null
                && (state.startsWith("28") || state.equals("3D000") || state.equals("08004") || state.startsWith("53"));
        if (refused) {
            return Optional.of(new DatabaseUnavailableException(
                    "The database refused the connection: " + rootMessage(chain) + ".", failure));
        }
        boolean lost = chain.stream().anyMatch(LostConnection::isEnd) || LostConnection.isStateOfEnd(state);
        return lost ? Optional.of(new ConnectionLostException(failure)) : Optional.empty();
    }

    private static Optional<Throwable> statement(List<Throwable> chain, Throwable failure) {
        boolean ofDatabase = first(chain, JDBCException.class).isPresent()
                || first(chain, SQLException.class).isPresent()
                || first(chain, DatabaseException.class).isPresent()
                || first(chain, HibernateException.class).isPresent();
        return ofDatabase
                ? Optional.of(new StatementException(
                        "The statement failed: " + rootMessage(chain) + ".", sqlState(chain), failure))
                : Optional.empty();
    }

    private static @Nullable String sqlState(List<Throwable> chain) {
        for (Throwable link : chain) {
            String state = link instanceof DatabaseException database
                    ? database.getSqlState()
                    : link instanceof SQLException sql ? sql.getSQLState() : null;
            if (state != null) {
                return state;
            }
        }
        return null;
    }

    private static String rootMessage(List<Throwable> chain) {
        String message = chain.get(chain.size() - 1).getMessage();
        return message == null ? chain.get(0).getClass().getSimpleName() : message.replaceAll("\\.$", "");
    }

    private static <T extends Throwable> Optional<T> first(List<Throwable> chain, Class<T> type) {
        return chain.stream().filter(type::isInstance).map(type::cast).findFirst();
    }

    private static List<Throwable> chain(Throwable failure) {
        Set<Throwable> seen = Collections.newSetFromMap(new IdentityHashMap<>());
        List<Throwable> chain = new ArrayList<>();
        for (Throwable link = failure; link != null && seen.add(link); link = link.getCause()) {
            chain.add(link);
        }
        return chain;
    }

    /** Hibernate names an entity by its class. */
    private record RowGone(
            @Nullable String entityName, @Nullable Object key) {
        NotFoundException asException(Throwable cause) {
            String name = entityName == null ? "row" : simpleName(entityName);
            return new NotFoundException(name, key, cause);
        }
    }
}
