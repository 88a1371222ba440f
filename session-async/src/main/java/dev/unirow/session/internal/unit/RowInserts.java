package dev.unirow.session.internal.unit;

import dev.unirow.model.Models;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.hibernate.engine.creation.internal.SessionBuilderImpl;
import org.hibernate.engine.spi.SessionImplementor;
import org.hibernate.internal.SessionFactoryImpl;
import org.hibernate.internal.SessionImpl;
import org.hibernate.persister.entity.AbstractEntityPersister;
import org.hibernate.persister.entity.EntityPersister;
import org.jspecify.annotations.Nullable;

/**
 * Inserts many rows past the managed models: class by class as {@link RowBatch}es, and row by row where a class needs
 * more than that.
 */
final class RowInserts {
    private final TrackedSession session;
    private final SessionFactoryImpl factory;
    private final Map<EntityPersister, List<Object>> models = new LinkedHashMap<>();

    RowInserts(TrackedSession session, SessionFactoryImpl factory, List<?> models) {
        this.session = session;
        this.factory = factory;
        for (Object model : models) {
            this.models
                    .computeIfAbsent(session.getEntityPersister(null, model), ignored -> new ArrayList<>())
                    .add(model);
        }
    }

    CompletionStage<Void> run() {
        models.values().forEach(each -> each.forEach(this::prepare));
        CompletionStage<Void> all = CompletableFuture.completedFuture(null);
        for (Map.Entry<EntityPersister, List<Object>> each : models.entrySet()) {
            all = all.thenCompose(ignored -> insert(each.getKey(), each.getValue()));
        }
        return all;
    }

    private void prepare(Object model) {
        EntityPersister persister = session.getEntityPersister(null, model);
        factory.getEventEngine().getCallbackRegistry().preCreate(model);
        session.referByKey(model, Set.of());
        NewRows.emptyUnloaded(persister, model);
        session.prepareValues(model);
        Models.validate(model);
        if (RowKey.given(session, persister, model) == null) {
            session.willBeInserted(model);
        }
    }

    private CompletionStage<Void> insert(EntityPersister persister, List<Object> rows) {
        CompletionStage<Boolean> batch = RowBatch.serves(persister)
                ? new RowBatch(session, (AbstractEntityPersister) persister, rows).run()
                : CompletableFuture.completedFuture(false);
        return batch.thenCompose(
                done -> done ? CompletableFuture.<Void>completedFuture(null) : insertEach(persister, rows));
    }

    private CompletionStage<Void> insertEach(EntityPersister persister, List<Object> rows) {
        for (Object model : rows) {
            if (persister.getGenerator().generatesOnInsert() && RowKey.given(session, persister, model) != null) {
                throw new IllegalArgumentException("Cannot insert "
                        + persister.getMappedClass().getSimpleName()
                        + " with a key that is generated for its class. Leave the key out, or use insert().");
            }
        }
        var stateless = new InsertingSession(session, factory, options());
        CompletionStage<@Nullable Void> all = CompletableFuture.completedFuture(null);
        for (Object model : rows) {
            WrittenRow row = new WrittenRow(persister.getMappedClass(), model, RowKey.given(session, persister, model));
            all = all.thenCompose(ignored -> {
                        session.rows().begin(row);
                        return stateless.insertRow(model);
                    })
                    .thenApply(ignored -> {
                        session.rows().end();
                        factory.getEventEngine().getCallbackRegistry().postCreate(model);
                        return null;
                    });
        }
        return all.thenAccept(ignored -> {});
    }

    private SessionBuilderImpl options() {
        return new SessionBuilderImpl(factory) {
            @Override
            protected SessionImplementor createSession() {
                return new SessionImpl(factory, this);
            }
        };
    }
}
