package dev.unirow.model.internal;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.unirow.model.constraint.IpAddress;
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
import org.hibernate.validator.constraints.URL;
import org.hibernate.validator.constraints.UUID;

/**
 * Says the standard constraints in JSON Schema's words, those that make up a composed constraint too. Others are left
 * to validation.
 */
public final class SchemaConstraints {
    /** What the validator takes for a text that is not blank: a character beyond the space. */
    private static final String VISIBLE = "[^\\u0000-\\u0020]";

    /** The pattern of a constraint that asks for none. */
    private static final String ANYTHING = ".*";

    private SchemaConstraints() {}

    public static boolean forbidNull(Set<ConstraintDescriptor<?>> constraints) {
        return constraints.stream()
                .anyMatch(constraint ->
                        forbidsNull(constraint.getAnnotation()) || forbidNull(constraint.getComposingConstraints()));
    }

    private static boolean forbidsNull(Annotation constraint) {
        return constraint instanceof NotNull || constraint instanceof NotBlank || constraint instanceof NotEmpty;
    }

    public static void add(ObjectNode schema, Set<ConstraintDescriptor<?>> constraints) {
        for (ConstraintDescriptor<?> constraint : constraints) {
            add(schema, constraint.getAnnotation());
            if (!(constraint.getAnnotation() instanceof URL url && url.regexp().equals(ANYTHING))) {
                add(schema, constraint.getComposingConstraints());
            }
        }
    }

    private static void add(ObjectNode schema, Annotation constraint) {
        if (constraint instanceof NotBlank) {
            size(schema, 1, Integer.MAX_VALUE);
            pattern(schema, VISIBLE);
        } else if (constraint instanceof NotEmpty) {
            size(schema, 1, Integer.MAX_VALUE);
        } else if (constraint instanceof Size size) {
            size(schema, size.min(), size.max());
        } else if (constraint instanceof Min min) {
            least(schema, "minimum", BigDecimal.valueOf(min.value()));
        } else if (constraint instanceof Max max) {
            most(schema, "maximum", BigDecimal.valueOf(max.value()));
        } else if (constraint instanceof DecimalMin min) {
            least(schema, min.inclusive() ? "minimum" : "exclusiveMinimum", new BigDecimal(min.value()));
        } else if (constraint instanceof DecimalMax max) {
            most(schema, max.inclusive() ? "maximum" : "exclusiveMaximum", new BigDecimal(max.value()));
        } else if (constraint instanceof Positive) {
            least(schema, "exclusiveMinimum", BigDecimal.ZERO);
        } else if (constraint instanceof PositiveOrZero) {
            least(schema, "minimum", BigDecimal.ZERO);
        } else if (constraint instanceof Negative) {
            most(schema, "exclusiveMaximum", BigDecimal.ZERO);
        } else if (constraint instanceof NegativeOrZero) {
            most(schema, "maximum", BigDecimal.ZERO);
        } else if (constraint instanceof Email) {
            schema.put("format", "email");
        } else if (constraint instanceof URL) {
            schema.put("format", "uri");
        } else if (constraint instanceof UUID) {
            schema.put("format", "uuid");
        } else if (constraint instanceof IpAddress address) {
            address(schema, address.version());
        } else if (constraint instanceof Pattern pattern && pattern.flags().length == 0) {
            // the whole text must match here, and any part of it in JSON Schema
            pattern(schema, "^(?:" + pattern.regexp() + ")$");
        }
    }

    private static void address(ObjectNode schema, IpAddress.Version version) {
        switch (version) {
            case V4 -> schema.put("format", "ipv4");
            case V6 -> schema.put("format", "ipv6");
            case ANY -> {
                ArrayNode either = schema.withArray("allOf").addObject().putArray("anyOf");
                either.addObject().put("format", "ipv4");
                either.addObject().put("format", "ipv6");
            }
        }
    }

    /** Of two bounds the tighter one stays. */
    private static void least(ObjectNode schema, String keyword, BigDecimal bound) {
        JsonNode before = schema.get(keyword);
        if (before == null || before.decimalValue().compareTo(bound) < 0) {
            schema.set(keyword, number(bound));
        }
    }

    private static void most(ObjectNode schema, String keyword, BigDecimal bound) {
        JsonNode before = schema.get(keyword);
        if (before == null || before.decimalValue().compareTo(bound) > 0) {
            schema.set(keyword, number(bound));
        }
    }

    private static JsonNode number(BigDecimal bound) {
        JsonNodeFactory nodes = JsonNodeFactory.instance;
        return bound.scale() == 0 && bound.precision() < 19
                ? nodes.numberNode(bound.longValueExact())
                : nodes.numberNode(bound);
    }

    private static void pattern(ObjectNode schema, String pattern) {
        if (schema.has("pattern")) {
            schema.withArray("allOf").addObject().put("pattern", pattern);
        } else {
            schema.put("pattern", pattern);
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
        if (max < schema.path("max" + what).asInt(Integer.MAX_VALUE)) {
            schema.put("max" + what, max);
        }
    }
}
