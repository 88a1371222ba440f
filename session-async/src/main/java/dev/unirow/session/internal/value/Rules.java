package dev.unirow.session.internal.value;

import org.hibernate.engine.spi.SessionFactoryImplementor;
import org.hibernate.metamodel.mapping.AttributeMapping;
import org.hibernate.metamodel.mapping.BasicValuedModelPart;
import org.hibernate.metamodel.mapping.EmbeddableMappingType;
import org.hibernate.metamodel.mapping.EmbeddableValuedModelPart;
import org.hibernate.metamodel.mapping.JdbcMapping;
import org.hibernate.metamodel.mapping.ModelPart;
import org.hibernate.metamodel.mapping.PluralAttributeMapping;
import org.hibernate.type.BasicPluralType;
import org.hibernate.type.SqlTypes;
import org.jspecify.annotations.Nullable;

/**
 * Finds the rules of what a mapping consists of; null for what needs none.
 *
 * @param requireLengths whether texts may be longer than their columns declare for all that the database cares
 */
record Rules(SessionFactoryImplementor factory, Class<?> model, boolean requireLengths) {
    /** Of one value; collections in tables of their own have {@link #ofElements}. */
    @Nullable ValueRule of(@Nullable ModelPart part, String path) {
        ValueRule column = ofKind(part, path);
        boolean isWritten = !(part instanceof BasicValuedModelPart basic) || isWritten(basic);
        return part instanceof AttributeMapping attribute && isWritten
                ? NormalizedRule.of(attribute, model, path, column)
                : column;
    }

    private @Nullable ValueRule ofKind(@Nullable ModelPart part, String path) {
        if (part instanceof BasicValuedModelPart column) {
            return ofColumn(column, path);
        }
        return part instanceof EmbeddableValuedModelPart whole
                ? ofParts(whole.getEmbeddableTypeDescriptor(), path)
                : null;
    }

    @Nullable ValueRule ofElements(PluralAttributeMapping plural, String path) {
        ValueRule key = of(plural.getIndexDescriptor(), path);
        ValueRule element = of(plural.getElementDescriptor(), path);
        return key == null && element == null ? null : new ElementsRule(key, element);
    }

    @Nullable ValueRule ofParts(EmbeddableMappingType type, String path) {
        boolean isOneColumn = type.getAggregateMapping() != null;
        @Nullable ValueRule[] parts = new @Nullable ValueRule[type.getNumberOfAttributeMappings()];
        boolean any = false;
        for (int i = 0; i < parts.length; i++) {
            var part = type.getAttributeMapping(i);
            ValueRule rule = of(part, path + "." + part.getAttributeName());
            parts[i] = isOneColumn ? withinOneColumn(rule) : rule;
            any |= parts[i] != null;
        }
        return any ? new PartsRule(type, parts) : null;
    }

    /** JSON keeps what it is given, but for texts. */
    private static @Nullable ValueRule withinOneColumn(@Nullable ValueRule rule) {
        if (rule instanceof NormalizedRule normalized) {
            return normalized.with(withinOneColumn(normalized.column()));
        }
        if (rule instanceof ConvertedRule converted) {
            ValueRule stored = withinOneColumn(converted.stored());
            return stored == null ? null : new ConvertedRule(converted.type(), stored);
        }
        if (rule instanceof ArrayRule array) {
            return withinOneColumn(array.element()) == null ? null : rule;
        }
        if (rule instanceof TextRule text) {
            return text.ofAnyLength();
        }
        return rule instanceof JsonRule || rule instanceof PartsRule ? rule : null;
    }

    private static boolean isWritten(BasicValuedModelPart column) {
        return !column.isFormula() && (column.isInsertable() || column.isUpdateable());
    }

    private @Nullable ValueRule ofColumn(BasicValuedModelPart column, String path) {
        if (!isWritten(column)) {
            return null;
        }
        Place place = new Place(model, path, column, factory);
        JdbcMapping type = column.getJdbcMapping();
        return type instanceof BasicPluralType<?, ?> array
                ? ofArray(place, type, array.getElementType())
                : ofType(place, type);
    }

    /** Of what the elements are, also where JSON stands in for an array, as on MariaDB. */
    private @Nullable ValueRule ofArray(Place place, JdbcMapping type, JdbcMapping elements) {
        ValueRule whole = ofClass(place, type);
        ValueRule element = whole == null ? ofType(place, elements) : null;
        if (element == null) {
            return whole == null && JsonRule.isFor(type) ? new JsonRule(place, type) : whole;
        }
        return new ArrayRule(inArray(element));
    }

    private static ValueRule inArray(ValueRule element) {
        if (element instanceof DecimalRule decimals) {
            return decimals.inArray();
        }
        return element instanceof TextRule text ? text.ofAnyLength() : element;
    }

    private TextLength length(Place place, JdbcMapping type) {
        return requireLengths && isOfLength(type.getJdbcType().getDdlTypeCode())
                ? new TextLength(place.column().getLength())
                : TextLength.ANY;
    }

    private static boolean isOfLength(int code) {
        return switch (code) {
            case SqlTypes.CHAR, SqlTypes.VARCHAR, SqlTypes.NCHAR, SqlTypes.NVARCHAR -> true;
            default -> false;
        };
    }

    private @Nullable ValueRule ofType(Place place, JdbcMapping type) {
        ValueRule stored = JsonRule.isFor(type) ? new JsonRule(place, type) : ofClass(place, type);
        return stored == null || type.getValueConverter() == null ? stored : new ConvertedRule(type, stored);
    }

    private @Nullable ValueRule ofClass(Place place, JdbcMapping type) {
        Class<?> stored = type.getJdbcJavaType().getJavaTypeClass();
        if (TextRule.isFor(stored)) {
            return new TextRule(place, length(place, type));
        }
        if (TimeRule.isFor(stored)) {
            return new TimeRule(
                    place,
                    ColumnDigits.of(place.column(), factory.getJdbcServices().getDialect()),
                    type.getJdbcType().getDdlTypeCode() == SqlTypes.DATE);
        }
        if (RealRule.isFor(stored)) {
            return new RealRule(place);
        }
        if (DecimalRule.isFor(stored) && DecimalRule.isOfDecimals(type)) {
            return ofDecimal(place);
        }
        TextLength length = length(place, type);
        return length.most() == null ? null : new WrittenTextRule<>(place, type.getJdbcJavaType(), length);
    }

    private DecimalRule ofDecimal(Place place) {
        Integer precision = place.column().getPrecision();
        Integer scale = place.column().getScale();
        boolean isSqlite =
                factory.getJdbcServices().getDialect().getClass().getName().startsWith("dev.unirow.sqlite.");
        return new DecimalRule(place, precision, scale == null ? 0 : scale, isSqlite);
    }
}
