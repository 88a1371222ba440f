package dev.unirow.migrate.tests;

import static dev.unirow.migrate.tests.RunnerContract.run;
import static dev.unirow.session.Await.await;
import static dev.unirow.testing.DatabaseKind.MARIADB;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.unirow.migrate.Migrations;
import dev.unirow.migrate.SyncResult;
import dev.unirow.migrate.exception.InterruptedRevisionException;
import dev.unirow.migrate.exception.MigrationException;
import dev.unirow.migrate.exception.RevisionFailedException;
import dev.unirow.migrate.status.DatabaseStatus;
import dev.unirow.schema.Table;
import dev.unirow.session.Database;
import dev.unirow.session.exception.UnirowException;
import dev.unirow.testing.OnDatabase;
import dev.unirow.testing.Waiting;
import io.smallrye.mutiny.Uni;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;

/**
 * MariaDB ends the connection behind the first statement, the second, and so on, as the end of the process would: the
 * next run goes on.
 */
@OnDatabase(MARIADB)
class DyingConnectionTest extends MigrationFixture {
    private static final String CHANGES = """
            -- upgrade
            create table item (id integer primary key, name varchar(20), size integer);
            set @first = 1;
            insert into item values (@first, 'one', 1);
            update item set size = size + 1;
            alter table item add column weight integer default 7;
            update item set weight = weight + 1;
            create index ix_item_name on item (name);
            insert into item (id, name) values (@first + 1, 'two');
            """;

    /** On a new database, with a connection that ends behind so many statements; whether it came to its end before. */
    private boolean survives(int statements, List<Class<?>> models, Function<Migrations, Uni<?>> work) {
        url = target.newDatabaseUrl();
        AtomicInteger left = new AtomicInteger(statements);
        try (Database dying = Database.builder(url)
                .models(models.toArray(Class<?>[]::new))
                .listener(statement -> {
                    if (left.decrementAndGet() == 0) {
                        target.killConnections(url);
                    }
                })
                .open()) {
            run(work.apply(migrations(dying)));
            return true;
        } catch (UnirowException | MigrationException lost) {
            return false;
        }
    }

    private static List<String> tables(Database db) {
        return await(db.reflect()).tables().stream().map(Table::name).toList();
    }

    @Test
    void anUpgradeGoesOnWhereverItsConnectionEnded() {
        revision("a1", "", CHANGES);
        int statements = 1;
        while (!survives(statements, List.of(), migrations -> migrations.upgrade("head"))) {
            Database db = open(List.of());
            run(migrations(db).upgrade("head"));

            assertThat(count(db, "item where id = 1 and size = 2 and weight = 8"))
                    .as("behind statement %d", statements)
                    .isEqualTo(1);
            assertThat(count(db, "item")).isEqualTo(2);
            assertThat(tables(db)).as("behind statement %d", statements).containsExactly("alembic_version", "item");
            db.close();
            statements++;
        }
        assertThat(statements).isGreaterThan(20);
    }

    @Test
    void aCreationGoesOnWhereverItsConnectionEnded() {
        revision("a1", "", "-- upgrade\n-- downgrade\n");
        int statements = 1;
        while (!survives(statements, V1, Migrations::create)) {
            Database db = open(V1);
            Migrations migrations = migrations(db);
            SyncResult result = await(migrations.sync());

            assertThat(result).isIn(SyncResult.CREATED, SyncResult.ALREADY_UP_TO_DATE);
            assertThat(tables(db))
                    .as("behind statement %d", statements)
                    .containsExactly("alembic_version", "hero", "team");
            assertThat(await(migrations.check())).isEmpty();
            assertThat(await(migrations.versions())).containsExactly("a1");
            db.close();
            statements++;
        }
        assertThat(statements).isGreaterThan(10);
    }

    /** Ends the connection behind the first table. */
    private Migrations halfCreated() {
        revision("a1", "", "-- upgrade\n-- downgrade\n");
        url = target.newDatabaseUrl();
        try (Database dying = Database.builder(url)
                .models(V1.toArray(Class<?>[]::new))
                .listener(statement -> {
                    if (statement.sql().startsWith("create table team")) {
                        target.killConnections(url);
                    }
                })
                .open()) {
            assertThatExceptionOfType(UnirowException.class)
                    .isThrownBy(() -> run(migrations(dying).create()));
        }
        Migrations migrations = migrations(open(V1));
        // the server may need a moment to let go of the lock, which a run holds that goes on
        Awaitility.await().atMost(Waiting.LIMIT).until(() -> await(migrations.status()) == DatabaseStatus.INTERRUPTED);
        return migrations;
    }

    @Test
    void aCreationThatStoppedHalfWayIsToldAndNothingElseRuns() {
        Migrations migrations = halfCreated();

        assertThatExceptionOfType(InterruptedRevisionException.class)
                .isThrownBy(() -> run(migrations.upgrade("head")))
                .withMessage("The creation of all tables stopped half-way, and MariaDB does not undo what was made. Run"
                        + " 'sync' or 'create', which adds what is missing. Nothing was changed.");
        run(migrations.create());
        assertThat(await(migrations.status())).isEqualTo(DatabaseStatus.UP_TO_DATE);
    }

    @Test
    void aCreationGoesOnUnlessThatWouldLoseSomething() {
        Migrations migrations = halfCreated();
        Database db = open(V1);
        execute(db, "insert into team (name) values ('Preventers')", "alter table team add column motto varchar(20)");

        assertThatExceptionOfType(InterruptedRevisionException.class)
                .isThrownBy(() -> run(migrations.sync()))
                .withMessageContaining("going on would lose something: Detected removed column 'team.motto'.");
        execute(db, "alter table team drop column motto");
        run(migrations.sync());

        assertThat(count(db, "team")).isEqualTo(1);
        assertThat(await(migrations.check())).isEmpty();
    }

    @Test
    void syncGoesOnWithAnUpgrade() {
        revision("a1", "", "-- upgrade\ncreate table item (id integer);\ninsert into missing values (1);\n");
        url = target.newDatabaseUrl();
        Database db = open(List.of());
        assertThatExceptionOfType(RevisionFailedException.class)
                .isThrownBy(() -> run(migrations(db).upgrade("head")));
        execute(db, "create table missing (id integer)");

        assertThat(await(migrations(db).sync())).isEqualTo(SyncResult.UPGRADED);

        assertThat(tables(db)).containsExactly("alembic_version", "item", "missing");
    }
}
