package dev.unirow.migrate.internal.json;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.PropertyNamingStrategies;

/** One of the documents. */
public sealed interface Document permits StatusDocument, RevisionsDocument, DifferencesDocument, FailureDocument {
    /** As JSON, a line for each property. */
    default String text() {
        ObjectMapper mapper = new ObjectMapper().setPropertyNamingStrategy(PropertyNamingStrategies.SNAKE_CASE);
        return mapper.<JsonNode>valueToTree(this).toPrettyString();
    }
}
