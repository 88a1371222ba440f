package dev.unirow.schema.mapping;

import dev.unirow.schema.SchemaException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.hibernate.HibernateException;
import org.hibernate.MappingException;
import org.hibernate.boot.Metadata;
import org.hibernate.boot.MetadataSources;
import org.hibernate.mapping.PersistentClass;

/**
 * Hibernate's mapping of model classes under {@link ModelNaming}. A model that is nested in another class is called as
 * if it stood by itself in all that the database keeps, so that a class typed anew at a prompt, which is nested in
 * another class each time, finds its rows.
 */
public final class ModelMapping {
    private ModelMapping() {}

    /**
     * Reads the mapping.
     *
     * @throws MappingException if Hibernate cannot map the classes, or if two of them have one table by default
     * @throws SchemaException if it has no type for an attribute
     */
    public static Metadata of(MetadataSources sources) {
        Metadata metadata = build(sources);
        DiscriminatorValues.nameAfterClasses(metadata);
        DefaultTables.requireOneOwnerEach(metadata);
        importSimpleNames(metadata);
        return metadata;
    }

    private static Metadata build(MetadataSources sources) {
        try {
            return sources.buildMetadata();
        } catch (HibernateException
                | NullPointerException
                | UnsupportedOperationException
                | IllegalArgumentException e) {
            throw UnmappedTypes.named(e, sources);
        }
    }

    /**
     * HQL may name a nested class without those around it, which at a prompt nobody knows; an entity of that name goes
     * first.
     */
    private static void importSimpleNames(Metadata metadata) {
        Map<String, List<String>> entities = new TreeMap<>();
        for (PersistentClass model : metadata.getEntityBindings()) {
            Class<?> type = DefaultTables.typeOf(model);
            if (type != null && NestedName.isDefaultOf(model.getJpaEntityName(), type)) {
                entities.computeIfAbsent(type.getSimpleName(), name -> new ArrayList<>())
                        .add(model.getEntityName());
            }
        }
        entities.forEach((name, named) -> {
            if (named.size() == 1) {
                metadata.getImports().putIfAbsent(name, named.get(0));
            }
        });
    }
}
