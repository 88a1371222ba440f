package dev.unirow.migrate.cli;

import dev.unirow.migrate.MigrationsDirectory;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
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

    private final PrintWriter out;

    @Option(
            names = {"-d", "--directory"},
            paramLabel = "DIR",
            description = "where the revisions are (default: ${DEFAULT-VALUE})")
    private Path directory;

    @Option(
            names = {"-q", "--quiet"},
            description = "print nothing but failures")
    private boolean quiet;

    @Option(names = "--raiseerr", description = "print the whole stack trace of a failure")
    private boolean raiseErrors;

    @Spec
    @SuppressWarnings("NullAway.Init") // picocli sets it before anything runs
    private CommandSpec spec;

    Console(Path directory, PrintWriter out) {
        this.directory = directory;
        this.out = out;
    }

    MigrationsDirectory directory() {
        return MigrationsDirectory.of(directory);
    }

    boolean raiseErrors() {
        return raiseErrors;
    }

    void print(String line) {
        if (!quiet) {
            out.println(line);
        }
    }

    void print(Collection<String> lines) {
        lines.forEach(this::print);
    }

    /** Alembic's way to tell of a file that was made. */
    void generated(@Nullable Path path) {
        print("  Generating " + path + " ...  done");
    }

    /** What the database knows cannot be asked of files. */
    void requireNoDatabase(String... identifiers) {
        if (List.of(identifiers).contains("current")) {
            throw new ParameterException(
                    spec.commandLine(), "'current' is what the database says; this command reads files only.");
        }
    }

    @Override
    public void run() {
        throw new ParameterException(spec.commandLine(), "too few arguments");
    }
}
