package dev.unirow.migrate.cli;

import dev.unirow.migrate.MigrationException;
import java.io.PrintWriter;
import java.nio.charset.Charset;
import java.nio.file.Path;
import picocli.CommandLine;

/**
 * The command line. Exit codes are Alembic's: 0, 255 after {@code FAILED: …}, 2 for arguments that cannot be understood, 1 for a failure nobody foresaw.
 * Commands block; never run them on an event loop.
 */
public final class Main {

    private static final int FAILED = 255;
    private static final String DEFAULT_DIRECTORY = "migrations";

    private final Path directory;
    private final PrintWriter out;
    private final PrintWriter err;

    private Main(Path directory, PrintWriter out, PrintWriter err) {
        this.directory = directory;
        this.out = out;
        this.err = err;
    }

    /** Works on the folder {@code migrations} of the working directory unless {@code --directory} says otherwise. */
    public static void main(String... args) {
        System.exit(Main.of(Path.of(DEFAULT_DIRECTORY)).run(args));
    }

    /** A command line for another program, which writes to the standard streams. */
    public static Main of(Path directory) {
        Charset console = Charset.defaultCharset();
        return new Main(
                directory, new PrintWriter(System.out, true, console), new PrintWriter(System.err, true, console));
    }

    /** Sends what was asked for to {@code out}, failures and usage messages to {@code err}. */
    public Main withOutput(PrintWriter out, PrintWriter err) {
        return new Main(directory, out, err);
    }

    /** Runs one command and answers its exit code; throws nothing and ends no process. */
    public int run(String... args) {
        Console console = new Console(directory, out);
        CommandLine line = new CommandLine(console)
                .addSubcommand(new InitCommand(console))
                .addSubcommand(new RevisionCommand(console))
                .addSubcommand(new MergeCommand(console))
                .addSubcommand(new HistoryCommand(console))
                .addSubcommand(new HeadsCommand(console))
                .addSubcommand(new BranchesCommand(console))
                .addSubcommand(new ShowCommand(console))
                .setOut(out)
                .setErr(err)
                .setExecutionExceptionHandler((failure, command, parsed) -> report(failure, console));
        int code = line.execute(args);
        out.flush();
        err.flush();
        return code;
    }

    private int report(Exception failure, Console console) {
        if (console.raiseErrors() || !(failure instanceof MigrationException)) {
            failure.printStackTrace(err);
            return 1;
        }
        err.println("FAILED: " + failure.getMessage());
        return FAILED;
    }
}
