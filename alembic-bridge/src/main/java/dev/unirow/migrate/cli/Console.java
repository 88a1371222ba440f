package dev.unirow.migrate.cli;

import dev.unirow.migrate.Migrations;
import dev.unirow.migrate.directory.MigrationsDirectory;
import dev.unirow.migrate.event.MigrationEvent;
import dev.unirow.migrate.revision.Revision;
import dev.unirow.session.Database;
import java.nio.file.Path;
import java.util.Collection;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** What all commands share: the global options, and where output goes. */
@Command(
        name = "migrations",
        mixinStandardHelpOptions = true,
        synopsisSubcommandLabel = "COMMAND",
        description = "Changes a database along with its models.")
final class Console implements Runnable {
    private final Setup setup;
    private @Nullable Database database;
    private @Nullable MigrationsDirectory revisions;

    @Option(
            names = {"-d", "--directory"},
            paramLabel = "DIR",
            description = "where the revisions are (default: what the program says, or database.migrations of the"
                    + " configuration, which is the folder migrations unless it is set)")
    private @Nullable Path directory;

    @Option(
            names = "--version-table",
            paramLabel = "NAME",
            description = "the table that keeps the current revisions (default: what the program says, or"
                    + " database.migrations-version-table, which is alembic_version unless it is set)")
    private @Nullable String versionTable;

    @Option(
            names = "--version-schema",
            paramLabel = "NAME",
            description = "the schema that this table is in, on MariaDB a database (default: what the program says,"
                    + " or database.migrations-version-schema, or else the connection's own)")
    private @Nullable String versionSchema;

    @Option(
            names = {"-q", "--quiet"},
            description = "print nothing but failures; of status, its one word")
    private boolean quiet;

    @Option(
            names = {"-v", "--verbose"},
            description = "print also what the database said of a failure, which may quote values of rows")
    private boolean verbose;

    @Option(
            names = "--python-stubs",
            description = "with a new revision, write what holds its place for Python's Alembic: see stubs")
    private boolean pythonStubs;

    @Option(names = "--raiseerr", description = "print the whole stack trace of a failure")
    private boolean raiseErrors;

    @Spec
    @SuppressWarnings("NullAway.Init") // picocli sets it before anything runs
    private CommandSpec spec;

    Console(Setup setup) {
        this.setup = setup;
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
            Unopened unopened = Unopened.of(setup);
            database = unopened.database();
            return setup.configuration().apply(unopened.migrations(directory()));
        } catch (RuntimeException failure) {
            throw CommandFailure.opening(failure);
        }
    }

    Database database() {
        if (database == null) {
            try {
                database = setup.database().get();
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

    /** Has failures printed with the words of the database. */
    void showWords() {
        verbose = true;
    }

    boolean showsWords() {
        return verbose;
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

    void print(String line) {
        if (!quiet) {
            setup.out().println(line);
        }
    }

    /** A line about what is going on, beside the output proper. */
    void log(String line) {
        if (!quiet) {
            setup.err().println("INFO  [unirow.migrate] " + line);
        }
    }

    private void show(MigrationEvent event) {
        if (setup.progress() && !quiet) {
            new ProgressLines(setup.err()::println).happened(event);
        }
    }

    void warn(String line) {
        if (!quiet) {
            setup.err().println("WARN  [unirow.migrate] " + line);
        }
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
