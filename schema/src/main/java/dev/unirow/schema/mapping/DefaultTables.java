package dev.unirow.schema.mapping;

import dev.unirow.model.Naming;
import jakarta.persistence.Table;
import java.util.HashMap;
import java.util.Map;
import org.hibernate.MappingException;
import org.hibernate.boot.Metadata;
import org.hibernate.mapping.Collection;
import org.hibernate.mapping.PersistentClass;
import org.hibernate.mapping.SingleTableSubclass;
import org.jspecify.annotations.Nullable;

/**
 * Tables that are named after classes. Two classes may have one simple name, and would share a table that nobody asked
 * for; that two models name one table with {@code @Table} is their own decision.
 */
final class DefaultTables {
    private final Map<org.hibernate.mapping.Table, String> models = new HashMap<>();
    private final Map<org.hibernate.mapping.Table, Collection> collections = new HashMap<>();

    private DefaultTables() {}

    /** @throws MappingException naming the classes and the table */
    static void requireOneOwnerEach(Metadata metadata) {
        DefaultTables tables = new DefaultTables();
        metadata.getEntityBindings().forEach(tables::add);
        metadata.getCollectionBindings().forEach(tables::add);
    }

    private void add(PersistentClass model) {
        Class<?> type = typeOf(model);
        if (type == null
                || model instanceof SingleTableSubclass
                || !model.getTable().isPhysicalTable()) {
            return;
        }
        Table table = type.getDeclaredAnnotation(Table.class);
        String other =
                table == null || table.name().isBlank() ? models.putIfAbsent(model.getTable(), type.getName()) : null;
        if (other != null) {
            throw refused(other, type.getName(), model.getTable(), "@Table(name = …)");
        }
    }

    /** Tables of references are named after those of their models; those of values after the class that has them. */
    private void add(Collection collection) {
        Class<?> owner = typeOf(collection.getOwner());
        org.hibernate.mapping.Table table = collection.getCollectionTable();
        if (owner == null
                || collection.isOneToMany()
                || collection.isInverse()
                || !table.getName().startsWith(Naming.snakeCase(owner.getSimpleName()) + "_")) {
            return;
        }
        Collection other = collections.putIfAbsent(table, collection);
        Class<?> otherOwner = other == null ? null : typeOf(other.getOwner());
        if (other != null
                && otherOwner != null
                && otherOwner != owner
                && otherOwner.getSimpleName().equals(owner.getSimpleName())) {
            throw refused(other.getRole(), collection.getRole(), table, "@CollectionTable(name = …)");
        }
    }

    /** The class behind an entity; null for a dynamic model. */
    static @Nullable Class<?> typeOf(PersistentClass model) {
        return model.getClassName() == null ? null : model.getMappedClass();
    }

    private static MappingException refused(
            String one, String other, org.hibernate.mapping.Table table, String remedy) {
        return new MappingException("'" + one + "' and '" + other + "' would share the table '" + table.getName()
                + "', which is named after the simple name of their classes. Name the table of one of them with "
                + remedy + ", or rename a class.");
    }
}
