package dev.unirow.session.internal.unit;

import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.hibernate.Hibernate;
import org.hibernate.TransientObjectException;
import org.hibernate.engine.spi.EntityEntry;
import org.hibernate.engine.spi.PersistenceContext;
import org.hibernate.persister.entity.EntityPersister;
import org.hibernate.proxy.HibernateProxy;
import org.hibernate.type.CollectionType;
import org.hibernate.type.CompositeType;
import org.hibernate.type.EntityType;
import org.hibernate.type.Type;
import org.jspecify.annotations.Nullable;

/** Finds what Hibernate's words for an unsaved reference leave out: where it is. */
final class UnsavedReferences {
    private final TrackedSession session;
    private final PersistenceContext context;

    private UnsavedReferences(TrackedSession session) {
        this.session = session;
        this.context = session.getPersistenceContextInternal();
    }

    /** The failure, or one around it that names the attribute, where that is found among the session's models. */
    static Throwable named(TrackedSession session, Throwable failure) {
        for (Throwable link = failure; link != null; link = link.getCause()) {
            if (link instanceof TransientObjectException) {
                return new UnsavedReferences(session)
                        .first()
                        .<Throwable>map(found -> new UnsavedReferenceException(
                                found.owner(), found.attribute(), found.referred(), failure))
                        .orElse(failure);
            }
        }
        return failure;
    }

    private record Found(Class<?> owner, String attribute, Class<?> referred) {}

    private Optional<Found> first() {
        return Stream.of(context.reentrantSafeEntityEntries())
                .filter(entry -> !entry.getValue().getStatus().isDeletedOrGone())
                .flatMap(entry -> of(entry.getKey(), entry.getValue()))
                .findFirst();
    }

    private Stream<Found> of(Object model, EntityEntry entry) {
        EntityPersister persister = entry.getPersister();
        return of(
                persister.getMappedClass(),
                "",
                persister.getPropertyNames(),
                persister.getPropertyTypes(),
                persister.getValues(model));
    }

    private Stream<Found> of(Class<?> owner, String path, String[] names, Type[] types, @Nullable Object[] values) {
        Stream.Builder<Stream<Found>> found = Stream.builder();
        for (int i = 0; i < types.length; i++) {
            Object value = values[i];
            String at = path + names[i];
            if (types[i] instanceof CompositeType part && value != null) {
                found.add(of(
                        owner,
                        at + ".",
                        part.getPropertyNames(),
                        part.getSubtypes(),
                        part.getPropertyValues(value, session)));
            } else if (types[i] instanceof EntityType || types[i] instanceof CollectionType) {
                found.add(referred(value)
                        .filter(this::isUnsaved)
                        .map(model -> new Found(owner, at, Hibernate.getClass(model))));
            }
        }
        return found.build().flatMap(each -> each);
    }

    private static Stream<?> referred(@Nullable Object value) {
        if (value == null || !Hibernate.isInitialized(value)) {
            return Stream.empty();
        }
        return value instanceof Map<?, ?> map
                ? map.values().stream()
                : value instanceof Collection<?> collection ? collection.stream() : Stream.of(value);
    }

    /** By its key and version alone, which sends nothing. */
    private boolean isUnsaved(@Nullable Object model) {
        if (model == null || model instanceof HibernateProxy || context.getEntry(model) != null) {
            return false;
        }
        EntityPersister persister = session.getFactory().getMappingMetamodel().findEntityDescriptor(model.getClass());
        return persister != null && !Boolean.FALSE.equals(persister.isTransient(model, session));
    }
}
