package dev.unirow.session.internal.unit;

import static java.util.Objects.requireNonNull;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.Supplier;
import org.hibernate.engine.creation.internal.SessionBuilderImpl;
import org.hibernate.engine.internal.Versioning;
import org.hibernate.generator.values.GeneratedValues;
import org.hibernate.internal.SessionFactoryImpl;
import org.hibernate.reactive.persister.collection.impl.ReactiveCollectionPersister;
import org.hibernate.reactive.persister.entity.impl.ReactiveEntityPersister;
import org.hibernate.reactive.session.impl.ReactiveStatelessSessionImpl;
import org.jspecify.annotations.Nullable;

/**
 * Inserts rows whose models are not tracked. Of what an insert returns, Hibernate Reactive's own stateless session
 * keeps the key alone, so that the model would lack the defaults and the computed columns of its row.
 */
final class InsertingSession extends ReactiveStatelessSessionImpl {
    private final TrackedSession tracked;

    /** Not to be closed: that would end the transaction, and it holds nothing of its own. */
    InsertingSession(TrackedSession tracked, SessionFactoryImpl factory, SessionBuilderImpl options) {
        super(factory, options, tracked.getReactiveConnection());
        this.tracked = tracked;
    }

    CompletionStage<Void> insertRow(Object model) {
        ReactiveEntityPersister persister = getEntityPersister(null, model);
        if (!persister.hasInsertGeneratedProperties()) {
            return reactiveInsert(model);
        }
        Object[] state = persister.getValues(model);
        if (persister.isVersioned() && Versioning.seedVersion(model, state, persister, this)) {
            persister.setValues(model, state);
        }
        return RowKey.before(tracked, persister, model)
                .thenCompose(key -> insert(persister, model, state, key))
                .thenCompose(key -> insertCollections(persister, model, key));
    }

    private CompletionStage<Object> insert(
            ReactiveEntityPersister persister, Object model, Object[] state, @Nullable Object known) {
        if (known != null) {
            persister.setIdentifier(model, known, this);
        }
        boolean vetoed = firePreInsert(model, known, state, persister);
        if (vetoed) {
            throw new IllegalStateException("A listener refused to insert a row of "
                    + persister.getMappedClass().getSimpleName() + ".");
        }
        CompletionStage<GeneratedValues> sent = known == null
                ? persister.insertReactive(state, model, this)
                : persister.insertReactive(known, state, model, this);
        return sent.thenCompose(returned -> {
            Object key = known == null
                    ? requireNonNull(returned.getGeneratedValue(persister.getIdentifierMapping()))
                    : known;
            persister.setIdentifier(model, key, this);
            return persister
                    .reactiveProcessInsertGenerated(key, model, state, returned, this)
                    .thenApply(ignored -> {
                        firePostInsert(model, key, state, persister);
                        return key;
                    });
        });
    }

    private CompletionStage<Void> insertCollections(ReactiveEntityPersister persister, Object model, Object key) {
        List<Supplier<CompletionStage<Void>>> steps = new ArrayList<>();
        forEachOwnedCollection(
                model,
                key,
                persister,
                (rows, collection) ->
                        steps.add(() -> ((ReactiveCollectionPersister) rows).reactiveRecreate(collection, key, this)));
        CompletionStage<Void> all = CompletableFuture.completedFuture(null);
        for (Supplier<CompletionStage<Void>> step : steps) {
            all = all.thenCompose(ignored -> step.get());
        }
        return all;
    }
}
