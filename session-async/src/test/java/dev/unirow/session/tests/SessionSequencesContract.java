package dev.unirow.session.tests;

import static dev.unirow.query.Queries.delete;
import static dev.unirow.query.Queries.select;
import static dev.unirow.session.Await.await;
import static org.assertj.core.api.Assertions.assertThat;

import dev.unirow.session.AsyncSession;
import dev.unirow.session.tests.models.User;
import dev.unirow.testing.EachDatabase;
import java.util.List;
import java.util.concurrent.ThreadLocalRandom;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Whatever is done in whatever order: states, versions and rows agree with a plain model of them. */
@EachDatabase
class SessionSequencesContract extends DatabaseContract {
    private static final int OPERATIONS = 30;

    @Test
    void thirtyRandomSequencesOfThirtyOperationsAgreeWithThePlainModel() {
        run(30);
    }

    @Test
    @Tag("deep")
    void fiveHundredRandomSequencesOfThirtyOperationsAgreeWithThePlainModel() {
        run(500);
    }

    private void run(int sequences) {
        for (int i = 0; i < sequences; i++) {
            run(ThreadLocalRandom.current().nextLong());
        }
    }

    private void run(long seed) {
        await(db.begin(s -> s.execute(delete(User.class))));
        AsyncSession session = db.session();
        SessionSequence sequence = new SessionSequence(session, seed);
        try {
            sequence.run(OPERATIONS);
        } catch (Throwable failure) {
            throw new AssertionError("Seed " + seed + ": " + String.join("\n  ", sequence.done()), failure);
        } finally {
            await(session.close());
        }
        assertThat(SessionSequence.rows(await(db.<List<User>>read(s -> s.all(select(User.class))))))
                .as("the rows in the end, seed " + seed)
                .isEqualTo(sequence.committed());
    }
}
