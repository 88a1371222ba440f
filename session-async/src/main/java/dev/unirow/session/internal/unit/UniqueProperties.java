package dev.unirow.session.internal.unit;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.hibernate.boot.Metadata;
import org.hibernate.mapping.Column;
import org.hibernate.mapping.Component;
import org.hibernate.mapping.PersistentClass;
import org.hibernate.mapping.Property;
import org.hibernate.mapping.UniqueKey;
import org.jspecify.annotations.Nullable;

/** Which properties of a model are unique together, as its mapping says; of a factory that was given, none is known. */
final class UniqueProperties {
    private final @Nullable Metadata metadata;

    UniqueProperties(@Nullable Metadata metadata) {
        this.metadata = metadata;
    }

    /** By their paths; the key is not among them. */
    List<List<String>> of(String entity) {
        PersistentClass mapped = metadata == null ? null : metadata.getEntityBinding(entity);
        if (mapped == null) {
            return List.of();
        }
        Map<String, String> paths = new HashMap<>();
        collect("", mapped.getPropertyClosure(), paths);
        List<List<String>> unique = new ArrayList<>();
        for (UniqueKey key : mapped.getTable().getUniqueKeys().values()) {
            List<String> together = key.getColumns().stream()
                    .map(column -> paths.get(column.getName()))
                    .toList();
            if (together.stream().allMatch(Objects::nonNull)) {
                unique.add(together);
            }
        }
        for (Column column : mapped.getTable().getColumns()) {
            String path = column.isUnique() ? paths.get(column.getName()) : null;
            if (path != null && !unique.contains(List.of(path))) {
                unique.add(List.of(path));
            }
        }
        return unique;
    }

    private static void collect(String prefix, List<Property> properties, Map<String, String> paths) {
        for (Property property : properties) {
            String path = prefix + property.getName();
            if (property.getValue() instanceof Component parts) {
                collect(path + ".", parts.getProperties(), paths);
            } else if (property.getSelectables().size() == 1
                    && property.getSelectables().get(0) instanceof Column column) {
                paths.put(column.getName(), path); // a formula is none
            }
        }
    }
}
