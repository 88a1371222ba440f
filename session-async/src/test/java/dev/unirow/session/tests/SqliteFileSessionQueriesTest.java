package dev.unirow.session.tests;

import static dev.unirow.query.Queries.select;
import static dev.unirow.session.Await.await;
import static org.assertj.core.api.Assertions.assertThat;

import dev.unirow.session.tests.models.User;
import dev.unirow.testing.DatabaseTarget;
import org.junit.jupiter.api.Test;

class SqliteFileSessionQueriesTest extends SessionQueriesContract implements DatabaseTarget.OnSqliteFile {
    @Test
    void readDoesNotWaitForTheWriter() {
        session.add(new User("uncommitted"));
        await(session.flush());

        long found = await(db.read(reader -> reader.count(select(User.class))));

        assertThat(found).isZero();
    }
}
