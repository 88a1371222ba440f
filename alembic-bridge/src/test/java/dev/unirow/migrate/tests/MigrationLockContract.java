package dev.unirow.migrate.tests;

import static dev.unirow.migrate.tests.RunnerContract.run;
import static dev.unirow.session.Await.await;
import static dev.unirow.testing.Capability.SERVER;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.unirow.migrate.Migrations;
import dev.unirow.migrate.SyncResult;
import dev.unirow.migrate.exception.ConcurrentMigrationException;
import dev.unirow.migrate.exception.RevisionFailedException;
import dev.unirow.migrate.revision.DataMigration;
import dev.unirow.migrate.revision.MigrationStep;
import dev.unirow.migrate.status.DatabaseStatus;
import dev.unirow.session.Database;
import dev.unirow.testing.EachDatabase;
import dev.unirow.testing.Requires;
import io.smallrye.mutiny.Uni;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Several programs at one server. */
@EachDatabase
@Requires(SERVER)
class MigrationLockContract extends MigrationFixture {
    @Test
    void aRunWaitsForAnotherOneAndGivesUpInTheEnd() {
        revision("a1", "", "-- upgrade\n-- transaction: none\n-- call wait\n-- downgrade\nselect 1;");
        Database one = open(List.of());
        Database other = open(List.of());
        CompletableFuture<Void> entered = new CompletableFuture<>();
        CompletableFuture<Void> leave = new CompletableFuture<>();
        DataMigration wait = connection -> {
            entered.complete(null);
            return Uni.createFrom().completionStage(leave).replaceWithVoid();
        };
        Map<String, DataMigration> calls = Map.of("wait", wait);
        CompletableFuture<List<MigrationStep>> first =
                migrations(one).withCalls(calls).upgrade("head").subscribeAsCompletionStage();
        entered.join();

        assertThat(await(migrations(other).status()))
                .as("what runs has not stopped half-way")
                .isEqualTo(DatabaseStatus.NO_INFO);
        assertThatExceptionOfType(ConcurrentMigrationException.class)
                .isThrownBy(() -> run(migrations(other)
                        .withCalls(calls)
                        .withPatience(Duration.ofMillis(100))
                        .upgrade("head")))
                .returns(Duration.ofMillis(100), ConcurrentMigrationException::waited);
        CompletableFuture<List<MigrationStep>> second =
                migrations(other).withCalls(calls).upgrade("head").subscribeAsCompletionStage();
        leave.complete(null);

        assertThat(first.join()).hasSize(1);
        assertThat(second.join()).isEmpty();
        assertThat(locks(one)).isZero();
    }

    @Test
    void eightUpgradesAtOnceApplyEachRevisionOnce() {
        FiveRevisions.write(this);

        List<List<MigrationStep>> steps = atOnce(db -> migrations(db).upgrade("head"), List.of());

        assertThat(steps.stream().mapToInt(List::size).sum()).isEqualTo(5);
        FiveRevisions.assertApplied(open(List.of()));
    }

    @Test
    void eightSyncsAtOnceMakeTheTablesOnce() {
        FiveRevisions.write(this);

        List<SyncResult> results = atOnce(db -> migrations(db).sync(), V1);

        assertThat(results).containsOnlyOnce(SyncResult.CREATED);
        assertThat(results).filteredOn(SyncResult.ALREADY_UP_TO_DATE::equals).hasSize(7);
        Migrations migrations = migrations(open(V1));
        assertThat(await(migrations.versions())).containsExactly("e5");
        assertThat(await(migrations.check())).isEmpty();
    }

    /** {@link ManyProcessesContract} has processes. */
    private <T> List<T> atOnce(Function<Database, Uni<T>> work, List<Class<?>> models) {
        return await(Uni.join()
                .all(IntStream.range(0, 8)
                        .mapToObj(i -> work.apply(open(models)))
                        .toList())
                .andCollectFailures());
    }

    @Test
    void nothingIsHeldAfterAFailure() {
        revision("a1", "", "-- upgrade\ninsert into nowhere values (1);\n-- downgrade\nselect 1;");
        Database db = open(List.of());

        assertThatExceptionOfType(RevisionFailedException.class)
                .isThrownBy(() -> run(migrations(db).upgrade("head")));

        assertThat(locks(db)).isZero();
    }

    /** Of runs on the present database. */
    private static long locks(Database db) {
        String query = switch (db.kind()) {
            case POSTGRESQL ->
                "select count(*) as n from pg_locks where locktype = 'advisory' and database ="
                        + " (select oid from pg_database where datname = current_database())";
            case MARIADB -> "select is_used_lock(concat('unirow migrations of ', sha1(database()))) is not null as n";
            case SQLITE -> throw new IllegalArgumentException("There is no server that has locks.");
        };
        return await(db.connect(connection -> connection.select(query))
                .map(rows -> ((Number) Objects.requireNonNull(rows.get(0).get("n"))).longValue()));
    }
}
