package dev.unirow.model;

import dev.unirow.session.internal.mapping.SeenAttributes;

/** The attributes of a model that {@link Models} works with, which it shows nobody. */
public final class SeenByModels {
    private SeenByModels() {}

    public static SeenAttributes of(Class<?> model) {
        SeenAttributes seen = new SeenAttributes();
        add(seen, "", Shape.of(model));
        return seen;
    }

    private static void add(SeenAttributes seen, String prefix, Shape shape) {
        for (Property property : shape.properties()) {
            String name = prefix + property.name();
            Class<?> type = property.type().getRawClass();
            seen.add(name, property.kind().name(), type, property.reader());
            if (property.kind() == Property.Kind.EMBEDDED) {
                add(seen, name + ".", Shape.of(property, type));
            } else if (property.kind() == Property.Kind.COLLECTION) {
                Class<?> element = property.type().getContentType().getRawClass();
                seen.addElement(name, element);
                if (Shape.isEmbeddable(element)) {
                    add(seen, name + ".", Shape.of(property, element));
                }
            }
        }
    }
}
