package dev.unirow.session.tests.connection;

import static dev.unirow.session.Await.await;
import static dev.unirow.session.ScopeOptions.options;

import dev.unirow.session.Database;
import dev.unirow.session.tests.models.User;
import java.time.Duration;

/** A program that uses what runs on threads of its own, and ends. */
final class ShortProgram {
    static final String LAST_WORDS = "This is the end of main.";

    private ShortProgram() {}

    public static void main(String[] arguments) {
        try (Database db = Database.openLazy(arguments[0], User.class)) {
            await(db.createAll());
            await(db.begin(
                    options().timeout(Duration.ofMinutes(10)).retry(3), session -> session.insert(new User("chonky"))));
            System.out.println(await(db.health()).reachable());
        }
        try (Database db = Database.open(arguments[0], User.class)) {
            await(db.ping());
        }
        System.out.println(LAST_WORDS);
    }
}
