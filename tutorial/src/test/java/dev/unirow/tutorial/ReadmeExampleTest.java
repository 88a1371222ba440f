package dev.unirow.tutorial;

import static dev.unirow.session.Await.await;
import static org.assertj.core.api.Assertions.assertThat;

import dev.unirow.session.AsyncSession;
import dev.unirow.session.Database;
import dev.unirow.tutorial.pets.Pet;
import dev.unirow.tutorial.pets.User;
import io.smallrye.mutiny.Uni;
import org.junit.jupiter.api.Test;

/** The program that the README shows. */
class ReadmeExampleTest {
    @Test
    void theReadmesExampleRuns() {
        StringBuilder printed = new StringBuilder();
        // region example
        try (Database db = Database.open("sqlite://", User.class, Pet.class)) {
            await(db.createAll());

            // a session of your own: commit as you go
            AsyncSession session = db.session();
            User chonky = new User("chonky");
            session.addAll(chonky, new Pet("phroge"));
            await(session.commit());
            await(session.close());

            // a scope: one transaction, committed at the end, rolled back on failure
            Uni<User> renamed = db.begin(s -> s.get(User.class, chonky.id()).invoke(user -> user.setName("slim")));
            printed.append(await(renamed)); // User(id=1, name="slim")
        }
        // endregion
        assertThat(printed).hasToString("User(id=1, name=\"slim\")");
    }
}
