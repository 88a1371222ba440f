package dev.unirow.query;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * An update or delete statement as HQL, ready for Hibernate's {@code createMutationQuery(hql)}.
 *
 * @param parameters by name, in the order of their appearance; never null; a collection stands for a list of values
 */
public record HqlMutation(String hql, Map<String, Object> parameters) {
    public HqlMutation {
        parameters = Collections.unmodifiableMap(new LinkedHashMap<>(parameters));
    }

    /** @throws IllegalStateException if nothing is set */
    public static HqlMutation of(Update<?> update) {
        return MutationHql.update(update);
    }

    public static HqlMutation of(Delete<?> delete) {
        return MutationHql.delete(delete);
    }
}
