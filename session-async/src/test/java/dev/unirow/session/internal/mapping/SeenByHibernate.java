package dev.unirow.session.internal.mapping;

import java.util.List;
import java.util.Map;
import org.hibernate.boot.Metadata;
import org.hibernate.boot.MetadataSources;
import org.hibernate.boot.registry.BootstrapServiceRegistryBuilder;
import org.hibernate.boot.registry.StandardServiceRegistry;
import org.hibernate.boot.registry.StandardServiceRegistryBuilder;
import org.hibernate.engine.jdbc.connections.internal.UserSuppliedConnectionProviderImpl;
import org.hibernate.mapping.Collection;
import org.hibernate.mapping.Component;
import org.hibernate.mapping.PersistentClass;
import org.hibernate.mapping.Property;
import org.hibernate.mapping.ToOne;
import org.hibernate.mapping.Value;
import org.hibernate.property.access.spi.Getter;

/** The mapping of models as Hibernate makes it, without a database. */
final class SeenByHibernate implements AutoCloseable {
    private final StandardServiceRegistry registry;
    private final Metadata metadata;

    SeenByHibernate(List<Class<?>> classes) {
        registry = new StandardServiceRegistryBuilder(new BootstrapServiceRegistryBuilder().build())
                .applySettings(Map.of(
                        "hibernate.dialect",
                        "dev.unirow.sqlite.dialect.SqliteDialect",
                        "hibernate.boot.allow_jdbc_metadata_access",
                        false,
                        "hibernate.connection.provider_class",
                        new UserSuppliedConnectionProviderImpl()))
                .build();
        MetadataSources sources = new MetadataSources(registry);
        classes.forEach(sources::addAnnotatedClass);
        metadata = sources.buildMetadata();
    }

    List<Class<?>> models() {
        return metadata.getEntityBindings().stream()
                .<Class<?>>map(PersistentClass::getMappedClass)
                .toList();
    }

    String entityName(Class<?> model) {
        return metadata.getEntityBinding(model.getName()).getJpaEntityName();
    }

    SeenAttributes of(Class<?> model) {
        PersistentClass mapped = metadata.getEntityBinding(model.getName());
        SeenAttributes seen = new SeenAttributes();
        for (PersistentClass at = mapped; at != null; at = at.getSuperclass()) {
            at.getProperties().forEach(property -> add(seen, "", property, model));
        }
        Component parts = mapped.getIdentifierMapper();
        if (mapped.getIdentifierProperty() != null) {
            add(seen, "", mapped.getIdentifierProperty(), model);
        } else if (parts == null) {
            parts = (Component) mapped.getIdentifier();
        }
        if (parts != null) {
            parts.getProperties().forEach(part -> add(seen, "", part, model));
        }
        return seen;
    }

    private void add(SeenAttributes seen, String prefix, Property property, Class<?> in) {
        if (property.getName().startsWith("_")) {
            return; // what Hibernate makes up for a key class
        }
        String name = prefix + property.getName();
        Value value = property.getValue();
        // records have no setters
        Getter getter = property.getPropertyAccessStrategy(in)
                .buildPropertyAccess(in, property.getName(), false)
                .getGetter();
        String kind = value instanceof ToOne
                ? "REFERENCE"
                : value instanceof Component ? "EMBEDDED" : value instanceof Collection ? "COLLECTION" : "BASIC";
        seen.add(
                name,
                kind,
                value instanceof Collection ? Object.class : property.getType().getReturnedClass(),
                getter.getMember());
        if (value instanceof Component component) {
            addParts(seen, name, component);
        } else if (value instanceof Collection collection) {
            seen.addElement(name, collection.getElement().getType().getReturnedClass());
            if (collection.getElement() instanceof Component component) {
                addParts(seen, name, component);
            }
        }
    }

    private void addParts(SeenAttributes seen, String name, Component component) {
        component.getProperties().forEach(part -> add(seen, name + ".", part, component.getComponentClass()));
    }

    @Override
    public void close() {
        StandardServiceRegistryBuilder.destroy(registry);
    }
}
