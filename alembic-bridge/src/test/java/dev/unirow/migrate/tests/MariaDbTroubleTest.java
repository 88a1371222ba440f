package dev.unirow.migrate.tests;

import static dev.unirow.migrate.tests.RunnerContract.run;
import static dev.unirow.session.Await.await;
import static dev.unirow.testing.DatabaseKind.MARIADB;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatException;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.unirow.migrate.Migrations;
import dev.unirow.migrate.exception.RevisionFailedException;
import dev.unirow.migrate.revision.DataMigration;
import dev.unirow.migrate.status.DatabaseStatus;
import dev.unirow.session.Database;
import dev.unirow.session.exception.StatementException;
import dev.unirow.testing.MariaDbServer;
import dev.unirow.testing.OnDatabase;
import dev.unirow.testing.OwnServer;
import io.smallrye.mutiny.Uni;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;

/** What a server may do to a migration: refuse it, or end. */
@OnDatabase(MARIADB)
class MariaDbTroubleTest extends MigrationFixture {
    private static final String ITEMS = "-- upgrade\ncreate table item (id integer primary key);\n";

    /** The database, as somebody who may do no more than this. */
    private Database openAs(String user, String privileges) {
        URI address = URI.create(url);
        String database = address.getPath().substring(1);
        MariaDbServer.execute("mysql", "create user " + user + "@'127.0.0.1' identified by 'secret'");
        MariaDbServer.execute("mysql", "grant " + privileges + " on " + database + ".* to " + user + "@'127.0.0.1'");
        String limited = "mariadb://" + user + ":secret@127.0.0.1:" + address.getPort() + "/" + database;
        return Database.open(limited, V1.toArray(Class<?>[]::new));
    }

    @Test
    void whoMayNotMakeTablesIsToldWhatWasTried() {
        revision("a1", "", ITEMS);
        try (Database db = openAs("reader", "select")) {
            Migrations migrations = migrations(db);

            assertThatExceptionOfType(RevisionFailedException.class)
                    .isThrownBy(() -> run(migrations.upgrade("head")))
                    .withMessageMatching(
                            ".*: the version could not be written. The statement failed: CREATE command denied for table"
                                    + " `test_\\d+`.`alembic_version` \\(SQLSTATE 42000\\). The database is as it was before this revision.");
            for (Uni<?> work : List.of(migrations.create(), migrations.sync())) {
                assertThatExceptionOfType(StatementException.class)
                        .isThrownBy(() -> run(work))
                        .withMessageContaining("CREATE command denied");
            }
            assertThat(await(migrations.status())).isEqualTo(DatabaseStatus.NO_INFO);
        }
    }

    @Test
    void whoMayChangeRowsMayRunARevisionOfRows() {
        revision("a1", "", ITEMS);
        run(migrations(open(List.of())).upgrade("head"));
        revision("b2", "a1", "-- upgrade\ninsert into item values (1);\n");
        try (Database db = openAs("writer", "select, insert, update, delete")) {
            run(migrations(db).upgrade("head"));

            assertThat(count(db, "item")).isEqualTo(1);
            revision("c3", "b2", "-- upgrade\nalter table item add column n int;\n");
            assertThatExceptionOfType(RevisionFailedException.class)
                    .isThrownBy(() -> run(migrations(db).upgrade("head")))
                    .withMessageContaining(
                            "the table 'unirow_progress', which keeps how far it has come, could not be made. The statement failed: CREATE command denied");
            assertThat(await(migrations(db).status())).isEqualTo(DatabaseStatus.UPGRADE_AVAILABLE);
        }
    }

    @Test
    void aReadOnlyServerIsLeftAsItIs() {
        revision("a1", "", ITEMS);
        try (Database db = openAs("owner", "all privileges")) {
            MariaDbServer.execute("mysql", "set global read_only = 1");
            try {
                for (Uni<?> work : List.of(
                        migrations(db).upgrade("head"),
                        migrations(db).create(),
                        migrations(db).sync())) {
                    assertThatException()
                            .isThrownBy(() -> run(work))
                            .withMessageContaining("The MariaDB server is running with the --read-only option so it"
                                    + " cannot execute this statement (SQLSTATE HY000).");
                }
            } finally {
                MariaDbServer.execute("mysql", "set global read_only = 0");
            }
            assertThat(await(migrations(db).status())).isEqualTo(DatabaseStatus.NO_INFO);
            run(migrations(db).create());
        }
    }

    @Test
    void aServerThatDiesInTheMiddleIsGoneOnWithWhenItIsBack() {
        revision("a1", "", """
                -- upgrade
                create table item (id integer primary key);
                insert into item values (1);
                -- call crash
                create index ix_item_id on item (id);
                insert into item values (3);
                """);
        try (OwnServer server = MariaDbServer.own()) {
            AtomicBoolean crashed = new AtomicBoolean();
            DataMigration crash = connection -> connection
                    .execute("insert into item values (2)")
                    .invoke(() -> {
                        if (crashed.compareAndSet(false, true)) {
                            server.crash();
                        }
                    })
                    .replaceWithVoid();
            url = server.url();
            Migrations migrations = migrations(open(List.of())).withCalls(Map.of("crash", crash));
            assertThatExceptionOfType(RevisionFailedException.class)
                    .isThrownBy(() -> run(migrations.upgrade("head")))
                    .withMessageContaining("The connection to the database was lost.");
            server.start();

            assertThat(await(migrations.status())).isEqualTo(DatabaseStatus.INTERRUPTED);
            run(migrations.upgrade("head"));

            assertThat(count(open(List.of()), "item")).isEqualTo(3);
            assertThat(await(migrations.status())).isEqualTo(DatabaseStatus.UP_TO_DATE);
        }
    }
}
