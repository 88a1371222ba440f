package dev.unirow.migrate.cli;

import dev.unirow.migrate.Migrations;
import dev.unirow.session.Database;
import dev.unirow.session.DatabaseConfig;
import java.io.PrintWriter;
import java.lang.ref.Reference;
import java.nio.charset.Charset;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Predicate;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import java.util.logging.Level;
import java.util.logging.Logger;
import picocli.CommandLine;
import picocli.CommandLine.Help;
import picocli.CommandLine.Help.Ansi;

/**
 * The command line. Exit codes: 0; 1 where {@code check} found a difference; 2 for arguments or a configuration that
 * cannot be understood; 3 where the command was refused; 4 where the database, or anything else, failed. Commands
 * block; never run them on an event loop. The database is opened by the first command that needs it, and closed at the
 * end of the command; commands about files alone, {@code check --offline} among them, work without one.
 */
public final class Main {
    private static final String DEFAULT_PROGRAM = "migrations";

    private final Setup setup;

    private Main(Setup setup) {
        this.setup = setup;
    }

    /**
     * Works on the configured database and the configured folder, {@link DatabaseConfig#migrations()}, unless
     * {@code --directory} names another one. The models are those of the class path that the model processor has
     * listed.
     */
    public static void main(String... args) {
        // the level goes when nobody holds the logger
        Logger hibernate = Logger.getLogger("org.hibernate");
        hibernate.setLevel(Level.WARNING);
        int code = Main.of().run(args);
        Reference.reachabilityFence(hibernate);
        System.exit(code);
    }

    /** As {@link #of(Path)}, on the configured folder, {@link DatabaseConfig#migrations()}. */
    public static Main of() {
        return of(() -> DatabaseConfig.read().migrations());
    }

    /** A command line for another program, which writes to the standard streams. */
    public static Main of(Path directory) {
        return of(() -> directory);
    }

    private static Main of(Supplier<Path> directory) {
        Charset console = Charset.defaultCharset();
        return new Main(new Setup(
                directory,
                null,
                UnaryOperator.identity(),
                DEFAULT_PROGRAM,
                Terminal.isThere(),
                Terminal.takesColours(),
                Terminal.find(),
                new PrintWriter(System.out, true, console),
                new PrintWriter(System.err, true, console)));
    }

    /**
     * Where the database, with its models, comes from; in place of the configured one. One that is
     * {@linkplain dev.unirow.session.DatabaseBuilder#migrateOnOpen() migrated when it is opened} leaves the commands
     * nothing to apply, and is upgraded by those that only look.
     */
    public Main withDatabase(Supplier<Database> database) {
        return new Main(setup.withDatabase(database));
    }

    /**
     * Adds what the program knows, as the models for databases that are not connected, and steps in Java. Without
     * models from here, {@code check --offline} takes those of the class path that the model processor has listed,
     * under standard names where {@link #withDatabase} is in place of the configuration.
     */
    public Main withMigrations(UnaryOperator<Migrations> configuration) {
        return new Main(setup.withConfiguration(configuration));
    }

    /** How this command line is reached, as {@code tutorial/pets db}: for messages that say what to type. */
    public Main withProgramName(String program) {
        return new Main(setup.withProgram(program));
    }

    /**
     * Who says whether to go on when a downgrade would lose data; gets the question. In place of the terminal, and of
     * the refusal where there is none. Called on the thread that runs the command.
     */
    public Main withAnswers(Predicate<String> answers) {
        return new Main(setup.withAnswers(answers));
    }

    /**
     * Whether each statement of a run is shown as it ends, with the time it took and the rows it was about. Unless this
     * says so, that is where a terminal is, and never with {@code --quiet}.
     */
    public Main withProgress(boolean shown) {
        return new Main(setup.withProgress(shown));
    }

    /**
     * Sends what was asked for to {@code out}, failures, progress and usage messages to {@code err}. Neither is taken
     * for a terminal: {@link #withProgress} goes after this.
     */
    public Main withOutput(PrintWriter out, PrintWriter err) {
        return new Main(setup.withOutput(out, err));
    }

    /** Runs one command and answers its exit code; throws nothing and ends no process. */
    public int run(String... args) {
        Console console = new Console(setup, List.of(args).contains(JsonOption.NAME));
        CommandLine line = new CommandLine(console).setCommandName(setup.program());
        commands(console).forEach(line::addSubcommand);
        line.getCommandSpec().versionProvider(new Version());
        line.getSubcommands()
                .values()
                .forEach(command -> command.getCommandSpec().versionProvider(new Version()));
        line.setOut(setup.out())
                .setErr(setup.err())
                .setColorScheme(Help.defaultColorScheme(setup.colours() ? Ansi.ON : Ansi.OFF))
                .setExecutionExceptionHandler((failure, command, parsed) -> report(failure, console));
        if (console.isJson()) {
            line.setParameterExceptionHandler((failure, unused) -> {
                FailureReport.ofUsage(String.valueOf(failure.getMessage())).print(console);
                return ExitCode.USAGE.number();
            });
        }
        try {
            return line.execute(args);
        } finally {
            console.close();
            setup.out().flush();
            setup.err().flush();
        }
    }

    private static List<Object> commands(Console console) {
        return List.of(
                new InitCommand(console),
                new MakeCommand(console),
                new MigrateCommand(console),
                acceptingMinus(new RevertCommand(console)),
                new StatusCommand(console),
                new BaselineCommand(console),
                new SyncCommand(console),
                new RevisionCommand(console),
                new MergeCommand(console),
                new UpgradeCommand(console),
                acceptingMinus(new DowngradeCommand(console)),
                new CurrentCommand(console),
                new HistoryCommand(console),
                new HeadsCommand(console),
                new BranchesCommand(console),
                new ShowCommand(console),
                new EditCommand(console),
                new StampCommand(console),
                new CreateCommand(console),
                new DropCommand(console),
                new DiagramCommand(console),
                new StubsCommand(console),
                new CheckCommand(console),
                new EnsureVersionCommand(console));
    }

    /** {@code -1} is where to go, not an option. */
    private static CommandLine acceptingMinus(Object command) {
        return new CommandLine(command).setUnmatchedOptionsArePositionalParams(true);
    }

    private int report(Exception failure, Console console) {
        FailureReport report = FailureReport.of(failure, console);
        if (console.raiseErrors() || !report.foreseen() && !console.isJson()) {
            failure.printStackTrace(setup.err());
        } else {
            report.print(console);
        }
        return report.code().number();
    }
}
