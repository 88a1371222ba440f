package dev.unirow.migrate.internal.script;

import dev.unirow.migrate.revision.Revision;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * A Python script that holds the place of a SQL file in Alembic's graph, so that {@code alembic current} and
 * {@code upgrade} find the revision. It changes nothing, and refuses to be run.
 */
public final class PythonStub {
    private static final Pattern STANDS_FOR = Pattern.compile("(?m)^# Stands for (.+\\.sql), which Unirow runs\\.$");

    private PythonStub() {}

    /** The name of the SQL file that a script stands for; empty for one that Alembic runs itself. */
    public static Optional<String> standsFor(String script) {
        Matcher line = STANDS_FOR.matcher(script);
        return line.find() ? Optional.of(line.group(1)) : Optional.empty();
    }

    /** Beside the SQL file; Alembic takes only names without a dot for scripts. */
    public static Path path(Path sql) {
        String name = String.valueOf(sql.getFileName());
        return sql.resolveSibling(
                name.substring(0, name.length() - ".sql".length()).replace('.', '_') + ".py");
    }

    public static String text(Revision revision) {
        String file = String.valueOf(revision.file().getFileName());
        return """
                %s
                # Stands for %s, which Unirow runs.

                revision = %s
                down_revision = %s
                branch_labels = %s
                depends_on = %s


                def upgrade():
                    raise RuntimeError(%s)


                def downgrade():
                    raise RuntimeError(%s)
                """.formatted(
                docstring(revision.description()),
                file,
                literal(revision.id()),
                literals(revision.downRevisions()),
                literals(revision.branchLabels()),
                literals(revision.dependsOn()),
                literal(refusal(revision, "upgrade", revision.id())),
                literal(refusal(
                        revision,
                        "downgrade",
                        revision.isBase() ? "base" : revision.downRevisions().get(0))));
    }

    private static String refusal(Revision revision, String verb, String target) {
        return "Revision " + revision.id() + " is " + revision.file().getFileName() + ", which Unirow runs. Run its '"
                + verb + " " + target + "' up to there, then go on here.";
    }

    private static String docstring(String text) {
        return "\"\"\"" + escaped(text).replace("\\n", "\n") + "\n\"\"\"";
    }

    private static String literals(List<String> values) {
        return switch (values.size()) {
            case 0 -> "None";
            case 1 -> literal(values.get(0));
            default -> values.stream().map(PythonStub::literal).collect(Collectors.joining(", ", "(", ")"));
        };
    }

    private static String literal(String text) {
        return '"' + escaped(text) + '"';
    }

    private static String escaped(String text) {
        return text.replace("\\", "\\\\")
                .replace("\"", "\\\"")
                .replace("\r", "")
                .replace("\n", "\\n");
    }
}
