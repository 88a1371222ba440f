package dev.unirow.migrate.internal.json;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** What is printed on standard error, in the place of {@code FAILED: …}. */
public record FailureDocument(Failure error, List<String> warnings) implements Document {
    /**
     * A command that did not do as it was asked.
     *
     * @param kind {@code found}, {@code usage}, {@code refused} or {@code failed}
     * @param remedy what to run, in a sentence
     * @param databaseSaid the database's own words, where {@code --verbose} asks for them
     */
    public record Failure(
            int exitCode,
            String kind,
            String message,
            @Nullable String remedy,
            @Nullable String databaseSaid) {}
}
