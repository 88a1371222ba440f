package dev.unirow.session.tests.query;

import static dev.unirow.query.Queries.asc;
import static dev.unirow.query.Queries.select;
import static dev.unirow.session.Await.await;

import dev.unirow.session.Database;
import dev.unirow.session.tests.models.User;
import java.util.stream.Collectors;

/** A program that streams all users of a database, then ten of them, and prints what it saw. */
final class LongResult {
    private LongResult() {}

    public static void main(String[] arguments) {
        try (Database db = Database.open(arguments[0], User.class)) {
            long all = await(db.read(s -> s.stream(select(User.class).orderBy(asc(User::id)))
                    .onItem()
                    .invoke(user -> requireName(user))
                    .collect()
                    .with(Collectors.counting())));
            int first = await(db.read(s -> s.stream(select(User.class).orderBy(asc(User::id)))
                            .select()
                            .first(10)
                            .collect()
                            .asList()))
                    .size();
            System.out.println(
                    all + " rows, " + first + " rows, " + await(db.stats()).inUse() + " in use");
        }
    }

    private static void requireName(User user) {
        if (!user.name().startsWith("user ")) {
            throw new IllegalStateException("'" + user.name() + "' was never inserted.");
        }
    }
}
