package dev.unirow.migrate.internal.script;

import dev.unirow.migrate.exception.RevisionFileException;
import dev.unirow.migrate.revision.Revision;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The lines at the top of a revision file, {@code -- key: value} each, up to the first line that is not of that form.
 *
 * @param message what the revision does, with all its paragraphs
 * @param created when the file was made, as written; empty when nobody wrote it
 * @param destructive what an upgrade loses; such a revision runs only when that is allowed
 * @param transactional whether the sections run inside a transaction
 * @param baseline whether its tables were there before it, so that it is not taken back
 * @param lines how many lines it takes
 */
public record RevisionHeader(
        Revision revision,
        String message,
        String created,
        List<String> destructive,
        boolean transactional,
        boolean baseline,
        int lines) {
    static final List<String> KEYS = List.of(
            "revision",
            "down_revision",
            "branch_labels",
            "depends_on",
            "create_date",
            "message",
            "destructive",
            "transaction",
            "baseline");
    private static final List<String> REPEATABLE = List.of("message", "destructive");
    private static final Pattern LINE = Pattern.compile("--\\s*(\\w+):\\s*(.*?)\\s*");

    public RevisionHeader {
        destructive = List.copyOf(destructive);
    }

    static RevisionHeader read(Path file, List<String> text) {
        Map<String, List<String>> values = new LinkedHashMap<>();
        int line = 0;
        for (; line < text.size(); line++) {
            Matcher matcher = LINE.matcher(text.get(line));
            if (!matcher.matches()) {
                break;
            }
            String key = matcher.group(1);
            if (!KEYS.contains(key)) {
                throw new RevisionFileException(
                        file, line + 1, "unknown header '" + key + "'. Known are " + String.join(", ", KEYS) + ".");
            }
            List<String> there = values.computeIfAbsent(key, unused -> new ArrayList<>());
            if (!there.isEmpty() && !REPEATABLE.contains(key)) {
                throw new RevisionFileException(
                        file, line + 1, "header '" + key + "' stands here for the second time.");
            }
            there.add(matcher.group(2));
        }
        return of(file, values, line);
    }

    private static RevisionHeader of(Path file, Map<String, List<String>> values, int lines) {
        String id = single(values, "revision");
        if (id.isEmpty()) {
            throw new RevisionFileException(
                    file, 1, "a revision file starts with '-- revision: ' and its identifier; no such line was found.");
        }
        String transaction = single(values, "transaction");
        if (!transaction.isEmpty() && !transaction.equals("none")) {
            throw new RevisionFileException(
                    file, 1, "header 'transaction' knows only 'none', found '" + transaction + "'.");
        }
        @Nullable List<String> baseline = values.get("baseline");
        if (baseline != null && !baseline.get(0).equals("true")) {
            throw new RevisionFileException(
                    file,
                    1,
                    "header 'baseline' knows only 'true', found '" + baseline.get(0)
                            + "'. Where the revision is not a baseline, leave the line out.");
        }
        List<String> parents = names(values, "down_revision");
        String created = single(values, "create_date");
        String message = String.join("\n", values.getOrDefault("message", List.of()));
        Revision revision = new Revision(
                id,
                parents,
                names(values, "branch_labels"),
                names(values, "depends_on"),
                description(message, id, parents, created),
                file);
        return new RevisionHeader(
                revision,
                message,
                created,
                values.getOrDefault("destructive", List.of()),
                transaction.isEmpty(),
                baseline != null,
                lines);
    }

    public RevisionHeader asBaseline() {
        return new RevisionHeader(revision, message, created, destructive, transactional, true, lines);
    }

    /** What the head of a Python script says of the same revision. */
    public static String description(String message, String id, List<String> parents, String created) {
        return message
                + "\n\nRevision ID: "
                + id
                + "\nRevises: "
                + String.join(", ", parents)
                + (created.isEmpty() ? "" : "\nCreate Date: " + created);
    }

    String text() {
        List<String> lines = new ArrayList<>();
        lines.add("revision: " + revision.id());
        lines.add("down_revision: " + String.join(", ", revision.downRevisions()));
        lines.add("branch_labels: " + String.join(", ", revision.branchLabels()));
        lines.add("depends_on: " + String.join(", ", revision.dependsOn()));
        if (!created.isEmpty()) {
            lines.add("create_date: " + created);
        }
        message.lines().forEach(line -> lines.add("message: " + line));
        destructive.forEach(what -> lines.add("destructive: " + what.replaceAll("\\R", " ")));
        if (!transactional) {
            lines.add("transaction: none");
        }
        if (baseline) {
            lines.add("baseline: true");
        }
        StringBuilder text = new StringBuilder();
        lines.forEach(line -> text.append(("-- " + line).stripTrailing()).append('\n'));
        return text.toString();
    }

    private static String single(Map<String, List<String>> values, String key) {
        @Nullable List<String> found = values.get(key);
        return found == null ? "" : found.get(0);
    }

    private static List<String> names(Map<String, List<String>> values, String key) {
        return Arrays.stream(single(values, key).split(","))
                .map(String::strip)
                .filter(name -> !name.isEmpty())
                .toList();
    }
}
