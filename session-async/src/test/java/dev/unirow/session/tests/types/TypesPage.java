package dev.unirow.session.tests.types;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.unirow.model.Model;
import dev.unirow.model.Models;
import dev.unirow.model.Naming;
import dev.unirow.schema.Column;
import dev.unirow.schema.Schema;
import dev.unirow.schema.Target;
import dev.unirow.schema.engine.Schemas;
import dev.unirow.testing.DatabaseKind;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Embedded;
import jakarta.persistence.EmbeddedId;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Table;
import java.lang.annotation.Annotation;
import java.lang.reflect.AnnotatedElement;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;

/** Writes the rows of the matrix as tables. */
final class TypesPage {
    private static final ObjectMapper MAPPER = new ObjectMapper();
    private static final List<String> DATABASES = List.of("sqlite", "postgresql", "mariadb");

    private final Map<String, Schema> schemas = new HashMap<>();

    String tables() {
        StringBuilder page = new StringBuilder();
        page.append("\n| property | SQLite | PostgreSQL | MariaDB | JSON | schema | range everywhere |\n");
        page.append("|---|---|---|---|---|---|---|\n");
        for (MappedType type : MappedTypes.all()) {
            List<String> cells = new ArrayList<>();
            cells.add(declaration(type));
            DATABASES.forEach(database -> cells.add(columns(type, database)));
            cells.add(type.isVersion() ? "" : json(type));
            cells.add(schema(type));
            cells.add(range(type));
            page.append("| ").append(String.join(" | ", cells)).append(" |\n");
        }
        page.append(PrintedValue.table());
        page.append("\n### Values that are cut\n\nIn the object and in the row, on every database.\n\n");
        page.append("| property | given | kept |\n|---|---|---|\n");
        for (MappedType type : MappedTypes.all()) {
            type.cut()
                    .forEach((use, to) -> page.append("| ")
                            .append(declaration(type))
                            .append(" | `")
                            .append(type.value(use))
                            .append("` | `")
                            .append(to)
                            .append("` |\n"));
        }
        page.append("\n### Values that are refused\n\n| property | value | where | error message contains |\n");
        page.append("|---|---|---|---|\n");
        for (MappedType type : MappedTypes.all()) {
            for (MappedType.Refusal refusal : type.refusals()) {
                page.append("| ")
                        .append(declaration(type))
                        .append(" | ")
                        .append(refused(type, refusal))
                        .append(" | ")
                        .append(where(refusal.kinds()))
                        .append(" | ")
                        .append(refusal.sentence())
                        .append(" |\n");
            }
        }
        return page.append('\n').toString();
    }

    private static String refused(MappedType type, MappedType.Refusal refusal) {
        return refusal.uses().isEmpty()
                ? "any"
                : refusal.uses().stream()
                        .map(use -> "`" + escaped(Same.shown(type.value(use))) + "`")
                        .sorted()
                        .collect(Collectors.joining(", "));
    }

    private static String where(Set<DatabaseKind> kinds) {
        return kinds.isEmpty()
                ? "everywhere"
                : new TreeSet<>(kinds)
                        .stream()
                                .map(kind -> kind.toString().split(" ")[0])
                                .distinct()
                                .collect(Collectors.joining(", "));
    }

    private static String escaped(String text) {
        return text.replace("\0", "\\0").replace("|", "\\|").replaceAll("[\ud800-\udfff]", "\\\\ud83d");
    }

    /** As it is written in the class. */
    static String declaration(MappedType type) {
        AnnotatedElement field = type.field();
        String annotations = Arrays.stream(field.getAnnotations())
                .map(TypesPage::annotation)
                .filter(text -> !text.isEmpty())
                .map(text -> text + " ")
                .collect(Collectors.joining());
        return "`" + annotations + name(type.field().getGenericType()) + "`";
    }

    private static String annotation(Annotation annotation) {
        String name = "@" + annotation.annotationType().getSimpleName();
        if (annotation instanceof jakarta.persistence.Column column) {
            List<String> said = new ArrayList<>();
            if (column.length() != 255) {
                said.add("length = " + column.length());
            }
            if (column.precision() != 0) {
                said.add("precision = " + column.precision() + ", scale = " + column.scale());
            }
            if (column.secondPrecision() >= 0) {
                said.add("secondPrecision = " + column.secondPrecision());
            }
            return name + "(" + String.join(", ", said) + ")";
        } else if (annotation instanceof JdbcTypeCode code) {
            return name + "(" + codeName(code.value()) + ")";
        } else if (annotation instanceof Enumerated enumerated) {
            return name + "(" + enumerated.value() + ")";
        }
        return name;
    }

    private static String codeName(int code) {
        return switch (code) {
            case SqlTypes.JSON -> "JSON";
            case SqlTypes.NAMED_ENUM -> "NAMED_ENUM";
            case SqlTypes.LONG32VARCHAR -> "LONG32VARCHAR";
            default -> String.valueOf(code);
        };
    }

    private static String name(Type type) {
        if (type instanceof ParameterizedType generic) {
            return name(generic.getRawType()) + "<"
                    + Stream.of(generic.getActualTypeArguments())
                            .map(TypesPage::name)
                            .collect(Collectors.joining(", "))
                    + ">";
        }
        return type instanceof Class<?> raw ? raw.getSimpleName() : type.getTypeName();
    }

    private String columns(MappedType type, String database) {
        AnnotatedElement field = type.field();
        try {
            Schema schema = schemas.computeIfAbsent(
                    database + " " + type.model().getName(),
                    ignored ->
                            Schemas.wanted(Target.parse(database), Naming.standard(), List.of(type.model()), Map.of()));
            String table = type.model().getAnnotation(Table.class).name();
            boolean isTable = field.isAnnotationPresent(ElementCollection.class);
            Set<String> names = new LinkedHashSet<>();
            boolean whole = field.isAnnotationPresent(Embedded.class) || field.isAnnotationPresent(EmbeddedId.class);
            String column = snake(type.property());
            schema.tables().stream()
                    .filter(each -> isTable
                            ? each.name().endsWith("_" + column)
                            : each.name().equals(table))
                    .flatMap(each -> each.columns().stream())
                    .filter(each -> whole
                            ? !each.name().equals("text")
                                    && (type.isKey() || each.name().startsWith(column))
                            : isTable
                                    ? !each.name().endsWith("_id")
                                    : unquoted(each.name()).equals(column))
                    .map(Column::type)
                    .forEach(names::add);
            String text = names.stream().map(each -> "`" + each + "`").collect(Collectors.joining(", "));
            return isTable ? "a table of " + text : text;
        } catch (RuntimeException failure) {
            return "–";
        }
    }

    private static String unquoted(String name) {
        return name.replaceAll("[\"`]", "");
    }

    private static String snake(String name) {
        return name.replaceAll("([a-z0-9])([A-Z])", "$1_$2").toLowerCase(Locale.ROOT);
    }

    private static String json(MappedType type) {
        try {
            Model model = type.model().getDeclaredConstructor().newInstance();
            type.field().set(model, type.value(Use.INSERT));
            JsonNode json = MAPPER.readTree(MAPPER.writeValueAsString(model)).get(type.property());
            return "`" + json + "`";
        } catch (ReflectiveOperationException | JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Without the null that any of them may be. */
    private static String schema(MappedType type) {
        return whole(type).replaceAll(",\"(minimum|maximum)\":-?\\d+", ""); // the range says the same
    }

    private static String whole(MappedType type) {
        JsonNode schema = Models.jsonSchema(type.model())
                .at("/properties/" + type.property())
                .deepCopy();
        if (schema instanceof ObjectNode object) {
            object.remove("readOnly");
            if (object.get("type") instanceof ArrayNode types) {
                object.set("type", types.get(0));
            }
            if (object.get("enum") instanceof ArrayNode constants
                    && constants.get(constants.size() - 1).isNull()) {
                constants.remove(constants.size() - 1);
            }
            if (object.get("anyOf") instanceof ArrayNode either && either.size() == 2) {
                return "`" + either.get(0) + "`";
            }
        }
        return "`" + schema + "`";
    }

    private static String range(MappedType type) {
        if (!type.range().isEmpty()) {
            return type.range();
        }
        Object lowest = type.value(Use.LOWEST);
        if (!type.isFor(Use.LOWEST) || lowest == null) {
            return "";
        }
        return "`" + shown(lowest) + "` … `" + shown(type.value(Use.HIGHEST)) + "`";
    }

    private static String shown(Object value) {
        return value instanceof Character letter ? String.format("U+%04X", (int) letter) : Same.shown(value);
    }
}
