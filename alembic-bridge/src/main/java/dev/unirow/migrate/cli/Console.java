package dev.unirow.migrate.cli;

import dev.unirow.migrate.Migrations;
import dev.unirow.migrate.directory.MigrationsDirectory;
import dev.unirow.migrate.event.MigrationEvent;
import dev.unirow.migrate.internal.json.Document;
import dev.unirow.migrate.revision.Revision;
import dev.unirow.session.Database;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.function.Predicate;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Help.Ansi;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ScopeType;
import picocli.CommandLine.Spec;

/** What all commands share: the global options, and where output goes. */
@Command(
        name = "migrations",
        mixinStandardHelpOptions = true,
        synopsisSubcommandLabel = "COMMAND",
        description = "Changes a database along with its models.")
final class Console implements Runnable {
    private final Setup setup;
    private final boolean json;
    private final List<String> warnings = new ArrayList<>();
    private @Nullable Database database;
    private @Nullable MigrationsDirectory revisions;

    @Option(
            names = {"-d", "--directory"},
            scope = ScopeType.INHERIT,
            paramLabel = "DIR",
            description = "where the revisions are (default: what the program says, or database.migrations of the"
                    + " configuration, which is the folder migrations unless it is set)")
    private @Nullable Path directory;

    @Option(
            names = "--url",
            scope = ScopeType.INHERIT,
            paramLabel = "URL",
            description = "the database (default: database.url of the configuration, or DATABASE_URL)")
    private @Nullable String url;

    @Option(
            names = "--models",
            scope = ScopeType.INHERIT,
            paramLabel = "NAME",
            split = ",",
            description = "the models, by classes or packages, beside those of the configuration (default: those of the"
                    + " class path that the model processor has listed)")
    private List<String> models = new ArrayList<>();

    @Option(
            names = "--version-table",
            scope = ScopeType.INHERIT,
            paramLabel = "NAME",
            description = "the table that keeps the current revisions (default: what the program says, or"
                    + " database.migrations-version-table, which is alembic_version unless it is set)")
    private @Nullable String versionTable;

    @Option(
            names = "--version-schema",
            scope = ScopeType.INHERIT,
            paramLabel = "NAME",
            description = "the schema that this table is in, on MariaDB a database (default: what the program says,"
                    + " or database.migrations-version-schema, or else the connection's own)")
    private @Nullable String versionSchema;

    @Option(
            names = {"-q", "--quiet"},
            scope = ScopeType.INHERIT,
            description = "print nothing but failures; of status, its one word")
    private boolean quiet;

    @Option(
            names = {"-v", "--verbose"},
            scope = ScopeType.INHERIT,
            description = "print also what the database said of a failure, which may quote values of rows, and"
                    + " everything that is known of a revision")
    private boolean verbose;

    @Option(
            names = "--python-stubs",
            scope = ScopeType.INHERIT,
            description = "with a new revision, write what holds its place for Python's Alembic: see stubs")
    private boolean pythonStubs;

    @Option(names = "--raiseerr", scope = ScopeType.INHERIT, description = "print the whole stack trace of a failure")
    private boolean raiseErrors;

    @Spec
    @SuppressWarnings("NullAway.Init") // picocli sets it before anything runs
    private CommandSpec spec;

    /** @param json whether one of the arguments asks for JSON, of which there may be none that can be parsed */
    Console(Setup setup, boolean json) {
        this.setup = setup;
        this.json = json;
    }

    /** One for the whole command, which warns once. */
    MigrationsDirectory directory() {
        if (revisions == null) {
            revisions = MigrationsDirectory.of(folder()).withWarnings(this::warn);
        }
        return revisions;
    }

    private Path folder() {
        if (directory != null) {
            return directory;
        }
        try {
            return setup.directory().get();
        } catch (RuntimeException failure) {
            throw CommandFailure.opening(failure);
        }
    }

    /** Opens the database at its first use. */
    Migrations migrations() {
        Migrations migrations = setup.configuration()
                .apply(Migrations.of(database(), directory())
                        .withProgress(this::log)
                        .withListener(this::show));
        try {
            return versioned(migrations);
        } catch (IllegalArgumentException unusable) {
            throw CommandFailure.usage(unusable);
        }
    }

    private Migrations versioned(Migrations migrations) {
        Migrations named = versionTable == null ? migrations : migrations.withVersionTable(versionTable);
        return versionSchema == null ? named : named.withVersionSchema(versionSchema);
    }

    /** For what needs files and models alone; its database is never started. */
    Migrations withoutDatabase() {
        try {
            return setup.configuration().apply(unopened().migrations(directory()));
        } catch (RuntimeException failure) {
            throw CommandFailure.opening(failure);
        }
    }

    /** The models that are known without a database. */
    Unopened unopened() {
        try {
            Unopened unopened = setup.database() == null ? Unopened.of(configured()) : Unopened.given();
            database = unopened.database();
            return unopened;
        } catch (RuntimeException failure) {
            throw CommandFailure.opening(failure);
        }
    }

    private Database open() {
        @Nullable Supplier<Database> given = setup.database();
        if (given == null) {
            return configured().open();
        }
        if (configured().isChosen()) {
            throw new CommandFailure(
                    ExitCode.USAGE,
                    "'" + setup.program()
                            + "' brings its own database and models, and takes no --url and no --models. Leave them out.");
        }
        return given.get();
    }

    private ConfiguredDatabase configured() {
        return new ConfiguredDatabase(url, models);
    }

    Database database() {
        if (database == null) {
            try {
                database = open();
            } catch (RuntimeException failure) {
                throw CommandFailure.opening(failure);
            }
        }
        return database;
    }

    void close() {
        if (database != null) {
            database.close();
        }
    }

    /** {@code pets db migrate}: what to type for a command. */
    String command(String arguments) {
        return "'" + setup.program() + " " + arguments + "'";
    }

    boolean isVerbose() {
        return verbose;
    }

    /** Whether what is printed is read by a program, so that nothing may stand beside it. */
    boolean isJson() {
        return json;
    }

    /** Whether somebody is there to answer. */
    boolean mayAsk() {
        return setup.answers() != null;
    }

    /** Whether the answer is yes. */
    boolean ask(String question) {
        Predicate<String> answers = setup.answers();
        return answers != null && answers.test(question);
    }

    boolean raiseErrors() {
        return raiseErrors;
    }

    boolean isQuiet() {
        return quiet;
    }

    /** What was asked for, so that it is printed in any case. */
    void answer(String line) {
        setup.out().println(line);
    }

    void answer(Document document) {
        setup.out().println(document.text());
    }

    /** A line that stays even when nothing else is printed. */
    void error(String line) {
        setup.err().println(line);
    }

    void print(String line) {
        if (!quiet && !json) {
            setup.out().println(line);
        }
    }

    /** A line about what is going on, beside the output proper. */
    void log(String line) {
        if (!quiet && !json) {
            setup.err().println("INFO  [unirow.migrate] " + line);
        }
    }

    private void show(MigrationEvent event) {
        if (setup.progress() && !quiet && !json) {
            new ProgressLines(setup.err()::println).happened(event);
        }
    }

    void warn(String line) {
        warnings.add(line);
        if (!quiet && !json) {
            setup.err().println(yellow("WARN") + "  [unirow.migrate] " + line);
        }
    }

    /** All warnings until now. */
    List<String> warnings() {
        return List.copyOf(warnings);
    }

    String red(String text) {
        return coloured("bold,red", text);
    }

    private String yellow(String text) {
        return coloured("yellow", text);
    }

    private String coloured(String style, String text) {
        return setup.colours() ? Ansi.ON.string("@|" + style + " " + text + "|@") : text;
    }

    void print(Collection<String> lines) {
        lines.forEach(this::print);
    }

    /** Tells of a new revision as Alembic does. */
    void made(Revision revision) {
        generated(revision.path());
        if (pythonStubs) {
            directory().writePythonStubs().forEach(this::generated);
        }
    }

    void generated(@Nullable Path path) {
        print("  Generating " + path + " ...  done");
    }

    @Override
    public void run() {
        throw new ParameterException(spec.commandLine(), "too few arguments");
    }
}
