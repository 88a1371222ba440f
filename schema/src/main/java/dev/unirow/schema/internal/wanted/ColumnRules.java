package dev.unirow.schema.internal.wanted;

import dev.unirow.model.Models;
import dev.unirow.schema.DatabaseKind;
import jakarta.validation.Validator;
import jakarta.validation.constraints.DecimalMax;
import jakarta.validation.constraints.DecimalMin;
import jakarta.validation.constraints.Digits;
import jakarta.validation.constraints.Negative;
import jakarta.validation.constraints.NegativeOrZero;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.Positive;
import jakarta.validation.constraints.PositiveOrZero;
import jakarta.validation.constraints.Size;
import jakarta.validation.groups.Default;
import jakarta.validation.metadata.ConstraintDescriptor;
import jakarta.validation.metadata.PropertyDescriptor;
import java.lang.annotation.Annotation;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.hibernate.boot.Metadata;
import org.hibernate.mapping.BasicValue;
import org.hibernate.mapping.Component;
import org.hibernate.mapping.PersistentClass;
import org.hibernate.mapping.Property;
import org.hibernate.type.SqlTypes;
import org.hibernate.validator.constraints.CompositionType;
import org.hibernate.validator.constraints.ConstraintComposition;
import org.jspecify.annotations.Nullable;

/**
 * What Jakarta Validation says of columns and Hibernate leaves out of their tables, as conditions that mean the same to
 * every database. Hibernate itself knows {@code @NotNull}, {@code @Min}, {@code @Max}, {@code @Size(max)} and
 * {@code @Digits}, the last as a type alone.
 */
final class ColumnRules {
    private final Metadata metadata;
    private final DatabaseKind kind;
    private final Validator validator = Models.validatorFactory().getValidator();
    private final Map<Place, Set<String>> conditions = new HashMap<>();

    private record Place(org.hibernate.mapping.Table table, String column) {}

    private ColumnRules(Metadata metadata, DatabaseKind kind) {
        this.metadata = metadata;
        this.kind = kind;
    }

    static ColumnRules of(Metadata metadata, DatabaseKind kind) {
        ColumnRules rules = new ColumnRules(metadata, kind);
        for (PersistentClass model : metadata.getEntityBindings()) {
            List<Property> properties = new ArrayList<>(model.getProperties());
            Optional.ofNullable(model.getIdentifierProperty()).ifPresent(properties::add);
            rules.read(model.getMappedClass(), properties);
        }
        return rules;
    }

    /** Without names, in no order of their own. */
    Collection<String> conditions(org.hibernate.mapping.Table table, org.hibernate.mapping.Column column) {
        return conditions.getOrDefault(new Place(table, column.getName()), Set.of());
    }

    private void read(@Nullable Class<?> type, Collection<Property> properties) {
        if (type == null) {
            return;
        }
        for (Property property : properties) {
            PropertyDescriptor described =
                    validator.getConstraintsForClass(type).getConstraintsForProperty(property.getName());
            if (described == null) {
                continue;
            }
            if (property.getValue() instanceof Component embedded) {
                if (described.isCascaded()) {
                    read(embedded.getComponentClass(), embedded.getProperties());
                }
            } else if (property.getValue() instanceof BasicValue value
                    && value.resolve().getValueConverter() == null
                    && !value.getSelectables().isEmpty()
                    && value.getSelectables().get(0) instanceof org.hibernate.mapping.Column column) {
                read(described, value.getTable(), column);
            }
        }
    }

    private void read(
            PropertyDescriptor property, org.hibernate.mapping.Table table, org.hibernate.mapping.Column column) {
        int code = column.getSqlTypeCode(metadata);
        Class<?> type = property.getElementClass();
        boolean isNumber = SqlTypes.isNumericType(code)
                && (Number.class.isAssignableFrom(type) || (type.isPrimitive() && type != boolean.class));
        boolean isText = type == String.class && SqlTypes.isCharacterOrClobType(code);
        String name = column.getQuotedName(metadata.getDatabase().getDialect());
        property.findConstraints().unorderedAndMatchingGroups(Default.class).getConstraintDescriptors().stream()
                .flatMap(ColumnRules::withParts)
                .map(ConstraintDescriptor::getAnnotation)
                .flatMap(rule -> (isNumber
                                ? ofNumber(rule, SqlTypes.isNumericOrDecimal(code))
                                : isText ? ofText(rule) : Optional.<String>empty())
                        .stream())
                .forEach(condition -> conditions
                        .computeIfAbsent(new Place(table, column.getName()), key -> new LinkedHashSet<>())
                        .add(condition.replace("?", name)));
    }

    /** A rule that is made of others holds if all of them do. */
    private static Stream<ConstraintDescriptor<?>> withParts(ConstraintDescriptor<?> rule) {
        ConstraintComposition made = rule.getAnnotation().annotationType().getAnnotation(ConstraintComposition.class);
        return made != null && made.value() != CompositionType.AND
                ? Stream.empty()
                : Stream.concat(
                        Stream.of(rule), rule.getComposingConstraints().stream().flatMap(ColumnRules::withParts));
    }

    private Optional<String> ofNumber(Annotation rule, boolean isDecimal) {
        if (rule instanceof Positive) {
            return Optional.of("?>0");
        } else if (rule instanceof PositiveOrZero) {
            return Optional.of("?>=0");
        } else if (rule instanceof Negative) {
            return Optional.of("?<0");
        } else if (rule instanceof NegativeOrZero) {
            return Optional.of("?<=0");
        } else if (rule instanceof DecimalMin bound) {
            return Optional.of((bound.inclusive() ? "?>=" : "?>") + plain(bound.value()));
        } else if (rule instanceof DecimalMax bound) {
            return Optional.of((bound.inclusive() ? "?<=" : "?<") + plain(bound.value()));
        } else if (rule instanceof Digits digits && (!isDecimal || kind == DatabaseKind.SQLITE)) {
            return Optional.of(ofDigits(digits, isDecimal));
        }
        return Optional.empty();
    }

    /** Elsewhere the type of a decimal says it, which SQLite does not look at. */
    private static String ofDigits(Digits digits, boolean isDecimal) {
        String limit = BigDecimal.ONE.movePointRight(digits.integer()).toPlainString();
        return "?>-" + limit + " and ?<" + limit + (isDecimal ? " and round(?," + digits.fraction() + ")=?" : "");
    }

    /**
     * Databases count characters as Unicode does, Java counts halves of some: only whether there are any is the same to
     * all.
     */
    private Optional<String> ofText(Annotation rule) {
        boolean needsSome = rule instanceof NotEmpty || (rule instanceof Size size && size.min() > 0);
        return needsSome
                ? Optional.of((kind == DatabaseKind.MARIADB ? "char_length" : "length") + "(?)>0")
                : Optional.empty();
    }

    private static String plain(String number) {
        return new BigDecimal(number).toPlainString();
    }
}
