package dev.unirow.migrate.tests;

import static dev.unirow.migrate.tests.RunnerContract.run;
import static dev.unirow.session.Await.await;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.unirow.migrate.Migrations;
import dev.unirow.migrate.RevisionFailedException;
import dev.unirow.session.Database;
import dev.unirow.testing.DatabaseTarget;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Copying a table that others refer to, on SQLite. */
class SqliteBatchTest extends MigrationFixture implements DatabaseTarget.OnSqliteFile {
    private static final String COPY = """
            -- upgrade
            -- batch parent (id, name)
            create table parent_new (id integer primary key, name varchar(99));
            insert into parent_new (id, name) select id, name from parent%s;
            drop table parent;
            alter table parent_new rename to parent;
            -- downgrade
            select 1;
            """;

    @SuppressWarnings("NullAway.Init") // opened before each test
    private Database db;

    @SuppressWarnings("NullAway.Init")
    private Migrations migrations;

    @BeforeEach
    void familyOfTwo() {
        db = open(List.of());
        migrations = migrations(db);
        execute(
                db,
                "create table parent (id integer primary key, name varchar(10))",
                "create table child (id integer primary key, parent_id integer references parent (id) on delete cascade)",
                "insert into parent values (1, 'Mum')",
                "insert into child values (1, 1)");
    }

    @Test
    void rowsThatReferToTheCopiedTableStay() {
        revision("a1", "", COPY.formatted(""));

        run(migrations.upgrade("head"));

        assertThat(count(db, "child where parent_id = (select id from parent)")).isEqualTo(1);
    }

    @Test
    void aCopyThatLosesRowsThatOthersReferToIsUndone() {
        revision("a1", "", COPY.formatted(" where id > 1"));

        assertThatExceptionOfType(RevisionFailedException.class)
                .isThrownBy(() -> run(migrations.upgrade("head")))
                .withMessageContaining("rows of 'child' would refer to rows that are not there");

        assertThat(count(db, "parent")).isEqualTo(1);
        assertThat(count(db, "child")).isEqualTo(1);
        assertThat(await(migrations.versions())).isEmpty();
    }

    @Test
    void aTableThatHasBecomeAnotherMeanwhileIsNotCopied() {
        revision("a1", "", COPY.formatted(""));
        execute(db, "alter table parent add column born date");

        assertThatExceptionOfType(RevisionFailedException.class)
                .isThrownBy(() -> run(migrations.upgrade("head")))
                .withMessageContaining(
                        "written for the table 'parent' with the columns id, name, but it has the columns id, name, born")
                .satisfies(failure -> assertThat(failure.line()).isEqualTo(6));
    }

    @Test
    void foreignKeysAreOnAgainAfterAFailure() {
        revision("a1", "", COPY.formatted(" where id > 1"));
        assertThatExceptionOfType(RevisionFailedException.class).isThrownBy(() -> run(migrations.upgrade("head")));

        execute(db, "delete from parent");

        assertThat(count(db, "child")).isZero();
    }
}
