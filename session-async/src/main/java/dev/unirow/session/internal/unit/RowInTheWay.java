package dev.unirow.session.internal.unit;

import dev.unirow.query.HqlQuery;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.hibernate.persister.entity.EntityPersister;
import org.hibernate.proxy.HibernateProxy;
import org.hibernate.type.CompositeType;
import org.jspecify.annotations.Nullable;

/**
 * Whether a row with the key or with one of the unique values of a new model is there already: to be asked before the
 * callbacks of its insert, where those of a row that is not inserted would be wrong.
 */
final class RowInTheWay {
    private final TrackedSession session;
    private final EntityPersister persister;
    private final Object model;
    private final Map<String, Object> parameters = new LinkedHashMap<>();
    private final List<String> conditions = new ArrayList<>();

    RowInTheWay(TrackedSession session, EntityPersister persister, Object model) {
        this.session = session;
        this.persister = persister;
        this.model = model;
    }

    CompletionStage<Boolean> isThere(List<List<String>> unique) {
        addKey();
        for (List<String> properties : unique) {
            Map<String, @Nullable Object> values = new LinkedHashMap<>();
            properties.forEach(path -> values.put(path, persister.getPropertyValue(model, path)));
            add(values);
        }
        if (conditions.isEmpty()) {
            return CompletableFuture.completedFuture(false);
        }
        String hql = "select 1 from " + persister.getEntityName() + " e where " + String.join(" or ", conditions);
        return session.select(new HqlQuery<>(hql, parameters, Integer.class, null, 1))
                .getReactiveResultList()
                .thenApply(found -> !found.isEmpty());
    }

    private void addKey() {
        Object key = RowKey.given(session, persister, model);
        if (key == null) {
            return;
        }
        String property = persister.getIdentifierPropertyName();
        Map<String, @Nullable Object> values = new LinkedHashMap<>();
        if (persister.getIdentifierType() instanceof CompositeType composite) {
            String[] names = composite.getPropertyNames();
            Object[] parts = composite.getPropertyValues(key, session);
            for (int i = 0; i < names.length; i++) {
                values.put((property == null ? "" : property + ".") + names[i], parts[i]);
            }
        } else {
            values.put(String.valueOf(property), key);
        }
        add(values);
    }

    /** A missing value is equal to none, and a row refers to nothing that has no row. */
    private void add(Map<String, @Nullable Object> values) {
        if (values.values().stream().anyMatch(value -> value == null || isNew(value))) {
            return;
        }
        List<String> equal = new ArrayList<>();
        values.forEach((path, value) -> {
            String parameter = "p" + parameters.size();
            parameters.put(parameter, value);
            equal.add("e." + path + " = :" + parameter);
        });
        conditions.add("(" + String.join(" and ", equal) + ")");
    }

    private boolean isNew(Object value) {
        return session.getFactory().getMappingMetamodel().isEntityClass(value.getClass())
                && !(value instanceof HibernateProxy)
                && !session.contains(value);
    }
}
