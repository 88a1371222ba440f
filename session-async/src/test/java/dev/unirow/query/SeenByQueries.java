package dev.unirow.query;

import dev.unirow.model.spi.MappedAttribute.Kind;
import dev.unirow.session.internal.mapping.SeenAttributes;

/** The attributes of a model that statements can name, which they show nobody. */
public final class SeenByQueries {
    private SeenByQueries() {}

    public static SeenAttributes of(Class<?> model) {
        SeenAttributes seen = new SeenAttributes();
        add(seen, "", Shape.ofModel(model));
        return seen;
    }

    public static String entityName(Class<?> model) {
        return Shape.ofModel(model).entityName();
    }

    private static void add(SeenAttributes seen, String prefix, Shape shape) {
        for (Attribute attribute : shape.attributes()) {
            String name = prefix + attribute.name();
            seen.add(
                    name,
                    attribute.kind().name(),
                    attribute.type(),
                    attribute.mapped().reader());
            if (attribute.is(Kind.EMBEDDED)) {
                add(seen, name + ".", Shape.ofTarget(attribute));
            } else if (attribute.is(Kind.COLLECTION)) {
                seen.addElement(name, attribute.type());
            }
        }
    }
}
