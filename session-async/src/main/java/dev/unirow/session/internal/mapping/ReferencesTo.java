package dev.unirow.session.internal.mapping;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.hibernate.engine.spi.SessionFactoryImplementor;
import org.hibernate.persister.entity.EntityPersister;
import org.hibernate.type.CompositeType;
import org.hibernate.type.EntityType;
import org.hibernate.type.Type;

/** The to-one attributes that refer to a class, or to one that it extends. */
final class ReferencesTo {
    private ReferencesTo() {}

    /** As {@code Hero.team}, in the order of the alphabet. */
    static List<String> of(SessionFactoryImplementor factory, Class<?> type) {
        Set<String> found = new TreeSet<>();
        factory.getMappingMetamodel()
                .forEachEntityDescriptor(persister -> add(
                        factory,
                        type,
                        persister.getMappedClass().getSimpleName(),
                        persister.getPropertyNames(),
                        persister.getPropertyTypes(),
                        found));
        return List.copyOf(found);
    }

    private static void add(
            SessionFactoryImplementor factory,
            Class<?> referred,
            String path,
            String[] names,
            Type[] types,
            Set<String> found) {
        for (int i = 0; i < types.length; i++) {
            String at = path + "." + names[i];
            if (types[i] instanceof CompositeType part) {
                add(factory, referred, at, part.getPropertyNames(), part.getSubtypes(), found);
            } else if (types[i] instanceof EntityType reference) {
                EntityPersister target =
                        factory.getMappingMetamodel().findEntityDescriptor(reference.getAssociatedEntityName());
                if (target != null && target.getMappedClass().isAssignableFrom(referred)) {
                    found.add(at);
                }
            }
        }
    }
}
