package dev.unirow.migrate.internal.script;

import dev.unirow.migrate.exception.RevisionFileException;
import dev.unirow.migrate.revision.Revision;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A revision written as SQL: a header, and sections per direction and dialect. What it prints it reads back the same.
 */
public record RevisionFile(RevisionHeader header, List<Section> sections) {
    private static final Pattern SECTION = Pattern.compile("--\\s*(upgrade|downgrade)(?:\\s*\\[([\\w\\s,]*)])?\\s*");
    private static final Pattern ALMOST_SECTION = Pattern.compile("--\\s*(upgrade|downgrade)\\s*[\\[(:].*");

    /** Overlooked below the header, it would let the tables be dropped. */
    private static final Pattern STRAY_BASELINE = Pattern.compile("--\\s*baseline:\\s*true\\s*");

    private static final Pattern STRAY_HEADER = Pattern.compile("--\\s*(\\w+)\\s*:.*");

    private static final Pattern TRANSACTION_CONTROL = Pattern.compile(
            "(?:begin|start\\s+transaction|commit|end|rollback(?!\\s+(?:transaction\\s+|work\\s+)?to\\b))\\b",
            Pattern.CASE_INSENSITIVE);

    public RevisionFile {
        sections = List.copyOf(sections);
    }

    public Revision revision() {
        return header.revision();
    }

    /** @throws RevisionFileException with the line, when the header or the layout is not as it must be */
    static RevisionFile parse(Path file, String text) {
        List<String> lines = text.lines().toList();
        RevisionHeader header = RevisionHeader.read(file, lines);
        List<Section> sections = new ArrayList<>();
        int at = header.lines();
        requireNoStrayBaseline(file, lines, at);
        while (at < lines.size() && !isSection(file, lines.get(at), at)) {
            requireComment(file, lines.get(at), at);
            requireNoDirective(file, lines.get(at), at);
            at++;
        }
        while (at < lines.size()) {
            int end = at + 1;
            while (end < lines.size() && !isSection(file, lines.get(end), end)) {
                end++;
            }
            sections.add(section(file, lines, at, end));
            at = end;
        }
        return new RevisionFile(header, sections);
    }

    public String text() {
        StringBuilder text = new StringBuilder(header.text());
        for (Section section : sections) {
            text.append('\n').append(section.header()).append('\n');
            String body = section.body().strip();
            if (!body.isEmpty()) {
                text.append(body).append('\n');
            }
        }
        return text.toString();
    }

    /**
     * The sections that run on a dialect, in the order of the file. A direction without any section does nothing.
     *
     * @throws RevisionFileException when there are sections for other dialects only, or no way back from an upgrade
     */
    List<Section> sections(Direction direction, String dialect) {
        List<Section> leading = leading(direction);
        List<Section> applying =
                leading.stream().filter(section -> section.appliesTo(dialect)).toList();
        boolean oneWay = leading.isEmpty() && direction == Direction.DOWNGRADE && !sections.isEmpty();
        if (oneWay || (applying.isEmpty() && !leading.isEmpty())) {
            Set<String> known = new LinkedHashSet<>();
            leading.forEach(section -> known.addAll(section.dialects()));
            throw new RevisionFileException(
                    path(),
                    "there is no %s section for '%s'%s. Add '-- %1$s [%2$s]' and what it shall do."
                            .formatted(
                                    direction.keyword(),
                                    dialect,
                                    known.isEmpty() ? "" : ", only for '" + String.join("', '", known) + "'"),
                    null);
        }
        return applying;
    }

    /** Whether something is said of the direction on a dialect, or nothing on any. */
    boolean hasSectionFor(Direction direction, String dialect) {
        List<Section> leading = leading(direction);
        return leading.isEmpty() || leading.stream().anyMatch(section -> section.appliesTo(dialect));
    }

    private List<Section> leading(Direction direction) {
        return sections.stream()
                .filter(section -> section.direction() == direction)
                .toList();
    }

    /** What is to be done on a dialect, in order; names the file and the line when the text cannot be split. */
    List<ScriptItem> items(Direction direction, String dialect) {
        List<ScriptItem> items = new ArrayList<>();
        for (Section section : sections(direction, dialect)) {
            try {
                items.addAll(section.items(dialect));
            } catch (ScriptSyntaxException broken) {
                throw new RevisionFileException(path(), broken.line(), broken.problem());
            }
        }
        requireNoTransactionControl(items);
        return List.copyOf(items);
    }

    private void requireNoTransactionControl(List<ScriptItem> items) {
        boolean transactional =
                header.transactional() && items.stream().noneMatch(ScriptItem.NoTransaction.class::isInstance);
        for (ScriptItem item : items) {
            if (transactional
                    && item instanceof ScriptItem.Statement statement
                    && TRANSACTION_CONTROL.matcher(statement.sql()).lookingAt()) {
                throw new RevisionFileException(
                        path(),
                        statement.line(),
                        "a revision runs in a transaction that is begun and ended for it. Take this statement out, or"
                                + " write '-- transaction: none' to the header.");
            }
        }
    }

    private Path path() {
        return revision().file();
    }

    private static boolean isSection(Path file, String line, int at) {
        if (SECTION.matcher(line).matches()) {
            return true;
        }
        if (ALMOST_SECTION.matcher(line).matches()) {
            throw new RevisionFileException(
                    file,
                    at + 1,
                    "a section starts as in '-- upgrade' or '-- upgrade [postgresql]', found '" + line + "'.");
        }
        return false;
    }

    private static void requireNoStrayBaseline(Path file, List<String> lines, int from) {
        for (int at = from; at < lines.size(); at++) {
            if (STRAY_BASELINE.matcher(lines.get(at)).matches()) {
                throw new RevisionFileException(
                        file,
                        at + 1,
                        "'-- baseline: true' belongs to the header, the lines at the top of the file without a gap."
                                + " Move it there, or reword the comment.");
            }
        }
    }

    /** Above the first section nothing reads it. */
    private static void requireNoDirective(Path file, String line, int at) {
        Matcher header = STRAY_HEADER.matcher(line.strip());
        boolean stray = header.matches() && RevisionHeader.KEYS.contains(header.group(1));
        if (stray || ScriptDirective.isOne(line.strip())) {
            throw new RevisionFileException(
                    file,
                    at + 1,
                    "'" + line.strip() + "' stands between the header and the first section, where nothing reads it."
                            + (stray
                                    ? " The header is the lines at the top of the file without a gap. Move it there,"
                                    : " Move it into the section that it is meant for,")
                            + " or reword the comment.");
        }
    }

    private static void requireComment(Path file, String line, int at) {
        String content = line.strip();
        if (!content.isEmpty() && !content.startsWith("--")) {
            throw new RevisionFileException(
                    file,
                    at + 1,
                    "statements stand in a section; write '-- upgrade' or '-- downgrade' above this line.");
        }
    }

    private static Section section(Path file, List<String> lines, int at, int end) {
        Matcher matcher = SECTION.matcher(lines.get(at));
        if (!matcher.matches()) {
            throw new IllegalArgumentException(lines.get(at));
        }
        List<String> dialects = new ArrayList<>();
        String named = matcher.group(2);
        if (named != null) {
            for (String dialect : named.split(",", -1)) {
                dialects.add(dialect.strip());
            }
            if (dialects.contains("")) {
                throw new RevisionFileException(
                        file,
                        at + 1,
                        "the brackets name a dialect, as in '-- upgrade [sqlite]'; for all dialects leave them out.");
            }
        }
        Direction direction = matcher.group(1).equals("upgrade") ? Direction.UPGRADE : Direction.DOWNGRADE;
        return new Section(direction, dialects, String.join("\n", lines.subList(at + 1, end)), at + 2);
    }
}
