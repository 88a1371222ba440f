package dev.unirow.session.tests.connection;

import static dev.unirow.session.Await.await;

import dev.unirow.session.Database;
import dev.unirow.session.tests.models.Tag;
import java.util.ArrayList;
import java.util.List;

/** How each way to a database's first connection fails. Public, to be called in a class path of its own. */
public final class FirstFailures {
    private FirstFailures() {}

    /** The failures as text; none where all succeed. */
    public static List<String> of(String url) {
        List<String> failures = new ArrayList<>();
        attempt(failures, () -> Database.open(url, Tag.class).close());
        attempt(failures, () -> await(Database.openAsync(url, Tag.class)).close());
        try (Database db = Database.openLazy(url, Tag.class)) {
            attempt(failures, () -> await(db.ping()));
            attempt(failures, () -> await(db.createAll()));
            attempt(failures, () -> await(db.read(session -> session.find(Tag.class, "chonky"))));
            attempt(failures, () -> await(db.connect(connection -> connection.select("select 1"))));
            await(db.health())
                    .problem()
                    .ifPresent(problem -> failures.add(IllegalStateException.class.getName() + ": " + problem));
        }
        return failures;
    }

    private static void attempt(List<String> failures, Runnable way) {
        try {
            way.run();
        } catch (RuntimeException failure) {
            failures.add(failure.toString());
        }
    }
}
