package dev.unirow.schema.internal.catalog;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.unirow.schema.SchemaException;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** A row of a catalogue query, read alike whatever types the driver chooses. */
public record CatalogRow(Map<String, @Nullable Object> values) {
    private static final JsonMapper JSON = new JsonMapper();

    public static List<CatalogRow> of(List<Map<String, @Nullable Object>> rows) {
        return rows.stream().map(CatalogRow::new).toList();
    }

    public String text(String label) {
        return Objects.requireNonNull(textOrNull(label), () -> "The catalogue has no '" + label + "'.");
    }

    public @Nullable String textOrNull(String label) {
        Object value = values.get(label);
        return value == null ? null : value.toString();
    }

    public long number(String label) {
        return Long.parseLong(text(label));
    }

    public boolean flag(String label) {
        String text = textOrNull(label);
        return text != null && (text.equals("true") || text.equals("t") || text.equals("1"));
    }

    /** A JSON array of names, which may hold any character. */
    public List<String> names(String label) {
        String text = textOrNull(label);
        try {
            return text == null ? List.of() : JSON.readValue(text, new TypeReference<List<String>>() {});
        } catch (JsonProcessingException e) {
            throw new SchemaException("The catalogue's '" + label + "' is not a list of names.", e);
        }
    }
}
