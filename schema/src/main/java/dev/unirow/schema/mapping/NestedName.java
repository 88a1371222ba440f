package dev.unirow.schema.mapping;

/** A model that is a nested class, and whose name in HQL has the names of the classes around it: {@code Outer$Note}. */
final class NestedName {
    private NestedName() {}

    /** Whether an entity's name is what Hibernate makes of a nested class, and not one that was given. */
    static boolean isDefaultOf(String entity, Class<?> type) {
        String name = unqualified(type.getName());
        return entity.equals(name) && !name.equals(type.getSimpleName()); // in which a dollar may stand, too
    }

    static String unqualified(String name) {
        return name.substring(name.lastIndexOf('.') + 1);
    }
}
