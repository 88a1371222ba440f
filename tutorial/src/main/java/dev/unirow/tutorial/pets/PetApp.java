package dev.unirow.tutorial.pets;

import dev.unirow.session.Database;
import dev.unirow.session.UnirowException;
import java.io.PrintStream;

/** The pet app, on {@code DATABASE_URL}, or else on the file {@code data.db} in the current folder. */
public final class PetApp {
    private PetApp() {}

    public static void main(String[] arguments) {
        System.exit(run(arguments, System.out, System.err));
    }

    /** Runs the app; its exit code: 0, 1 for what failed, 2 for arguments that make no sense. */
    static int run(String[] arguments, PrintStream out, PrintStream err) {
        if (arguments.length > 0) {
            err.println("There is no command '" + arguments[0] + "'. Usage: tutorial/pets");
            return 2;
        }
        PlainLog.sendTo(out);
        try (Database db = Database.fromConfig(User.class, Pet.class)) {
            new WalkThrough(db, out).run();
            return 0;
        } catch (UnirowException | IllegalArgumentException | IllegalStateException failure) {
            err.println(failure.getMessage());
            return 1;
        }
    }
}
