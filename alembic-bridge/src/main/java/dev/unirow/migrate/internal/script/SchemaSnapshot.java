package dev.unirow.migrate.internal.script;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.unirow.migrate.exception.RevisionFileException;
import dev.unirow.schema.DatabaseKind;
import dev.unirow.schema.Schema;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The schema after a revision, as each kind of database writes it; kept beside the revision, for writing the next one
 * without that database.
 */
public record SchemaSnapshot(Map<DatabaseKind, Schema> schemas) {
    public SchemaSnapshot {
        schemas = Map.copyOf(schemas);
    }

    static SchemaSnapshot empty() {
        Map<DatabaseKind, Schema> schemas = new EnumMap<>(DatabaseKind.class);
        for (DatabaseKind kind : DatabaseKind.values()) {
            schemas.put(kind, Schema.empty());
        }
        return new SchemaSnapshot(schemas);
    }

    public Optional<Schema> of(DatabaseKind kind) {
        @Nullable Schema schema = schemas.get(kind);
        return Optional.ofNullable(schema);
    }

    public String toJson() {
        return schemas.entrySet().stream()
                .sorted(Map.Entry.comparingByKey())
                .map(entry -> "\"" + entry.getKey().id() + "\": "
                        + entry.getValue().toJson().strip())
                .collect(Collectors.joining(",\n", "{\n", "\n}\n"));
    }

    /** @throws RevisionFileException when it is not what {@link #toJson} writes */
    public static SchemaSnapshot fromJson(Path file, String json) {
        try {
            JsonNode root = new JsonMapper().readTree(json);
            Map<DatabaseKind, Schema> schemas = new EnumMap<>(DatabaseKind.class);
            for (DatabaseKind kind : DatabaseKind.values()) {
                @Nullable JsonNode schema = root.get(kind.id());
                if (schema != null) {
                    schemas.put(kind, Schema.fromJson(schema.toString()));
                }
            }
            return new SchemaSnapshot(schemas);
        } catch (JsonProcessingException | dev.unirow.schema.SchemaException broken) {
            throw new RevisionFileException(
                    file, "the snapshot cannot be read. Take it from version control again, or delete it.", broken);
        }
    }
}
