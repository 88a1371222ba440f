package dev.unirow.migrate.internal.script;

import dev.unirow.migrate.exception.RevisionFileException;
import dev.unirow.migrate.revision.Revision;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads where one of Alembic's Python scripts stands in the graph, by its text: the script is never run. */
final class AlembicScript {
    private static final Pattern ASSIGNMENT = Pattern.compile(
            "^(revision|down_revision|branch_labels|depends_on)[ \\t]*(?::[^=\\n]*)?=(?!=)", Pattern.MULTILINE);
    private static final Pattern NAME_WITHOUT_VARIABLE = Pattern.compile("([a-f0-9]+)\\.py");

    private final Path file;
    private final String text;

    private AlembicScript(Path file, String text) {
        this.file = file;
        this.text = text;
    }

    /**
     * @throws RevisionFileException when an identifier is not written as {@code None}, a string, or a tuple, list or
     *     set of strings
     */
    static Revision read(Path file, String text) {
        return new AlembicScript(file, text.replace("\r\n", "\n")).revision();
    }

    private Revision revision() {
        PythonLiteral head = new PythonLiteral(file, text, 0);
        String description = head.docstring();
        int start = head.position();
        List<String> id = new ArrayList<>();
        List<String> parents = List.of();
        List<String> labels = List.of();
        List<String> dependencies = List.of();
        Matcher assignment = ASSIGNMENT.matcher(text);
        for (int at = start; assignment.find(at); at = assignment.end()) {
            List<String> value = new PythonLiteral(file, text, assignment.end()).strings();
            switch (assignment.group(1)) {
                case "revision" -> id = new ArrayList<>(value);
                case "down_revision" -> parents = value;
                case "branch_labels" -> labels = value;
                default -> dependencies = value;
            }
        }
        return new Revision(id(id), parents, labels, dependencies, description, file);
    }

    private String id(List<String> value) {
        if (value.size() == 1) {
            return value.get(0);
        }
        String name = String.valueOf(file.getFileName());
        Matcher legacy = NAME_WITHOUT_VARIABLE.matcher(name);
        if (value.isEmpty() && legacy.matches()) {
            return legacy.group(1);
        }
        throw new RevisionFileException(
                file,
                "Could not determine revision id from filename " + name
                        + ". Be sure the 'revision' variable is declared inside the script.",
                null);
    }
}
