package dev.unirow.schema;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.util.DefaultIndenter;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import com.fasterxml.jackson.databind.ObjectWriter;
import com.fasterxml.jackson.databind.json.JsonMapper;

/** Schemas as JSON: what is false, null or empty is left out. */
final class SchemaJson {
    private static final JsonMapper MAPPER = JsonMapper.builder()
            .defaultPropertyInclusion(
                    JsonInclude.Value.construct(JsonInclude.Include.NON_DEFAULT, JsonInclude.Include.ALWAYS))
            // a bound of zero is none that is left out
            .withConfigOverride(
                    Long.class,
                    override -> override.setIncludeAsProperty(
                            JsonInclude.Value.construct(JsonInclude.Include.NON_NULL, JsonInclude.Include.ALWAYS)))
            .build();
    private static final DefaultIndenter LINES = new DefaultIndenter("  ", "\n");
    private static final ObjectWriter WRITER =
            MAPPER.writer(new DefaultPrettyPrinter().withObjectIndenter(LINES).withArrayIndenter(LINES));

    private SchemaJson() {}

    static String write(Schema schema) {
        try {
            return WRITER.writeValueAsString(schema) + "\n";
        } catch (JsonProcessingException e) {
            throw new SchemaException("The schema could not be written as JSON.", e);
        }
    }

    static Schema read(String json) {
        try {
            return MAPPER.readValue(json, Schema.class);
        } catch (JsonProcessingException e) {
            throw new SchemaException(
                    "The text is not a schema's JSON: " + e.getOriginalMessage()
                            + ". Restore the snapshot, or make the revision anew.",
                    e);
        }
    }
}
