package dev.unirow.session.tests.query;

import static dev.unirow.query.Queries.select;
import static dev.unirow.session.Await.await;
import static org.assertj.core.api.Assertions.assertThat;

import dev.unirow.session.AsyncSession;
import dev.unirow.session.tests.DatabaseContract;
import dev.unirow.session.tests.models.User;
import dev.unirow.testing.DatabaseKind;
import dev.unirow.testing.OnDatabase;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@OnDatabase(DatabaseKind.SQLITE_FILE)
class SqliteFileSessionQueriesTest extends DatabaseContract {
    private AsyncSession session;

    @BeforeEach
    void openSession() {
        session = db.session();
    }

    @AfterEach
    void closeSession() {
        await(session.close());
    }

    @Test
    void readDoesNotWaitForTheWriter() {
        session.add(new User("uncommitted"));
        await(session.flush());

        long found = await(db.read(reader -> reader.count(select(User.class))));

        assertThat(found).isZero();
    }
}
