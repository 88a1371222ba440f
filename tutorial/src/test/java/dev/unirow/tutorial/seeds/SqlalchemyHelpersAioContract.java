package dev.unirow.tutorial.seeds;

import static dev.unirow.active.Shortcuts.getByPk;
import static dev.unirow.active.Shortcuts.getOne;
import static dev.unirow.active.Shortcuts.getOrCreate;
import static dev.unirow.session.Await.await;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.unirow.active.Created;
import dev.unirow.migrate.Migrations;
import dev.unirow.migrate.SyncResult;
import dev.unirow.migrate.directory.MigrationsDirectory;
import dev.unirow.migrate.directory.NewRevision;
import dev.unirow.migrate.revision.MigrationStep;
import dev.unirow.migrate.revision.Revision;
import dev.unirow.migrate.status.DatabaseStatus;
import dev.unirow.schema.Table;
import dev.unirow.session.AsyncSession;
import dev.unirow.session.Database;
import dev.unirow.session.exception.NotFoundException;
import dev.unirow.testing.DatabaseTarget;
import dev.unirow.testing.EachDatabase;
import dev.unirow.tutorial.seeds.models.User;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The page of sqlalchemy_helpers' asynchronous manager, member by member. */
@EachDatabase
class SqlalchemyHelpersAioContract {
    private DatabaseTarget target;

    @TempDir
    Path folder;

    private Database db;
    private Migrations manager;
    private Revision first;

    /** The manager: a URI, and a folder of revisions, with one that makes the table of the users. */
    @BeforeEach
    void makeTheManager() {
        db = Database.open(target.newDatabaseUrl(), User.class);
        manager = Migrations.of(db, MigrationsDirectory.of(folder.resolve("migrations")));
        await(manager.init());
        first = await(manager.autogenerate("users")).revision();
        assertThat(first).isNotNull();
    }

    @AfterEach
    void closeTheDatabase() {
        db.close();
    }

    @Test
    void createMakesTheTablesAndStampsThem() {
        // create
        await(manager.create());

        assertThat(tables()).containsExactlyInAnyOrder("alembic_version", "user");
        assertThat(await(manager.current())).containsExactly(first);
    }

    @Test
    void dropDropsAllTables() {
        await(manager.create());

        // drop
        await(manager.drop());

        assertThat(tables()).isEmpty();
    }

    @Test
    void theCurrentRevisionIsNoneOrTheOneApplied() {
        // get current revision
        assertThat(await(manager.current())).isEmpty();

        await(manager.upgrade("head"));

        assertThat(await(manager.current())).extracting(Revision::id).containsExactly(first.id());
    }

    @Test
    void theStatusFollowsTheDatabase() {
        // get status
        assertThat(await(manager.status())).isEqualTo(DatabaseStatus.NO_INFO);

        await(manager.create());
        assertThat(await(manager.status())).isEqualTo(DatabaseStatus.UP_TO_DATE);

        emptyRevision();
        assertThat(await(manager.status())).isEqualTo(DatabaseStatus.UPGRADE_AVAILABLE);
    }

    @Test
    void syncCreatesUpgradesOrLeavesTheSchema() {
        // sync: create or update the database schema
        assertThat(await(manager.sync())).isEqualTo(SyncResult.CREATED);
        assertThat(await(manager.sync())).isEqualTo(SyncResult.ALREADY_UP_TO_DATE);

        emptyRevision();
        assertThat(await(manager.sync())).isEqualTo(SyncResult.UPGRADED);
        assertThat(await(manager.status())).isEqualTo(DatabaseStatus.UP_TO_DATE);
    }

    @Test
    void upgradeGoesToTheHead() {
        Revision second = emptyRevision();

        // upgrade, to the head
        assertThat(await(manager.upgrade("head"))).hasSize(2);
        assertThat(await(manager.current())).containsExactly(second);
    }

    @Test
    void upgradeGoesToAGivenTarget() {
        emptyRevision();

        // upgrade, to a target
        assertThat(await(manager.upgrade(first.id()))).singleElement().isInstanceOf(MigrationStep.class);
        assertThat(await(manager.current())).containsExactly(first);
    }

    @Test
    void getByPkAnswersTheInstanceOrNone() {
        await(manager.sync());
        AsyncSession session = db.session();
        session.add(new User("foo", "foo@example.org"));
        await(session.commit());

        // get by pk
        User user = await(getByPk(session, User.class, 1));
        assertThat(user.name()).isEqualTo("foo");
        assertThat(await(getByPk(session, User.class, 42))).isNull();
        await(session.close());
    }

    @Test
    void getOneAnswersTheOnlyOneWithTheseAttributes() {
        await(manager.sync());
        AsyncSession session = db.session();
        session.addAll(new User("foo", "foo@example.org"), new User("bar", "bar@example.org"));
        await(session.commit());

        // get one
        assertThat(await(getOne(session, User.class, Map.of("name", "bar"))).id())
                .isEqualTo(2);
        assertThatThrownBy(() -> await(getOne(session, User.class, Map.of("name", "nobody"))))
                .isInstanceOf(NotFoundException.class);
        await(session.close());
    }

    @Test
    void getOrCreateTellsWhetherItCreated() {
        await(manager.sync());
        AsyncSession session = db.session();

        // get or create, twice
        Map<String, String> attributes = Map.of("name", "foo", "email", "foo@example.org");
        Created<User> made = await(getOrCreate(session, User.class, attributes));
        Created<User> found = await(getOrCreate(session, User.class, attributes));

        assertThat(made.created()).isTrue();
        assertThat(made.model().id()).isEqualTo(1);
        assertThat(found.created()).isFalse();
        assertThat(found.model()).isSameAs(made.model());

        // it flushes and leaves the commit to the session
        await(session.rollback());
        assertThat(await(getByPk(session, User.class, 1))).isNull();
        await(session.close());
    }

    private Revision emptyRevision() {
        return await(manager.revision(NewRevision.of("nothing yet")));
    }

    private List<String> tables() {
        return await(db.reflect()).tables().stream().map(Table::name).toList();
    }
}
