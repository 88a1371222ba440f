package dev.unirow.session.internal.unit;

import java.util.Iterator;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.hibernate.LockMode;
import org.hibernate.LockOptions;
import org.hibernate.StaleObjectStateException;
import org.hibernate.engine.spi.EntityEntry;
import org.hibernate.persister.entity.EntityPersister;
import org.hibernate.reactive.adaptor.impl.PreparedStatementAdaptor;
import org.hibernate.reactive.persister.entity.impl.ReactiveAbstractEntityPersister;
import org.hibernate.sql.ast.spi.ParameterMarkerStrategy;

/**
 * The row of a tracked model, to be locked in the version that the model has. Hibernate Reactive would do it too, but
 * logs as an error (HR000057) what it throws, and takes the names of properties for those of columns.
 */
final class TrackedRow {
    private final TrackedSession session;
    private final Object model;
    private final EntityEntry entry;
    private final EntityPersister persister;

    TrackedRow(TrackedSession session, Object model) {
        this.session = session;
        this.model = model;
        this.entry = session.getPersistenceContextInternal().getEntry(model);
        this.persister = entry.getPersister();
    }

    /** Waits for the database's lock, unless this session has one at least as strong. */
    CompletionStage<Void> lock(LockMode mode) {
        if (!mode.greaterThan(entry.getLockMode())) {
            return CompletableFuture.completedFuture(null);
        }
        String sql = ((ReactiveAbstractEntityPersister) persister)
                .generateSelectLockString(new LockOptions().setLockMode(mode));
        Object[] values = PreparedStatementAdaptor.bind(statement -> {
            int next = 1;
            persister.getIdentifierType().nullSafeSet(statement, entry.getId(), next, session);
            next += persister.getIdentifierColumnNames().length;
            if (persister.isVersioned()) {
                persister.getVersionType().nullSafeSet(statement, entry.getVersion(), next, session);
            }
        });
        return session.getReactiveConnection()
                .select(sql, values)
                .thenApply(Iterator::hasNext)
                .thenAccept(this::requireRow)
                .thenRun(() -> entry.setLockMode(mode));
    }

    /** Counts the version up at once. */
    CompletionStage<Void> increment() {
        Object version = entry.getVersion();
        Object next = ((ReactiveAbstractEntityPersister) persister)
                .nextVersionForLock(LockMode.PESSIMISTIC_FORCE_INCREMENT, entry.getId(), version, model, session);
        Object[] values = PreparedStatementAdaptor.bind(statement -> {
            persister.getVersionType().nullSafeSet(statement, next, 1, session);
            persister.getIdentifierType().nullSafeSet(statement, entry.getId(), 2, session);
            persister
                    .getVersionType()
                    .nullSafeSet(statement, version, 2 + persister.getIdentifierColumnNames().length, session);
        });
        return session.getReactiveConnection()
                .update(incrementSql(), values)
                .thenApply(rows -> rows > 0)
                .thenAccept(this::requireRow)
                .thenRun(() -> entry.setLockMode(LockMode.PESSIMISTIC_FORCE_INCREMENT));
    }

    private String incrementSql() {
        ParameterMarkerStrategy markers = session.getFactory().getJdbcServices().getParameterMarkerStrategy();
        String version = persister.getVersionMapping().getSelectionExpression();
        List<String> restrictions = Stream.concat(Stream.of(persister.getIdentifierColumnNames()), Stream.of(version))
                .toList();
        return "update " + persister.getMappedTableDetails().getTableName() + " set " + version + " = "
                + markers.createMarker(1, null) + " where "
                + IntStream.range(0, restrictions.size())
                        .mapToObj(i -> restrictions.get(i) + " = " + markers.createMarker(i + 2, null))
                        .collect(Collectors.joining(" and "));
    }

    private void requireRow(boolean there) {
        if (!there) {
            throw new StaleObjectStateException(persister.getEntityName(), entry.getId());
        }
    }
}
