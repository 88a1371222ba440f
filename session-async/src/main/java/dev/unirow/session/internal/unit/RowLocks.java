package dev.unirow.session.internal.unit;

import jakarta.persistence.LockModeType;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.hibernate.LockMode;
import org.hibernate.LockOptions;
import org.hibernate.engine.spi.EntityEntry;
import org.hibernate.engine.spi.EntityKey;
import org.hibernate.persister.entity.EntityPersister;
import org.hibernate.reactive.engine.ReactiveBeforeTransactionCompletionProcess;
import org.jspecify.annotations.Nullable;

/**
 * Rows that one transaction locks. An optimistic lock is a question (or an increment) that the commit asks; a
 * pessimistic one is the database's, which on SQLite is that of all who write.
 */
final class RowLocks {
    private final TrackedSession session;

    RowLocks(TrackedSession session) {
        this.session = session;
    }

    <T> CompletionStage<@Nullable T> find(Class<T> type, Object key, LockModeType mode) {
        EntityPersister persister = session.getFactory().getMappingMetamodel().getEntityDescriptor(type);
        requireVersion(persister, mode);
        if (isOptimistic(mode)) {
            return session.reactiveFind(type, key)
                    .thenCompose(found -> found == null
                            ? CompletableFuture.<@Nullable T>completedFuture(null)
                            : locked(found, mode).<@Nullable T>thenApply(ignored -> found));
        }
        return session.writesAlone(persister)
                .thenCompose(ignored -> pessimistic(type, key, persister, mode))
                .thenCompose(found -> found == null
                        ? CompletableFuture.<@Nullable T>completedFuture(null)
                        : forced(found, mode).<@Nullable T>thenApply(ignored -> found));
    }

    private <T> CompletionStage<@Nullable T> pessimistic(
            Class<T> type, Object key, EntityPersister persister, LockModeType mode) {
        Object tracked = session.getPersistenceContextInternal().getEntity(new EntityKey(key, persister));
        LockOptions options = options(mode);
        return tracked == null
                ? session.<@Nullable T>reactiveFind(type, key, options, null)
                : new TrackedRow(session, tracked)
                        .lock(options.getLockMode())
                        .thenCompose(ignored -> session.<@Nullable T>reactiveFind(type, key));
    }

    CompletionStage<Void> refresh(Object model, LockModeType mode) {
        EntityPersister persister = session.getEntityPersister(null, model);
        requireVersion(persister, mode);
        if (isOptimistic(mode)) {
            return session.reactiveRefresh(model, new LockOptions(LockMode.NONE))
                    .thenCompose(ignored -> locked(model, mode));
        }
        return session.writesAlone(persister)
                .thenCompose(ignored -> session.reactiveRefresh(model, options(mode)))
                .thenCompose(ignored -> forced(model, mode));
    }

    /** Hibernate Reactive can increment what it tracks, but not what it loads at the same time. */
    private CompletionStage<Void> forced(Object model, LockModeType mode) {
        return mode == LockModeType.PESSIMISTIC_FORCE_INCREMENT
                ? locked(model, mode)
                : CompletableFuture.completedFuture(null);
    }

    private CompletionStage<Void> locked(Object model, LockModeType mode) {
        session.rememberVersion(model);
        LockMode wanted = LockMode.fromJpaLockMode(mode);
        Object target = session.getPersistenceContextInternal().unproxy(model);
        EntityEntry entry = session.getPersistenceContextInternal().getEntry(target);
        return switch (wanted) {
            case PESSIMISTIC_FORCE_INCREMENT ->
                wanted.greaterThan(entry.getLockMode())
                        ? new TrackedRow(session, target).increment()
                        : CompletableFuture.completedFuture(null);
            case OPTIMISTIC_FORCE_INCREMENT -> {
                if (wanted.greaterThan(entry.getLockMode())) {
                    entry.setLockMode(wanted);
                    session.getReactiveActionQueue().registerProcess(incrementOfTracked(target));
                }
                yield CompletableFuture.completedFuture(null);
            }
            default -> session.reactiveLock(model, wanted);
        };
    }

    private ReactiveBeforeTransactionCompletionProcess incrementOfTracked(Object target) {
        return ignored -> session.getPersistenceContextInternal().getEntry(target) == null
                ? CompletableFuture.completedFuture(null)
                : new TrackedRow(session, target).increment();
    }

    private static LockOptions options(LockModeType mode) {
        return new LockOptions()
                .setLockMode(
                        mode == LockModeType.PESSIMISTIC_FORCE_INCREMENT
                                ? LockMode.PESSIMISTIC_WRITE
                                : LockMode.fromJpaLockMode(mode));
    }

    private static boolean isOptimistic(LockModeType mode) {
        return switch (mode) {
            case READ, WRITE, OPTIMISTIC, OPTIMISTIC_FORCE_INCREMENT -> true;
            case NONE, PESSIMISTIC_READ, PESSIMISTIC_WRITE, PESSIMISTIC_FORCE_INCREMENT -> false;
        };
    }

    private static void requireVersion(EntityPersister persister, LockModeType mode) {
        boolean asked = isOptimistic(mode) || mode == LockModeType.PESSIMISTIC_FORCE_INCREMENT;
        if (asked && !persister.isVersioned()) {
            throw new IllegalArgumentException("The lock mode " + mode + " needs a version, and "
                    + persister.getMappedClass().getSimpleName()
                    + " has none. Give it a property with @Version, or use PESSIMISTIC_WRITE.");
        }
    }
}
