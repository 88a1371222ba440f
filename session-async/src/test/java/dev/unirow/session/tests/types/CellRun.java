package dev.unirow.session.tests.types;

import static dev.unirow.query.Queries.delete;
import static dev.unirow.query.Queries.lookup;
import static dev.unirow.query.Queries.select;
import static dev.unirow.session.Await.await;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.cfg.JsonNodeFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion.VersionFlag;
import dev.unirow.model.Model;
import dev.unirow.model.Models;
import dev.unirow.schema.Operation;
import dev.unirow.schema.engine.Schemas;
import dev.unirow.session.AsyncSession;
import dev.unirow.session.Database;
import dev.unirow.testing.DatabaseKind;
import io.smallrye.mutiny.Uni;
import jakarta.persistence.Table;
import java.lang.reflect.Field;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/** Runs cells of the matrix in one database that has the tables of their models. */
final class CellRun {
    private static final ObjectMapper MAPPER = JsonMapper.builder()
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .disable(JsonNodeFeature.STRIP_TRAILING_BIGDECIMAL_ZEROES)
            .build();

    private final Database db;
    private final List<String> differences;
    private final Map<Class<?>, JsonSchema> schemas = new HashMap<>();
    private int changes;

    CellRun(Database db) {
        this.db = db;
        this.differences = await(db.connect(connection -> Schemas.live(db.kind(), connection)
                        .chain(live -> Schemas.compare(db.kind(), connection, live, db.metadata()))))
                .stream()
                .map(Operation::toString)
                .map(each -> each.toLowerCase(Locale.ROOT))
                .toList();
    }

    /** What is otherwise than it should be; null where all is well. */
    String problem(MappedType type, Use use) {
        return switch (use) {
            case INSERT, LOWEST, HIGHEST, AWKWARD -> written(type, use);
            case NULL -> compared("null", null, read(type, inserted(type, use, with(type, null))));
            case DEFAULT -> untouched(type);
            case UPDATE -> type.isVersion() ? versionRaised(type) : updated(type);
            case CONDITION -> found(type);
            case JSON -> throughJson(type);
            case SCHEMA -> described(type);
            case TABLE -> differing(type);
        };
    }

    private String written(MappedType type, Use use) {
        Model model = type.isVersion() ? fresh(type) : with(type, type.value(use));
        Object key = inserted(type, use, model);
        Object expected = type.isVersion() ? get(type, model) : type.expected(use);
        String problem = compared("in the object", expected, get(type, model));
        return problem != null ? problem : compared("in the row", expected, read(type, key));
    }

    /** By one of the three ways. */
    private Object inserted(MappedType type, Use use, Model model) {
        removeRows(type);
        await(db.begin(session -> sent(session, use, model).replaceWithVoid()));
        return model.pk();
    }

    private static Uni<?> sent(AsyncSession session, Use use, Model model) {
        return switch (use) {
            case LOWEST -> session.insertAll(List.of(model));
            case HIGHEST -> session.save(model);
            default -> {
                session.add(model);
                yield session.flush();
            }
        };
    }

    /** A row that an earlier cell made with the same key is in the way. */
    private void removeRows(MappedType type) {
        boolean unique = type.isKey() || type.property().equals("natural");
        if (unique) {
            await(db.begin(session -> session.execute(delete(asModel(type)))));
        }
    }

    private Object read(MappedType type, Object key) {
        Model found = await(db.session(session -> session.<Model>get(asModel(type), key)));
        return get(type, found);
    }

    @SuppressWarnings("unchecked") // a model's class is that of a model
    private static Class<Model> asModel(MappedType type) {
        return (Class<Model>) type.model();
    }

    private String untouched(MappedType type) {
        Model model = fresh(type);
        Object expected = get(type, model);
        return compared("by default", expected, read(type, inserted(type, Use.DEFAULT, model)));
    }

    private String updated(MappedType type) {
        Use use = type.isRefused(Use.AWKWARD, kind()) ? Use.LOWEST : Use.AWKWARD;
        if (type.isKey()) {
            Object key = inserted(type, Use.INSERT, with(type, type.value(use)));
            await(db.begin(session ->
                    session.<Model>get(asModel(type), key).invoke(each -> set(field(type, "text"), each, "changed"))));
            Model found = await(db.session(session -> session.<Model>get(asModel(type), key)));
            return compared("after a change", "changed", value(field(type, "text"), found));
        }
        Object key = inserted(type, Use.INSERT, with(type, type.value(Use.INSERT)));
        Model changed = await(db.begin(session -> session.<Model>get(asModel(type), key)
                .invoke(each -> set(type.field(), each, type.value(use)))
                .call(session::flush)));
        String problem = compared("in the changed object", type.expected(use), get(type, changed));
        return problem != null ? problem : compared("in the changed row", type.expected(use), read(type, key));
    }

    private DatabaseKind kind() {
        return switch (db.kind()) {
            case SQLITE -> DatabaseKind.SQLITE_FILE;
            case POSTGRESQL -> DatabaseKind.POSTGRESQL;
            case MARIADB -> DatabaseKind.MARIADB;
        };
    }

    private String versionRaised(MappedType type) {
        Model model = fresh(type);
        Object key = inserted(type, Use.INSERT, model);
        Object before = get(type, model);
        Model changed = await(db.begin(session -> session.<Model>get(asModel(type), key)
                .invoke(each -> set(field(type, "text"), each, "changed " + changes++))
                .call(session::flush)));
        return Objects.equals(before, get(type, changed))
                ? "is still " + before + " after a change"
                : compared("in the changed row", get(type, changed), read(type, key));
    }

    private String found(MappedType type) {
        Object key = inserted(type, Use.INSERT, with(type, type.value(Use.INSERT)));
        long count = await(db.session(session ->
                        session.all(select(asModel(type)).where(lookup(type.property(), type.value(Use.INSERT))))))
                .stream()
                .filter(each -> Objects.deepEquals(each.pk(), key))
                .count();
        return count == 1 ? null : "is not found by its value";
    }

    private JsonNode json(MappedType type, Use use) {
        Object key = inserted(type, use, type.isVersion() ? fresh(type) : with(type, type.value(use)));
        Model found = await(db.session(session -> session.<Model>get(asModel(type), key)));
        JsonNode all = read(found);
        ObjectNode alone = MAPPER.createObjectNode();
        alone.set(type.property(), all.get(type.property()));
        return alone;
    }

    private static JsonNode read(Model model) {
        try {
            return MAPPER.readTree(MAPPER.writeValueAsString(model));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    private String throughJson(MappedType type) {
        JsonNode json = json(type, Use.INSERT);
        if (json.get(type.property()) == null || json.get(type.property()).isNull()) {
            return "is not in " + json;
        }
        Model made = Models.from(asModel(type), json);
        return type.isVersion() ? null : compared("from JSON", type.expected(Use.INSERT), get(type, made));
    }

    private String described(MappedType type) {
        JsonNode document = Models.jsonSchema(type.model());
        JsonNode property = document.at("/properties/" + type.property());
        if (property.isMissingNode()) {
            return "is not in the schema";
        }
        JsonSchema schema = schemas.computeIfAbsent(
                type.model(),
                ignored -> JsonSchemaFactory.getInstance(VersionFlag.V202012).getSchema(document));
        JsonNode json = json(type, Use.INSERT);
        Set<?> problems = schema.validate(json);
        return problems.isEmpty() ? null : "JSON " + json + " is not as the schema says: " + problems;
    }

    private String differing(MappedType type) {
        String table = type.model().getAnnotation(Table.class).name();
        List<String> own =
                differences.stream().filter(each -> each.contains(table)).toList();
        return own.isEmpty() ? null : "the table of createAll is not the wanted one: " + own;
    }

    private static String compared(String where, Object expected, Object found) {
        return Objects.equals(Same.of(expected), Same.of(found))
                ? null
                : where + " is " + Same.shown(found) + " and not " + Same.shown(expected);
    }

    private static Model fresh(MappedType type) {
        try {
            return type.model().getDeclaredConstructor().newInstance();
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Model with(MappedType type, Object value) {
        Model model = fresh(type);
        set(type.field(), model, value);
        return model;
    }

    private static Object get(MappedType type, Model model) {
        return value(type.field(), model);
    }

    private static Field field(MappedType type, String name) {
        try {
            return type.model().getField(name);
        } catch (NoSuchFieldException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Object value(Field field, Model model) {
        try {
            return field.get(model);
        } catch (IllegalAccessException e) {
            throw new IllegalStateException(e);
        }
    }

    private static void set(Field field, Model model, Object value) {
        try {
            field.set(model, value);
        } catch (IllegalAccessException e) {
            throw new IllegalStateException(e);
        }
    }
}
