package dev.unirow.migrate.tests;

import static dev.unirow.migrate.tests.RunnerContract.run;
import static dev.unirow.session.Await.await;
import static dev.unirow.testing.Capability.COMMITTED_DDL;
import static dev.unirow.testing.Capability.PERSISTENCE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.unirow.migrate.Migrations;
import dev.unirow.migrate.exception.InterruptedRevisionException;
import dev.unirow.migrate.status.DatabaseStatus;
import dev.unirow.session.Database;
import dev.unirow.testing.EachDatabase;
import dev.unirow.testing.Requires;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * A run of five revisions in a process that is killed behind one of its statements: what it leaves is either a revision
 * or known to be half-way, and the next run finishes it, with each effect exactly once.
 */
@EachDatabase
@Requires(PERSISTENCE)
@Tag("slow")
class KilledRunsContract extends MigrationFixture {
    /** What the tables are at each revision, {@code ""} for none. */
    private final Map<String, String> states = new HashMap<>();

    @BeforeEach
    void runOnceToTheEnd() {
        FiveRevisions.write(this);
        Database db = open(List.of());
        states.put("", FiveRevisions.state(db));
        for (String revision : FiveRevisions.IDS) {
            run(migrations(db).upgrade(revision));
            states.put(revision, FiveRevisions.state(db));
        }
        FiveRevisions.assertApplied(db);
    }

    @ParameterizedTest
    @ValueSource(strings = {"insert into mouse", "create index ix_cat_name"})
    void aKilledRunIsFinishedByTheNext(String behind) throws Exception {
        assertThat(upgradeKilled(behind)).isTrue();
        boolean halfWay = assertThatTheNextRunFinishes(behind);
        assertThat(halfWay).isEqualTo(COMMITTED_DDL.isOfferedBy(target));
    }

    @Test
    @Tag("deep")
    void aRunKilledBehindAnyOfItsStatementsIsFinishedByTheNext() throws Exception {
        int killed = 0;
        int halfWay = 0;
        while (upgradeKilled(String.valueOf(killed + 1))) {
            killed++;
            halfWay += assertThatTheNextRunFinishes("statement " + killed) ? 1 : 0;
        }
        System.out.printf("%s: killed at %d points of a run, %d of them half-way%n", target, killed, halfWay);
        assertThat(killed).isGreaterThan(40);
        assertThat(halfWay > 0).isEqualTo(COMMITTED_DDL.isOfferedBy(target));
    }

    @Test
    @Requires(COMMITTED_DDL)
    void aKilledStatementThatMayNotRunTwiceIsLeftToAPerson() throws Exception {
        revision("f6", "e5", """
                -- upgrade
                update cat set name = 'x';
                alter table cat drop column years, add column years integer;
                """);
        assertThat(upgradeKilled("alter table cat drop column years")).isTrue();
        Database db = open(List.of());
        Migrations migrations = migrations(db);

        assertThat(await(migrations.status())).isEqualTo(DatabaseStatus.INTERRUPTED);
        assertThatExceptionOfType(InterruptedRevisionException.class)
                .isThrownBy(() -> run(migrations.upgrade("head")))
                .withMessageStartingWith("The upgrade f6 stopped half-way: 1 of its 2 statements have run")
                .withMessageContaining("whether it did its work, or how much of it, is not known");
        run(migrations.stamp("f6"));

        assertThat(await(migrations.status())).isEqualTo(DatabaseStatus.UP_TO_DATE);
        assertThat(count(db, "cat where name = 'x' and years is null")).isEqualTo(3);
    }

    @Test
    @Requires(COMMITTED_DDL)
    void aKilledReplacementOfAnIndexIsFinishedByTheNextRun() throws Exception {
        revision("f6", "e5", """
                -- upgrade
                create index ix_cat on cat (years);
                alter table cat drop index ix_cat, add index ix_cat (years desc);
                """);
        assertThat(upgradeKilled("alter table cat drop index ix_cat")).isTrue();
        Migrations migrations = migrations(open(List.of()));
        assertThat(await(migrations.status())).isEqualTo(DatabaseStatus.INTERRUPTED);

        run(migrations.upgrade("head"));

        assertThat(await(migrations.status())).isEqualTo(DatabaseStatus.UP_TO_DATE);
    }

    /** On a new database; whether it came to that statement. */
    private boolean upgradeKilled(String behind) throws Exception {
        url = target.newDatabaseUrl();
        try (MigratingProcess process = MigratingProcess.start(scripts, List.of())) {
            MigratingProcess.Ended ended =
                    process.sendKilled(url, behind, "upgrade", "head").ended();
            assertThat(ended.code()).as("%s: %s", behind, ended.output()).isIn(MigratingProcess.KILLED, 0);
            return ended.code() == MigratingProcess.KILLED;
        }
    }

    /** Whether the database was known to be half-way before. */
    private boolean assertThatTheNextRunFinishes(String behind) {
        try (Database db = Database.open(url)) {
            Migrations migrations = migrations(db);
            boolean halfWay = await(migrations.status()) == DatabaseStatus.INTERRUPTED;
            if (!halfWay) {
                String version = String.join(", ", await(migrations.versions()));
                assertThat(FiveRevisions.state(db))
                        .as("behind %s at '%s'", behind, version)
                        .isEqualTo(states.get(version));
            }
            run(migrations.upgrade("head"));
            assertThat(await(migrations.status())).as(behind).isEqualTo(DatabaseStatus.UP_TO_DATE);
            FiveRevisions.assertApplied(db);
            return halfWay;
        }
    }
}
