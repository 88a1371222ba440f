package dev.unirow.schema.mapping;

import dev.unirow.schema.DatabaseKind;
import dev.unirow.schema.SchemaException;
import dev.unirow.schema.internal.wanted.WantedSchema;
import java.time.temporal.Temporal;
import java.util.GregorianCalendar;
import org.hibernate.Length;
import org.hibernate.MappingException;
import org.hibernate.boot.Metadata;
import org.hibernate.mapping.BasicValue;
import org.hibernate.mapping.Collection;
import org.hibernate.mapping.Column;
import org.hibernate.mapping.Component;
import org.hibernate.mapping.IndexedCollection;
import org.hibernate.mapping.PersistentClass;
import org.hibernate.mapping.Property;
import org.hibernate.mapping.Selectable;
import org.hibernate.mapping.Value;
import org.hibernate.type.BasicPluralType;
import org.hibernate.type.BasicType;
import org.hibernate.type.SqlTypes;
import org.jspecify.annotations.Nullable;

/**
 * Refuses attributes whose type a database cannot hold before anything is sent to it, naming them. Hibernate would name
 * the column alone, or leave it to the driver to fail at the first row.
 */
public final class StorableTypes {
    private static final String NO_ELEMENT = "there is no type for its elements";

    private final Metadata metadata;
    private final DatabaseKind kind;

    private StorableTypes(Metadata metadata) {
        this.metadata = metadata;
        this.kind = DatabaseKind.of(metadata.getDatabase().getDialect());
    }

    /**
     * Looks at all attributes.
     *
     * @param metadata a complete mapping
     * @throws SchemaException naming the attribute, and what it may be mapped to instead
     */
    public static void require(Metadata metadata) {
        StorableTypes types = new StorableTypes(metadata);
        for (PersistentClass model : metadata.getEntityBindings()) {
            String name = model.getEntityName();
            if (model.getIdentifierProperty() != null) {
                types.require(name, model.getIdentifierProperty());
            }
            model.getDeclaredProperties().forEach(property -> types.require(name, property));
        }
    }

    private void require(String owner, Property property) {
        require(owner + "." + property.getName(), property.getValue());
    }

    private void require(String attribute, Value value) {
        if (value instanceof Component component) {
            if (component.getAggregateColumn() == null) {
                component.getProperties().forEach(part -> require(attribute, part));
            } else {
                requireNoXml(attribute, component.getAggregateColumn().getSqlTypeCode(metadata));
            }
        } else if (value instanceof Collection collection) {
            require(attribute, collection.getElement());
            if (value instanceof IndexedCollection indexed && indexed.getIndex() != null) {
                require(attribute, indexed.getIndex());
            }
        } else if (value instanceof BasicValue basic) {
            if (basic.isDisallowedWrapperArray()) {
                throw refused(attribute, "Hibernate maps byte[] and char[], and no arrays of their wrappers", null);
            }
            for (Selectable selectable : basic.getSelectables()) {
                if (selectable instanceof Column column) { // and not a formula
                    requireColumn(attribute, column);
                }
            }
            requireWritable(attribute, basic);
        }
    }

    private void requireColumn(String attribute, Column column) {
        if (WantedSchema.isGiven(column.getSqlType())) {
            return;
        }
        try {
            column.clone().getSqlType(metadata); // it keeps the type, and Bean Validation is still to set lengths
        } catch (MappingException unknown) {
            throw refused(
                    attribute,
                    unknown.getCause() instanceof ClassCastException
                            ? NO_ELEMENT
                            : String.valueOf(unknown.getMessage()),
                    unknown);
        }
    }

    private void requireWritable(String attribute, BasicValue value) {
        if (value.getType() instanceof BasicType<?> type) {
            requireNoXml(attribute, type.getJdbcType().getDefaultSqlTypeCode());
        }
        if (value.getType() instanceof BasicPluralType<?, ?> array) {
            requireArray(attribute, array.getElementType());
            return;
        }
        if (!(value.getType() instanceof BasicType<?> type) || type.getValueConverter() != null) {
            return;
        }
        Class<?> held = type.getJavaTypeDescriptor().getJavaTypeClass();
        int code = type.getJdbcType().getDdlTypeCode();
        if (Temporal.class.isAssignableFrom(held) && type.getJdbcType().isString() && isText(code)) {
            throw refused(attribute, "Hibernate writes no " + held.getSimpleName() + " as text", null);
        }
        if (held == GregorianCalendar.class && kind == DatabaseKind.MARIADB && isShort(value)) {
            throw refused(
                    attribute, "a serialized GregorianCalendar does not fit its column, as a Calendar does", null);
        }
        if (code == SqlTypes.JAVA_OBJECT && held == Object.class) {
            throw refused(attribute, "an Object may be of any type", null);
        }
    }

    /** Vert.x's client sends no XML to PostgreSQL, and reads it as null; of an array, no dialect makes a column. */
    private void requireNoXml(String attribute, int code) {
        if (code == SqlTypes.XML_ARRAY) {
            throw refused(attribute, "nothing but a text can be XML", null);
        }
        if (code == SqlTypes.SQLXML && kind == DatabaseKind.POSTGRESQL) {
            throw refused(attribute, "its client neither sends nor reads XML", null);
        }
    }

    /**
     * Objects that Hibernate serializes are no elements of PostgreSQL's arrays; elsewhere a whole array is one value.
     */
    private void requireArray(String attribute, BasicType<?> element) {
        if (kind == DatabaseKind.POSTGRESQL
                && element.getJdbcType().isBinary()
                && element.getJavaTypeDescriptor().getJavaTypeClass() != byte[].class) {
            throw refused(attribute, NO_ELEMENT, null);
        }
    }

    /** Of a time that is text on one database, the column is one for times to Hibernate. */
    private static boolean isText(int code) {
        return SqlTypes.isCharacterOrClobType(code);
    }

    private static boolean isShort(BasicValue value) {
        return value.getColumn() instanceof Column column
                && !WantedSchema.isGiven(column.getSqlType())
                && (column.getLength() == null || column.getLength() <= Length.DEFAULT);
    }

    private SchemaException refused(String attribute, String reason, @Nullable Throwable cause) {
        return refused(kind, attribute, reason, cause);
    }

    static SchemaException refused(DatabaseKind kind, String attribute, String reason, @Nullable Throwable cause) {
        return new SchemaException(
                "A type of the models does not exist on " + kind.id()
                        + ". Map the attribute to another one, by @JdbcTypeCode or a converter: '" + attribute
                        + "', as "
                        + reason,
                cause);
    }
}
