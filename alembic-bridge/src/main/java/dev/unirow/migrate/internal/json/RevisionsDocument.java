package dev.unirow.migrate.internal.json;

import java.util.List;

/** What {@code history}, {@code heads}, {@code current}, {@code show} and {@code branches} print. */
public record RevisionsDocument(List<RevisionItem> revisions, List<String> warnings) implements Document {}
