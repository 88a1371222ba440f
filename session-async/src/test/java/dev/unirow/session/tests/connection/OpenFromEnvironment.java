package dev.unirow.session.tests.connection;

import dev.unirow.session.Database;
import dev.unirow.session.tests.models.User;
import java.util.logging.ConsoleHandler;
import java.util.logging.Level;
import java.util.logging.Logger;

/** A program that opens what its environment names, logs all that can be logged, and prints what came of it. */
final class OpenFromEnvironment {
    static final String OPENED = "opened";

    private OpenFromEnvironment() {}

    public static void main(String[] arguments) {
        Logger root = Logger.getLogger("");
        root.setLevel(Level.ALL);
        for (var handler : root.getHandlers()) {
            root.removeHandler(handler);
        }
        ConsoleHandler all = new ConsoleHandler();
        all.setLevel(Level.ALL);
        root.addHandler(all);
        try (Database db = Database.fromConfig(User.class)) {
            db.ping().await().indefinitely();
            System.out.println(OPENED + " " + db);
        } catch (Throwable failure) {
            failure.printStackTrace();
        }
    }
}
