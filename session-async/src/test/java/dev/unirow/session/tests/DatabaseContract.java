package dev.unirow.session.tests;

import static dev.unirow.query.Queries.select;
import static dev.unirow.session.Await.await;
import static org.assertj.core.api.Assertions.assertThat;

import dev.unirow.session.AsyncSession;
import dev.unirow.session.Database;
import dev.unirow.session.tests.models.Pet;
import dev.unirow.session.tests.models.Tag;
import dev.unirow.session.tests.models.User;
import dev.unirow.testing.DatabaseTarget;
import dev.unirow.testing.Waiting;
import java.util.List;
import java.util.Map;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;

/** A new database with the tables of the test models, for each test. */
public abstract class DatabaseContract {
    public DatabaseTarget target;

    public Database db;

    @BeforeEach
    void openDatabase() {
        db = open();
        await(db.createAll());
    }

    public Database open() {
        return Database.open(target.newDatabaseUrl(), models());
    }

    @AfterEach
    void closeDatabase() {
        db.close();
    }

    public Class<?>[] models() {
        return new Class<?>[] {User.class, Pet.class, Tag.class};
    }

    /** A row that another transaction committed, and an unmanaged object with its values. */
    public User committedUser(String name) {
        User user = new User(name);
        await(db.begin(session -> {
            session.add(user);
            return session.flush();
        }));
        return user;
    }

    /** What a transaction of its own reads. */
    public <T> T readElsewhere(Class<T> type, Object key) {
        return await(db.session((AsyncSession session) -> session.find(type, key)));
    }

    /** What a plain connection reads. */
    public List<Map<String, Object>> rows(String sql) {
        return await(db.connect(connection -> connection.select(sql)));
    }

    public <T> List<T> all(Class<T> type) {
        return await(db.read(session -> session.all(select(type))));
    }

    /** Whatever happened: no connection is kept, and the next operation works. */
    public void assertNothingIsLeftBehind() {
        Awaitility.await()
                .atMost(Waiting.LIMIT)
                .untilAsserted(() -> assertThat(await(db.stats()).inUse()).isZero());
        await(db.begin(session -> session.insert(new Tag("next", "works"))));
        assertThat(readElsewhere(Tag.class, "next")).isNotNull();
    }

    public long count(Class<?> type) {
        return all(type).size();
    }
}
