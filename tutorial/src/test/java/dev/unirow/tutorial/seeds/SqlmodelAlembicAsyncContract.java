package dev.unirow.tutorial.seeds;

import static dev.unirow.session.Await.await;
import static org.assertj.core.api.Assertions.assertThat;

import dev.unirow.session.AsyncSession;
import dev.unirow.session.Database;
import dev.unirow.session.Echo;
import dev.unirow.testing.CapturedLog;
import dev.unirow.testing.DatabaseTarget;
import dev.unirow.testing.EachDatabase;
import dev.unirow.tutorial.pets.Pet;
import dev.unirow.tutorial.pets.User;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * The pet management app of "SQLModel with Alembic, part 2: asynchronous", line by line, with the ids that its page
 * prints.
 */
@EachDatabase
class SqlmodelAlembicAsyncContract {
    private DatabaseTarget target;
    private String databaseUrl;
    private Database engine;

    private String quoted(String name) {
        return target.kind().quoted(name);
    }

    private String parameter() {
        return target.kind().parameter(1);
    }

    /** The page goes on with a database in which part 1 left two users and a pet. */
    @BeforeEach
    void openTheDatabaseOfPartOne() {
        // the database URL with the name of the asynchronous driver in it
        databaseUrl = target.newDatabaseUrl().replaceFirst("^sqlite:", "sqlite+aiosqlite:");
        // the engine, with the URL and the models
        engine = Database.open(databaseUrl, User.class, Pet.class);
        await(engine.createAll());
        await(engine.begin(session -> {
            session.addAll(new User("first"), new User("second"), new Pet("first"));
            return session.flush();
        }));
    }

    @AfterEach
    void closeTheDatabase() {
        engine.close();
    }

    @Test
    void theWholePagePrintsWhatItShows() {
        try (CapturedLog log = CapturedLog.of("unirow.engine")) {
            // echo=True of the engine
            engine.echo(Echo.ON);

            // session = AsyncSession(engine)
            AsyncSession session = engine.session();

            // the model objects
            User chonky = new User("chonky");
            Pet frog = new Pet("phroge");

            // add both
            session.addAll(chonky, frog);
            assertThat(log.lines()).isEmpty();

            // commit
            await(session.commit());
            assertThat(log.linesWithoutTimes())
                    .containsExactly(
                            "BEGIN (implicit)",
                            "insert into " + quoted("user") + " (name) values (" + parameter() + ") returning id",
                            "[0.00ms] ('chonky')",
                            "insert into pet (name) values (" + parameter() + ") returning id",
                            "[0.00ms] ('phroge')",
                            "COMMIT");

            // nothing expires at the commit: the ids are there before the page refreshes
            assertThat(chonky.id()).isEqualTo(3);
            assertThat(frog.id()).isEqualTo(2);
            log.clear();

            // refresh the user
            await(session.refresh(chonky));
            assertThat(log.linesWithoutTimes())
                    .containsExactly(
                            "BEGIN (implicit)",
                            "select u1_0.id,u1_0.name from " + quoted("user") + " u1_0 where u1_0.id=" + parameter(),
                            "[0.00ms] (3)");
            log.clear();

            // refresh the pet, in the same transaction
            await(session.refresh(frog));
            assertThat(log.linesWithoutTimes())
                    .containsExactly(
                            "select p1_0.id,p1_0.name from pet p1_0 where p1_0.id=" + parameter(), "[0.00ms] (2)");
            log.clear();

            // print the user, print the pet
            assertThat(chonky).hasToString("User(id=3, name=\"chonky\")");
            assertThat(frog).hasToString("Pet(id=2, name=\"phroge\")");
            assertThat(log.lines()).isEmpty();

            // close
            await(session.close());
            assertThat(log.linesWithoutTimes()).containsExactly("ROLLBACK");
        }
    }

    @Test
    void aScopeIsTheContextManager() {
        // async with AsyncSession(engine) as session
        User made = await(engine.session(session -> {
            // a new user, added
            User user = new User("chonk");
            session.add(user);
            // commit, then refresh
            return session.commit().chain(() -> session.refresh(user));
        }));

        // print its id
        assertThat(made).hasToString("User(id=3, name=\"chonk\")");
        User read = await(engine.session(session -> session.get(User.class, 3)));
        assertThat(read).isEqualTo(made).isNotSameAs(made);
    }

    @Test
    void theUrlMayComeFromTheConfiguration() {
        // the page: better, derive the URL from the environment
        System.setProperty("database.url", databaseUrl);
        try (Database configured = Database.fromConfig(User.class, Pet.class)) {
            await(configured.createAll());

            Pet made = await(configured.begin(session -> {
                Pet pet = new Pet("phroge");
                session.add(pet);
                return session.flush().replaceWith(pet);
            }));

            assertThat(made.id()).isNotNull();
        } finally {
            System.clearProperty("database.url");
        }
    }
}
