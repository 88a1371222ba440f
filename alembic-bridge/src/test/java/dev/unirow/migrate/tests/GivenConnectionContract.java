package dev.unirow.migrate.tests;

import static dev.unirow.session.Await.await;
import static dev.unirow.testing.Capability.COMMITTED_DDL;
import static dev.unirow.testing.Capability.SERVER;
import static dev.unirow.testing.Capability.TABLE_COPIES;
import static dev.unirow.testing.Capability.TRANSACTIONAL_DDL;
import static org.assertj.core.api.Assertions.assertThat;

import dev.unirow.migrate.Migrations;
import dev.unirow.migrate.SyncResult;
import dev.unirow.migrate.exception.MigrationException;
import dev.unirow.migrate.status.DatabaseStatus;
import dev.unirow.schema.Table;
import dev.unirow.session.Database;
import dev.unirow.session.SqlConnection;
import dev.unirow.testing.DatabaseKind;
import dev.unirow.testing.EachDatabase;
import dev.unirow.testing.Requires;
import io.smallrye.mutiny.Uni;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Runs on a connection that the caller has; there is one in the pool, so that another one cannot be had. */
@EachDatabase
class GivenConnectionContract extends MigrationFixture {
    private static final String BAD = "-- upgrade\ninsert into item values (8);\ninsert into nowhere values (1);\n";

    @SuppressWarnings("NullAway.Init") // opened before each test
    private Database db;

    @SuppressWarnings("NullAway.Init")
    private Migrations migrations;

    @BeforeEach
    void openWithOneConnection() {
        db = Database.builder(url)
                .models(V1.toArray(Class<?>[]::new))
                .poolSize(1)
                .acquireTimeout(Duration.ofSeconds(5))
                .open();
        execute(db, "create table item (id integer primary key)");
        migrations = migrations(db);
    }

    @AfterEach
    void close() {
        db.close();
    }

    private List<String> tables() {
        return await(db.reflect()).tables().stream().map(Table::name).toList();
    }

    private static <T> Uni<T> begun(SqlConnection connection, Function<SqlConnection, Uni<T>> work) {
        return connection
                .begin()
                .chain(() -> connection.execute("insert into item values (100)"))
                .chain(() -> work.apply(connection));
    }

    private static Uni<String> failureOf(Uni<?> work) {
        return work.map(ignored -> "")
                .onFailure(MigrationException.class)
                .recoverWithItem(failure -> String.valueOf(failure.getMessage()));
    }

    private void rowsOnly() {
        revision("a1", "", "-- upgrade\ninsert into item values (1);\n-- downgrade\ndelete from item where id = 1;\n");
    }

    private void tableOne() {
        revision("a1", "", "-- upgrade\ncreate table one (id integer primary key);\n-- downgrade\ndrop table one;\n");
    }

    @Test
    void withoutATransactionItRunsAsOnAnyOtherAndLeavesTheConnectionOpen() {
        tableOne();
        revision("b2", "a1", BAD);

        String failure = await(
                db.connect(connection -> failureOf(migrations.on(connection).upgrade())
                        .call(() -> connection.execute("insert into one values (1)"))));

        assertThat(failure).contains("Could not run upgrade a1 -> b2");
        assertThat(await(migrations.versions())).containsExactly("a1");
        assertThat(count(db, "one")).isEqualTo(1);
    }

    @Test
    @Requires(TRANSACTIONAL_DDL)
    void theCallersRollbackUndoesTheRunAndTheirCommitKeepsIt() {
        tableOne();
        await(db.connect(connection -> begun(
                connection,
                same -> migrations
                        .on(same)
                        .upgrade()
                        .chain(() -> migrations.on(same).versions())
                        .invoke(versions -> assertThat(versions).containsExactly("a1"))
                        .chain(same::rollback))));
        assertThat(tables()).containsExactly("item");
        assertThat(count(db, "item")).isZero();

        await(db.connect(connection ->
                begun(connection, same -> migrations.on(same).upgrade().chain(same::commit))));
        assertThat(await(migrations.versions())).containsExactly("a1");
        assertThat(count(db, "item")).isEqualTo(1);
    }

    @Test
    @Requires(TRANSACTIONAL_DDL)
    void aFailureUndoesTheRunAloneAndTheTransactionGoesOn() {
        tableOne();
        revision("b2", "a1", BAD);

        String failure = await(db.connect(connection -> begun(
                connection,
                same -> failureOf(migrations.on(same).upgrade())
                        .call(() -> same.execute("insert into item values (101)"))
                        .call(same::commit))));

        assertThat(failure).contains("Could not run upgrade a1 -> b2", " The database is as it was before this run.");
        assertThat(tables()).containsExactly("item");
        assertThat(count(db, "item")).isEqualTo(2);
    }

    @Test
    void changesOfRowsBelongToTheTransactionOnEveryDatabase() {
        await(migrations.ensureVersion());
        rowsOnly();
        revision("b2", "a1", BAD);

        await(db.connect(connection ->
                begun(connection, same -> migrations.on(same).upgrade("a1").chain(same::rollback))));
        assertThat(count(db, "item")).isZero();
        String failure = await(db.connect(connection -> begun(
                connection, same -> failureOf(migrations.on(same).upgrade()).call(same::commit))));
        assertThat(failure).contains("Could not run upgrade a1 -> b2");
        assertThat(count(db, "item")).isEqualTo(1);
        assertThat(await(migrations.versions())).isEmpty();
        execute(db, "delete from item");
        await(db.connect(connection ->
                begun(connection, same -> migrations.on(same).upgrade("a1").chain(same::commit))));
        assertThat(await(migrations.versions())).containsExactly("a1");
        assertThat(count(db, "item")).isEqualTo(2);
    }

    @Test
    @Requires(COMMITTED_DDL)
    void whatWouldCommitTheTransactionIsRefusedBeforeItDoes() {
        rowsOnly();
        assertThat(refused(given -> given.upgrade())).startsWith("Making the version table 'alembic_version' within");
        assertThat(refused(Migrations::ensureVersion)).startsWith("Making the version table 'alembic_version' within");
        assertThat(refused(given -> given.stamp("head"))).startsWith("Making the version table");
        assertThat(refused(Migrations::drop)).startsWith("Dropping tables within the transaction");
        tableOne();
        assertThat(refused(given -> given.upgrade()))
                .contains("it changes tables, and MariaDB commits each such change at once")
                .contains("Run it on a connection without an open transaction. Nothing was changed.");
        assertThat(refused(Migrations::sync)).startsWith("Making tables within the transaction");
        assertThat(tables()).containsExactly("item");
    }

    private String refused(Function<Migrations, Uni<?>> command) {
        String failure = await(db.connect(connection -> begun(
                connection,
                same -> failureOf(command.apply(migrations.on(same))).call(same::rollback))));
        assertThat(count(db, "item")).isZero();
        return failure;
    }

    @Test
    void aRevisionWithoutATransactionIsRefused() {
        revision("a1", "", "-- upgrade\n-- transaction: none\ninsert into item values (1);\n");

        assertThat(refused(given -> given.upgrade()))
                .contains("it runs outside a transaction, as its file says")
                .endsWith("Run it on a connection without an open transaction. Nothing was changed.");
    }

    @Test
    @Requires(TABLE_COPIES)
    void aTableIsCopiedWhereForeignKeysWereOffBefore() {
        revision("a1", "", """
                -- upgrade
                -- batch item (id)
                create table copy_of_item (id integer primary key, name text);
                insert into copy_of_item (id) select id from item;
                drop table item;
                alter table copy_of_item rename to item;
                """);

        assertThat(refused(given -> given.upgrade()))
                .contains("it copies a table, and with foreign keys on that would delete the rows that refer to it.");
        assertThat(await(db.exists("item", "name"))).isFalse();
        await(db.connect(connection -> connection
                .execute("pragma foreign_keys = off")
                .chain(() ->
                        begun(connection, same -> migrations.on(same).upgrade().chain(same::commit)))
                .eventually(() -> connection.execute("pragma foreign_keys = on"))));
        assertThat(await(db.exists("item", "name"))).isTrue();
        assertThat(count(db, "item")).isEqualTo(1);
    }

    @Test
    @Requires(SERVER)
    void theLockLastsAsLongAsTheTransactionWhereTheServerHasSuchLocks() {
        await(migrations.ensureVersion());
        rowsOnly();

        List<Long> held = await(db.connect(connection -> begun(
                connection,
                same -> migrations
                        .on(same)
                        .upgrade()
                        .chain(() -> locks(same))
                        .chain(within ->
                                same.commit().chain(() -> locks(same)).map(after -> List.of(within, after))))));

        assertThat(held).containsExactly(target.kind() == DatabaseKind.POSTGRESQL ? 1L : 0L, 0L);
    }

    private Uni<Long> locks(SqlConnection connection) {
        return connection
                .select(
                        target.kind() == DatabaseKind.POSTGRESQL
                                ? "select count(*) as n from pg_locks where locktype = 'advisory' and database ="
                                        + " (select oid from pg_database where datname = current_database())"
                                : "select is_used_lock(concat('unirow migrations of ', sha1(database()))) is not null as n")
                .map(rows -> ((Number) Objects.requireNonNull(rows.get(0).get("n"))).longValue());
    }

    @Test
    @Requires(SERVER)
    void theConnectionGetsItsSettingsBackWithinTheTransaction() {
        await(migrations.ensureVersion());
        rowsOnly();
        revision("b2", "a1", BAD);
        String setting = target.kind() == DatabaseKind.POSTGRESQL
                ? "select current_setting('lock_timeout') as v"
                : "select cast(@@lock_wait_timeout as char) as v";

        List<Object> seen = await(db.connect(connection -> begun(
                connection,
                same -> same.select(setting)
                        .chain(before -> failureOf(migrations
                                        .on(same)
                                        .withLockTimeout(Duration.ofSeconds(7))
                                        .upgrade())
                                .chain(() -> same.select(setting))
                                .map(after -> List.<Object>of(before, after))))));

        assertThat(seen.get(0)).isEqualTo(seen.get(1));
        assertThat(seen.toString()).doesNotContain("7");
    }

    @Test
    @Requires(TRANSACTIONAL_DDL)
    void whatIsAskedSeesTheTransactionAndHarmsItNot() {
        revision("a1", "", "-- upgrade\nselect 1;\n-- downgrade\ndrop table if exists nowhere;\n");
        await(db.connect(connection -> begun(connection, same -> {
            Migrations given = migrations.on(same);
            return given.sync()
                    .invoke(result -> assertThat(result).isEqualTo(SyncResult.CREATED))
                    .chain(given::status)
                    .invoke(status -> assertThat(status).isEqualTo(DatabaseStatus.UP_TO_DATE))
                    .chain(given::check)
                    .invoke(found -> assertThat(found).isEmpty())
                    .chain(() -> given.downgrade("base"))
                    .chain(() -> given.upgrade())
                    .chain(given::drop)
                    .chain(() -> same.select("select count(*) as n from item"))
                    .invoke(rows -> assertThat(rows.get(0).values()).asString().isEqualTo("[1]"))
                    .chain(same::rollback);
        })));
        assertThat(tables()).containsExactly("item");
    }
}
