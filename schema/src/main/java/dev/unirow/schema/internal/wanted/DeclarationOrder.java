package dev.unirow.schema.internal.wanted;

import java.lang.reflect.Field;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.hibernate.MappingException;
import org.hibernate.boot.Metadata;
import org.hibernate.mapping.Column;
import org.hibernate.mapping.PersistentClass;
import org.hibernate.mapping.Property;
import org.hibernate.mapping.Selectable;
import org.hibernate.mapping.Table;

/**
 * Columns in the order in which the class declares its fields, the key first; Hibernate sorts them by size or alphabet.
 */
final class DeclarationOrder {
    private final Map<Table, Map<Column, Integer>> ranks = new HashMap<>();

    private DeclarationOrder() {}

    static DeclarationOrder of(Metadata metadata) {
        DeclarationOrder order = new DeclarationOrder();
        List<PersistentClass> classes = new ArrayList<>(metadata.getEntityBindings());
        // a subclass adds its columns behind those of its parents
        classes.sort(Comparator.comparingInt(DeclarationOrder::depth).thenComparing(PersistentClass::getEntityName));
        classes.forEach(order::add);
        return order;
    }

    List<Column> sort(Table table) {
        Map<Column, Integer> rank = ranks.getOrDefault(table, Map.of());
        List<Column> columns = new ArrayList<>(table.getColumns());
        columns.sort(Comparator.comparing((Column column) -> !table.isPrimaryKey(column))
                .thenComparing(column -> rank.getOrDefault(column, Integer.MAX_VALUE)));
        return columns;
    }

    private void add(PersistentClass entity) {
        List<String> declared = declaredFields(entity);
        List<Property> properties = new ArrayList<>(entity.getProperties());
        properties.sort(Comparator.comparingInt(property -> {
            int index = declared.indexOf(property.getName());
            return index < 0 ? Integer.MAX_VALUE : index;
        }));
        for (Property property : properties) {
            for (Selectable selectable : property.getSelectables()) {
                if (selectable instanceof Column column) { // a formula is none
                    Map<Column, Integer> rank =
                            ranks.computeIfAbsent(property.getValue().getTable(), table -> new HashMap<>());
                    rank.putIfAbsent(column, rank.size());
                }
            }
        }
    }

    private static List<String> declaredFields(PersistentClass entity) {
        List<String> names = new ArrayList<>();
        try {
            for (Class<?> type = entity.getMappedClass(); type != null; type = type.getSuperclass()) {
                List<String> own = new ArrayList<>();
                for (Field field : type.getDeclaredFields()) {
                    own.add(field.getName());
                }
                names.addAll(0, own);
            }
        } catch (MappingException e) {
            // a dynamic model has no class, and so no order of its own
            return List.of();
        }
        return names;
    }

    private static int depth(PersistentClass entity) {
        PersistentClass parent = entity.getSuperclass();
        return parent == null ? 0 : depth(parent) + 1;
    }
}
