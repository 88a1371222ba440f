package dev.unirow.tutorial.pets;

import dev.unirow.migrate.cli.Main;
import dev.unirow.session.Database;
import dev.unirow.session.exception.UnirowException;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.nio.charset.Charset;
import java.nio.file.Path;
import java.util.Arrays;

/** The pet app, on {@code DATABASE_URL}, or else on the file {@code data.db} in the current folder. */
public final class PetApp {
    static final Class<?>[] MODELS = {User.class, Pet.class};

    private PetApp() {}

    public static void main(String[] arguments) {
        System.exit(run(arguments, Path.of("migrations"), System.out, System.err));
    }

    /**
     * Runs the app; its exit code: 0, 1 for what failed, 2 for arguments that make no sense, and for its migrations
     * that of their command line.
     */
    static int run(String[] arguments, Path migrations, PrintStream out, PrintStream err) {
        PlainLog.sendTo(out);
        if (arguments.length == 0) {
            return walkThrough(out, err);
        }
        if (arguments[0].equals("db")) {
            return migrations(migrations, out, err).run(Arrays.copyOfRange(arguments, 1, arguments.length));
        }
        err.println("There is no command '" + arguments[0]
                + "'. Usage: tutorial/pets, tutorial/pets db <command>, or tutorial/pets shell");
        return 2;
    }

    private static int walkThrough(PrintStream out, PrintStream err) {
        try (Database db = Database.fromConfig(MODELS)) {
            new WalkThrough(db, out).run();
            return 0;
        } catch (UnirowException | IllegalArgumentException | IllegalStateException failure) {
            err.println(failure.getMessage());
            return 1;
        }
    }

    private static Main migrations(Path directory, PrintStream out, PrintStream err) {
        Charset console = Charset.defaultCharset();
        return Main.of(directory)
                .withProgramName("tutorial/pets db")
                .withDatabase(() -> Database.fromConfig(MODELS))
                .withOutput(new PrintWriter(out, true, console), new PrintWriter(err, true, console));
    }
}
