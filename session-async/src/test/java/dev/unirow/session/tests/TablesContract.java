package dev.unirow.session.tests;

import static dev.unirow.session.Await.await;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.unirow.session.Database;
import dev.unirow.session.exception.StatementException;
import dev.unirow.session.tests.models.Drawer;
import dev.unirow.session.tests.models.Drawer.Stamp;
import dev.unirow.session.tests.models.Team;
import dev.unirow.session.tests.models.Team.Player;
import dev.unirow.session.tests.models.User;
import dev.unirow.testing.EachDatabase;
import org.junit.jupiter.api.Test;

/** The tables of the models come and go, and a statement that fails is a failure. */
@EachDatabase
class TablesContract extends DatabaseContract {
    @Test
    void createAllLeavesWhatIsThere() {
        User user = committedUser("chonky");

        await(db.createAll());

        assertThat(readElsewhere(User.class, user.id()).name()).isEqualTo("chonky");
    }

    @Test
    void dropAllDropsTheTablesAndCanBeRepeated() {
        committedUser("chonky");

        await(db.dropAll());
        await(db.dropAll());

        assertThat(await(db.reflect()).tables()).isEmpty();
        await(db.createAll());
        assertThat(readElsewhere(User.class, 1)).isNull();
    }

    @Test
    void dropAllDropsTablesThatReferToEachOtherWithTheirRows() {
        try (Database circle = Database.open(target.newDatabaseUrl(), Team.class, Player.class)) {
            await(circle.createAll());
            Team team = new Team();
            Player captain = new Player(team);
            team.setCaptain(captain);
            await(circle.begin(session -> {
                session.addAll(team, captain);
                return session.flush();
            }));

            await(circle.dropAll());

            assertThat(await(circle.reflect()).tables()).isEmpty();
        }
    }

    @Test
    void aModelWhoseTableIsMissingIsToldHowItIsCreated() {
        await(db.dropAll());

        assertThatThrownBy(() -> await(db.read(session -> session.find(User.class, 1))))
                .isInstanceOf(StatementException.class)
                .hasMessageContainingAll("'user'", "the model User", "createAll()", "migrations");
        assertThatThrownBy(() -> committedUser("chonky"))
                .isInstanceOf(StatementException.class)
                .hasMessageContainingAll("'user'", "the model User", "createAll()", "migrations");
        assertThatThrownBy(() -> rows("select * from nowhere"))
                .isInstanceOf(StatementException.class)
                .hasMessageContainingAll("nowhere", "createAll()", "migrations");
    }

    @Test
    void aModelWhoseSequenceIsMissingIsToldHowItIsCreated() {
        try (Database numbered = Database.open(target.newDatabaseUrl(), Drawer.MODELS)) {
            assertThatThrownBy(() -> await(numbered.begin(session -> session.insert(new Stamp("fish")))))
                    .isInstanceOf(StatementException.class)
                    .hasMessageContainingAll("'stamp_seq'", "model", "createAll()", "migrations");
        }
    }

    @Test
    void reflectKnowsTablesThatNoModelStandsFor() {
        await(db.connect(connection -> connection.execute("create table elsewhere (id integer primary key)")));

        await(db.reflect());

        assertThat(db.tables()).containsKeys("elsewhere", "user", "pet", "tag");
        assertThat(db.metadata().table("elsewhere")).isEmpty();
    }

    @Test
    void tablesAndColumnsExistOrDoNot() {
        assertThat(await(db.exists("pet"))).isTrue();
        assertThat(await(db.exists("pet", "name"))).isTrue();
        assertThat(await(db.exists("pet", "wings"))).isFalse();
        await(db.dropAll());
        assertThat(await(db.exists("pet"))).isFalse();
        assertThat(await(db.exists("pet", "name"))).isFalse();
        assertThat(db.isSqlite()).isEqualTo(db.kind().id().equals("sqlite"));
    }

    @Test
    void aStatementThatFailsFailsCreateAllAndNothingIsKept() {
        await(db.dropAll());
        await(db.connect(connection -> connection.execute("create view tag as select 1 as label")));

        assertThatThrownBy(() -> await(db.createAll())).isInstanceOf(StatementException.class);

        assertThat(await(db.reflect()).tables()).isEmpty();
    }

    @Test
    void aDatabaseSaysItsUrlNameAndModelsButNoPassword() {
        String url = target.newDatabaseUrl();
        try (Database lazy = Database.openLazy(url, models())) {
            assertThat(lazy.models()).containsExactly(models());
            assertThat(lazy.url()).isNotNull().doesNotContain("?");
            assertThat(lazy.toString()).contains(lazy.url());
            assertThat(lazy.name()).isNotBlank();
            assertThat(lazy.isSqlite() || lazy.url().endsWith("/" + lazy.name()))
                    .isTrue();
        }
        try (Database secret =
                Database.openLazy("postgresql://ann:zq7secret@127.0.0.1:1/shop?pool_size=2", User.class)) {
            assertThat(secret.url()).isEqualTo("postgresql://ann:***@127.0.0.1:1/shop");
            assertThat(secret.name()).isEqualTo("shop");
        }
    }
}
