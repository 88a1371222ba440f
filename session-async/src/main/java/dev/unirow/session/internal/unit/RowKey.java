package dev.unirow.session.internal.unit;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.hibernate.generator.BeforeExecutionGenerator;
import org.hibernate.generator.EventType;
import org.hibernate.generator.Generator;
import org.hibernate.persister.entity.EntityPersister;
import org.hibernate.reactive.id.ReactiveIdentifierGenerator;
import org.hibernate.reactive.id.impl.IdentifierGeneration;
import org.hibernate.reactive.session.ReactiveConnectionSupplier;
import org.jspecify.annotations.Nullable;

/** Where the key of a new row comes from. */
final class RowKey {
    private RowKey() {}

    /** The key that the model has; null where it has none that stands for a row. */
    static @Nullable Object given(TrackedSession session, EntityPersister persister, Object model) {
        Object key = persister.getIdentifier(model, session);
        boolean unsaved = key == null
                || Boolean.TRUE.equals(
                        persister.getIdentifierMapping().getUnsavedStrategy().isUnsaved(key));
        return unsaved ? null : key;
    }

    /** The key that the model has or that is generated before the insert; null where the insert generates it. */
    static CompletionStage<@Nullable Object> before(TrackedSession session, EntityPersister persister, Object model) {
        Object given = given(session, persister, model);
        Generator generator = persister.getGenerator();
        if (given != null || !generator.generatesOnInsert()) {
            return CompletableFuture.completedFuture(given == null ? persister.getIdentifier(model, session) : given);
        }
        if (generator.generatedOnExecution(model, session)) {
            return CompletableFuture.completedFuture(null);
        }
        if (generator instanceof ReactiveIdentifierGenerator<?> reactive) {
            return reactive.generate((ReactiveConnectionSupplier) session, model)
                    .thenApply(id -> IdentifierGeneration.castToIdentifierType(id, persister));
        }
        return CompletableFuture.completedFuture(
                ((BeforeExecutionGenerator) generator).generate(session, model, null, EventType.INSERT));
    }
}
