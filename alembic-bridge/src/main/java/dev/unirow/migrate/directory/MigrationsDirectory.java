package dev.unirow.migrate.directory;

import dev.unirow.migrate.exception.MigrationException;
import dev.unirow.migrate.exception.MissingDirectoryException;
import dev.unirow.migrate.exception.RevisionFileException;
import dev.unirow.migrate.internal.script.Direction;
import dev.unirow.migrate.internal.script.PythonStub;
import dev.unirow.migrate.internal.script.RevisionFile;
import dev.unirow.migrate.internal.script.RevisionHeader;
import dev.unirow.migrate.internal.script.RevisionName;
import dev.unirow.migrate.internal.script.RevisionScript;
import dev.unirow.migrate.internal.script.RevisionScripts;
import dev.unirow.migrate.internal.script.Section;
import dev.unirow.migrate.revision.Revision;
import dev.unirow.migrate.revision.RevisionGraph;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import java.util.logging.Logger;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The folder that holds the revisions: SQL files of ours, and Python scripts of Alembic's, which take part in the
 * graph. Where there is a folder {@code versions}, as Alembic makes it, the revisions live in there. Every call reads
 * the files anew; calls block on the file system.
 */
public final class MigrationsDirectory {
    private static final String README = """
            The migrations of this database, one SQL file a revision.

            The lines at the top of a file say what it follows; `-- upgrade` and `-- downgrade` start what it does, on one
            dialect (`-- upgrade [postgresql]`) or on all. Files are run as they stand: read them before you commit them.
            """;

    /** Of Flyway, and of those that have a file for each direction. */
    private static final Pattern OTHER_TOOLS =
            Pattern.compile("(?:[VUB]\\d[\\w.]*?__|R__).*|\\d+.*\\.(?:up|down)\\.sql");

    private static final Pattern HEADER = Pattern.compile("--\\s*revision:.*");

    private static final String BYTE_ORDER_MARK = "\uFEFF";

    private static final Logger LOG = Logger.getLogger("unirow.migrate");

    private final Path path;
    private final Consumer<String> warnings;
    private final Set<Path> passedOver = ConcurrentHashMap.newKeySet();

    private MigrationsDirectory(Path path, Consumer<String> warnings) {
        this.path = path;
        this.warnings = warnings;
    }

    /** Names the folder; nothing is read or made yet. */
    public static MigrationsDirectory of(Path path) {
        return new MigrationsDirectory(path, LOG::warning);
    }

    /**
     * Where a line goes, in place of the log, for each file that is passed over, since its name is as another tool for
     * migrations writes them and it has no header: once a file. Called on the thread that reads.
     */
    public MigrationsDirectory withWarnings(Consumer<String> listener) {
        return new MigrationsDirectory(path, listener);
    }

    public Path path() {
        return path;
    }

    /**
     * Makes the folder, with a README.
     *
     * @return what was made, in order
     * @throws RevisionFileException when there are files in it
     */
    public List<Path> init() {
        try {
            if (Files.exists(path) && !isEmpty(path)) {
                throw RevisionFileException.ofDirectoryNotEmpty(path);
            }
            Path readme = path.resolve("README.md");
            Files.createDirectories(path);
            Files.writeString(readme, README);
            return List.of(path, readme);
        } catch (IOException failure) {
            throw new RevisionFileException(path, "the directory could not be made: " + failure.getMessage(), failure);
        }
    }

    /**
     * All revisions, in the order of their file names.
     *
     * @throws MissingDirectoryException when the folder is not there
     * @throws RevisionFileException when a file cannot be read as a revision
     * @throws MigrationException when the revisions do not fit together, see {@link RevisionGraph#of}
     */
    public RevisionGraph graph() {
        return RevisionGraph.of(scripts().stream().map(RevisionScript::revision).toList());
    }

    /**
     * Adds a revision that does nothing yet. The file appears whole or not at all, and never in place of another.
     *
     * @return the revision, with the path of its file
     */
    public Revision create(NewRevision wanted) {
        RevisionHeader header = draft(wanted);
        boolean merge = header.revision().isMergePoint();
        return write(
                new RevisionFile(
                        header,
                        merge
                                ? List.of()
                                : List.of(
                                        new Section(Direction.UPGRADE, List.of(), "", 0),
                                        new Section(Direction.DOWNGRADE, List.of(), "", 0))),
                null);
    }

    public RevisionHeader draft(NewRevision wanted) {
        return new RevisionDrafter(graph(), home(), Instant.now()).draft(wanted);
    }

    /** @param snapshot the schema after this revision, kept beside it */
    public Revision write(RevisionFile file, @Nullable String snapshot) {
        Revision revision = file.revision();
        Path target = revision.path();
        if (target == null) {
            throw new IllegalArgumentException("Revision " + revision.id() + " has no path to be written to");
        }
        if (Files.exists(target)) {
            throw new RevisionFileException(target, "the file is there already and is left as it is.", null);
        }
        if (snapshot != null) {
            publish(snapshotPath(revision.id()), snapshot);
        }
        publish(target, file.text());
        return revision;
    }

    /**
     * Writes a Python script beside each SQL file, which holds its place in Alembic's graph: so {@code alembic
     * current}, {@code upgrade} and {@code revision} go on from a revision that was made and run here. The scripts
     * change nothing, and Alembic fails where it would have to run one. One that is there and no longer says what its
     * SQL file says is written anew.
     *
     * @return what was written, in the order of the file names
     * @throws RevisionFileException when a script of Alembic's own has the name
     */
    public List<Path> writePythonStubs() {
        List<Path> written = new ArrayList<>();
        for (RevisionScript script : scripts()) {
            if (script instanceof RevisionScript.Sql sql) {
                Path stub = PythonStub.path(sql.revision().file());
                String text = PythonStub.text(sql.revision());
                if (!Files.exists(stub)) {
                    publish(stub, text);
                    written.add(stub);
                } else if (!read(stub).equals(text)) {
                    requireStub(stub);
                    replace(stub, text);
                    written.add(stub);
                }
            }
        }
        return List.copyOf(written);
    }

    private static void requireStub(Path script) {
        if (PythonStub.standsFor(read(script)).isEmpty()) {
            throw new RevisionFileException(
                    script,
                    "a script of Alembic's has the name that the one beside the SQL file would have, and is left as it is.",
                    null);
        }
    }

    /** Null when the revision came without one. */
    public @Nullable String snapshot(String revision) {
        Path file = snapshotPath(revision);
        return Files.exists(file) ? read(file) : null;
    }

    public RevisionScripts load() {
        return new RevisionScripts(scripts());
    }

    private List<RevisionScript> scripts() {
        try (Stream<Path> files = Files.list(requireHome())) {
            return files.filter(MigrationsDirectory::isScript)
                    .filter(file -> !isOfAnotherTool(file))
                    .filter(file -> !isStub(file))
                    .sorted()
                    .map(file -> RevisionScript.parse(file, read(file)))
                    .toList();
        } catch (IOException | UncheckedIOException failure) {
            throw new RevisionFileException(
                    path, "the directory could not be listed: " + failure.getMessage(), failure);
        }
    }

    private Path home() {
        Path versions = path.resolve("versions");
        return Files.isDirectory(versions) ? versions : path;
    }

    private Path requireHome() {
        if (!Files.isDirectory(path)) {
            throw new MissingDirectoryException(path);
        }
        return home();
    }

    private Path snapshotPath(String revision) {
        return home().resolve(revision + ".schema.json");
    }

    private static boolean isScript(Path file) {
        String name = String.valueOf(file.getFileName());
        boolean python = name.endsWith(".py") && !name.startsWith("__init__") && !name.equals("env.py");
        return !name.startsWith(".") && (python || name.endsWith(".sql")) && Files.isRegularFile(file);
    }

    /** The SQL file is what counts. */
    private static boolean isStub(Path file) {
        if (!file.getFileName().toString().endsWith(".py")) {
            return false;
        }
        Optional<String> sql = PythonStub.standsFor(read(file));
        sql.map(file::resolveSibling).filter(Files::notExists).ifPresent(missing -> {
            throw new RevisionFileException(
                    file,
                    "the script stands for " + missing.getFileName()
                            + ", which is not there. Bring that file back, or delete both.",
                    null);
        });
        return sql.isPresent();
    }

    private boolean isOfAnotherTool(Path file) {
        if (!OTHER_TOOLS.matcher(String.valueOf(file.getFileName())).matches()
                || read(file).lines().anyMatch(line -> HEADER.matcher(line).matches())) {
            return false;
        }
        if (passedOver.add(file)) {
            warnings.accept(
                    file + " is passed over: it is named as another tool for migrations names its files, and does"
                            + " not start with '-- revision: '. Move it out of this folder.");
        }
        return true;
    }

    private static boolean isEmpty(Path directory) throws IOException {
        try (Stream<Path> files = Files.list(directory)) {
            return files.findAny().isEmpty();
        }
    }

    private static String read(Path file) {
        try {
            String text = Files.readString(file);
            return text.startsWith(BYTE_ORDER_MARK) ? text.substring(1) : text;
        } catch (CharacterCodingException broken) {
            throw new RevisionFileException(file, "the file is not UTF-8 text. Save it as UTF-8.", broken);
        } catch (IOException failure) {
            throw new RevisionFileException(file, "the file could not be read: " + failure.getMessage(), failure);
        }
    }

    /** A link appears at once and refuses to replace; where there are no links, a rename does nearly as well. */
    private static void publish(Path target, String text) {
        Path draft = target.resolveSibling("." + target.getFileName() + "." + RevisionName.randomId() + ".draft");
        try {
            try {
                Files.writeString(draft, text, StandardOpenOption.CREATE_NEW);
                link(target, draft);
            } finally {
                boolean unused = Files.deleteIfExists(draft);
            }
        } catch (FileAlreadyExistsException there) {
            throw new RevisionFileException(target, "the file is there already and is left as it is.", there);
        } catch (IOException failure) {
            throw new RevisionFileException(target, "the file could not be written: " + failure.getMessage(), failure);
        }
    }

    private static void replace(Path target, String text) {
        Path draft = target.resolveSibling("." + target.getFileName() + "." + RevisionName.randomId() + ".draft");
        try {
            Files.writeString(draft, text, StandardOpenOption.CREATE_NEW);
            Files.move(draft, target, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException failure) {
            throw new RevisionFileException(target, "the file could not be written: " + failure.getMessage(), failure);
        }
    }

    private static void link(Path target, Path draft) throws IOException {
        try {
            Files.createLink(target, draft);
        } catch (FileAlreadyExistsException there) {
            throw there;
        } catch (UnsupportedOperationException | FileSystemException noLinks) {
            Files.move(draft, target);
        }
    }
}
