package dev.unirow.model;

import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.validation.constraints.DecimalMax;
import jakarta.validation.constraints.DecimalMin;
import jakarta.validation.constraints.Email;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.Negative;
import jakarta.validation.constraints.NegativeOrZero;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Positive;
import jakarta.validation.constraints.PositiveOrZero;
import jakarta.validation.constraints.Size;
import jakarta.validation.metadata.ConstraintDescriptor;
import java.lang.annotation.Annotation;
import java.math.BigDecimal;
import java.util.Set;

/** Says the standard constraints in JSON Schema's words, those that make up a composed constraint too. Others are left to validation. */
final class SchemaConstraints {

    private SchemaConstraints() {}

    static boolean forbidNull(Set<ConstraintDescriptor<?>> constraints) {
        return constraints.stream()
                .anyMatch(constraint ->
                        forbidsNull(constraint.getAnnotation()) || forbidNull(constraint.getComposingConstraints()));
    }

    private static boolean forbidsNull(Annotation constraint) {
        return constraint instanceof NotNull || constraint instanceof NotBlank || constraint instanceof NotEmpty;
    }

    static void add(ObjectNode schema, Set<ConstraintDescriptor<?>> constraints) {
        for (ConstraintDescriptor<?> constraint : constraints) {
            add(schema, constraint.getAnnotation());
            add(schema, constraint.getComposingConstraints());
        }
    }

    private static void add(ObjectNode schema, Annotation constraint) {
        if (constraint instanceof NotBlank || constraint instanceof NotEmpty) {
            size(schema, 1, Integer.MAX_VALUE);
        } else if (constraint instanceof Size size) {
            size(schema, size.min(), size.max());
        } else if (constraint instanceof Min min) {
            schema.put("minimum", min.value());
        } else if (constraint instanceof Max max) {
            schema.put("maximum", max.value());
        } else if (constraint instanceof DecimalMin min) {
            schema.put(min.inclusive() ? "minimum" : "exclusiveMinimum", new BigDecimal(min.value()));
        } else if (constraint instanceof DecimalMax max) {
            schema.put(max.inclusive() ? "maximum" : "exclusiveMaximum", new BigDecimal(max.value()));
        } else if (constraint instanceof Positive) {
            schema.put("exclusiveMinimum", 0);
        } else if (constraint instanceof PositiveOrZero) {
            schema.put("minimum", 0);
        } else if (constraint instanceof Negative) {
            schema.put("exclusiveMaximum", 0);
        } else if (constraint instanceof NegativeOrZero) {
            schema.put("maximum", 0);
        } else if (constraint instanceof Email) {
            schema.put("format", "email");
        } else if (constraint instanceof Pattern pattern && pattern.flags().length == 0) {
            // the whole text must match here, and any part of it in JSON Schema
            schema.put("pattern", "^(?:" + pattern.regexp() + ")$");
        }
    }

    private static void size(ObjectNode schema, int min, int max) {
        String what = switch (schema.path("type").asText()) {
            case "array" -> "Items";
            case "object" -> "Properties";
            default -> "Length";
        };
        if (min > schema.path("min" + what).asInt(0)) {
            schema.put("min" + what, min);
        }
        if (max != Integer.MAX_VALUE) {
            schema.put("max" + what, max);
        }
    }
}
