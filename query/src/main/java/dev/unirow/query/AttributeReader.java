package dev.unirow.query;

import dev.unirow.model.spi.MappedAttribute;
import dev.unirow.model.spi.MappedAttribute.Kind;
import dev.unirow.model.spi.MappedClass;
import jakarta.persistence.Basic;
import jakarta.persistence.Column;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.Lob;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.OneToOne;
import java.lang.annotation.Annotation;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Predicate;

/** Reads what the annotations of mapped attributes say of their columns. */
final class AttributeReader {
    private AttributeReader() {}

    static Map<String, Attribute> read(MappedClass type) {
        Map<String, Attribute> attributes = new LinkedHashMap<>();
        type.attributes().forEach(mapped -> attributes.put(mapped.name(), read(mapped)));
        return attributes;
    }

    private static Attribute read(MappedAttribute mapped) {
        Class<?> raw = mapped.rawType();
        return new Attribute(
                mapped,
                Values.boxed(mapped.target()),
                !mapped.id() && !raw.isPrimitive() && isNullable(mapped),
                mapped.kind() == Kind.REFERENCE && holdsForeignKey(mapped),
                mapped.kind() == Kind.BASIC && raw == String.class && !mapped.has(Lob.class));
    }

    /** A key that refers to some other column than the target's key is compared through a join. */
    private static boolean holdsForeignKey(MappedAttribute mapped) {
        OneToOne one = mapped.annotation(OneToOne.class);
        JoinColumn column = mapped.annotation(JoinColumn.class);
        return (one == null || one.mappedBy().isEmpty())
                && (column == null || column.referencedColumnName().isEmpty());
    }

    private static boolean isNullable(MappedAttribute mapped) {
        return allows(mapped, Column.class, Column::nullable)
                && allows(mapped, JoinColumn.class, JoinColumn::nullable)
                && allows(mapped, Basic.class, Basic::optional)
                && allows(mapped, ManyToOne.class, ManyToOne::optional)
                && allows(mapped, OneToOne.class, OneToOne::optional);
    }

    private static <A extends Annotation> boolean allows(MappedAttribute mapped, Class<A> type, Predicate<A> allowed) {
        A annotation = mapped.annotation(type);
        return annotation == null || allowed.test(annotation);
    }
}
