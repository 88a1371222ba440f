package dev.unirow.tutorial.seeds;

import static dev.unirow.session.Await.await;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.unirow.query.Queries;
import dev.unirow.schema.ForeignKey;
import dev.unirow.schema.Table;
import dev.unirow.session.AsyncSession;
import dev.unirow.session.Database;
import dev.unirow.testing.DatabaseTarget;
import dev.unirow.testing.EachDatabase;
import dev.unirow.tutorial.seeds.models.User;
import dev.unirow.tutorial.seeds.models.UserAbout;
import dev.unirow.tutorial.seeds.models.UserDevice;
import dev.unirow.tutorial.seeds.models.UserDeviceKey;
import io.smallrye.mutiny.Uni;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** sqlservice's page on its asynchronous database, line by line. */
@EachDatabase
class SqlserviceAsyncDatabaseContract {
    private DatabaseTarget target;
    private Database db;

    @BeforeEach
    void createTheDatabaseObject() {
        String url = target.newDatabaseUrl().replaceFirst("^sqlite:", "sqlite+aiosqlite:");
        // db = Database(url, model_class=Model)
        db = Database.open(url, User.class, UserAbout.class, UserDevice.class, UserDeviceKey.class);
        await(db.createAll());
    }

    @AfterEach
    void closeIt() {
        db.close();
    }

    @Test
    void connectAnswersRowsOverAPlainConnection() {
        String user = target.kind().quoted("user");
        // async with db.connect() as conn: a connection without ORM
        Uni<Map<String, Object>> row = db.connect(connection -> connection
                .execute("insert into " + user + " (name, email) values ('Ada', 'ada@example.org')")
                .chain(() -> connection.select("select id, name from " + user))
                .map(rows -> rows.get(0)));

        Map<String, Object> ada = await(row);
        assertThat(ada.keySet()).containsExactly("id", "name");
        assertThat(((Number) ada.get("id")).longValue()).isEqualTo(1);
        assertThat(ada).containsEntry("name", "Ada");
    }

    @Test
    void aSessionOfOnesOwnCommitsAsYouGo() {
        // session = db.session()
        AsyncSession session = db.session();
        session.add(new User("Ada", "ada@example.org"));
        await(session.commit());
        session.add(new User("Bob", "bob@example.org"));
        await(session.flush());
        await(session.close());

        assertThat(users()).isEqualTo(1);
    }

    @Test
    void aSessionScopeCommitsAsYouGo() {
        // async with db.session() as session: what is not committed is not kept
        await(db.session(session -> {
            session.add(new User("Ada", "ada@example.org"));
            return session.commit().chain(() -> {
                session.add(new User("Bob", "bob@example.org"));
                return session.flush();
            });
        }));

        assertThat(users()).isEqualTo(1);
    }

    @Test
    void beginCommitsAtTheEndOfTheScope() {
        // async with db.begin() as session: automatic commit
        User ada = new User("Ada", "ada@example.org");
        await(db.begin(session -> {
            UserDevice phone = new UserDevice(ada, "phone");
            session.addAll(ada, new UserAbout(ada, "the countess"), phone, new UserDeviceKey(phone, "k1"));
            return Uni.createFrom().voidItem();
        }));

        assertThat(ada.id()).isEqualTo(1);
        UserAbout about = await(db.session(session -> session.get(UserAbout.class, 1L)));
        assertThat(about.nickname()).isEqualTo("the countess");
        UserDeviceKey key = await(db.session(session -> session.get(UserDeviceKey.class, 1L)));
        assertThat(key).hasToString("UserDeviceKey(id=1, device=UserDevice(id=1) [sparse], key=\"k1\")");
    }

    @Test
    void beginRollsBackOnAnUnhandledException() {
        // the page: automatic rollback if an unhandled exception occurs
        assertThatThrownBy(() -> await(db.begin(session -> {
                    session.add(new User("Ada", "ada@example.org"));
                    return session.flush().invoke(() -> {
                        throw new IllegalStateException("unhandled");
                    });
                })))
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("unhandled");

        assertThat(users()).isZero();
    }

    @Test
    void metadataIsWhatTheModelsAskFor() {
        // db.metadata
        assertThat(db.metadata().tables())
                .extracting(Table::name)
                .containsExactly("user", "user_about", "user_device", "user_device_key");
    }

    @Test
    void createAllAndDropAllMakeAndUnmakeTheTablesOfTheModels() {
        // await db.drop_all()
        await(db.dropAll());
        assertThat(await(db.reflect()).tables()).isEmpty();

        // await db.create_all()
        await(db.createAll());
        assertThat(await(db.reflect()).tables())
                .extracting(Table::name)
                .containsExactly("user", "user_about", "user_device", "user_device_key");
    }

    @Test
    void reflectReadsATableThatNoModelStandsFor() {
        await(db.connect(connection -> connection.execute("create table audit (id integer primary key, what text)")));
        assertThat(db.tables()).doesNotContainKey("audit");

        // await db.reflect(); print(db.tables)
        await(db.reflect());

        assertThat(db.tables().keySet())
                .containsExactlyInAnyOrder("audit", "user", "user_about", "user_device", "user_device_key");
        assertThat(db.tables().get("audit").column("what")).isPresent();
    }

    @Test
    void reflectNeedsNoModelsAtAll() {
        // the page: reflect an existing schema without predefining models
        try (Database bare = Database.open(target.newDatabaseUrl())) {
            await(bare.connect(connection -> connection
                    .execute("create table author (id integer primary key)")
                    .chain(() -> connection.execute(
                            "create table book (id integer primary key, title text not null, author_id integer"
                                    + " constraint fk_book_author_id_author references author (id))"))));
            assertThat(bare.tables()).isEmpty();

            await(bare.reflect());

            assertThat(bare.tables().keySet()).containsExactlyInAnyOrder("author", "book");
            assertThat(bare.tables().get("book").foreignKeys())
                    .extracting(ForeignKey::name)
                    .containsExactly("fk_book_author_id_author");
        }
    }

    private long users() {
        return await(db.session(session -> session.count(Queries.select(User.class))));
    }
}
