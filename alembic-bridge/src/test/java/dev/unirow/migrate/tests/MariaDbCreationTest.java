package dev.unirow.migrate.tests;

import static dev.unirow.migrate.tests.RunnerContract.run;
import static dev.unirow.session.Await.await;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.unirow.migrate.Migrations;
import dev.unirow.migrate.MigrationsDirectory;
import dev.unirow.schema.Schemas;
import dev.unirow.schema.Table;
import dev.unirow.session.UnirowException;
import dev.unirow.testing.DatabaseTarget;
import java.util.Set;
import org.junit.jupiter.api.Test;

class MariaDbCreationTest extends CreationContract implements DatabaseTarget.OnMariaDb {

    /** The name of its foreign key is taken. */
    @Test
    void withoutRevisionsAFailureDropsTheMissingTableAndNoOther() {
        scripts = folder.resolve("none");
        assertThat(MigrationsDirectory.of(scripts).init()).isNotEmpty();
        Migrations without = migrations(db);
        execute(db, "drop view hero");
        execute(
                db,
                Schemas.createAll(db.kind(), only(db.metadata(), "team"), Set.of())
                        .toArray(String[]::new));
        String name =
                db.metadata().table("hero").orElseThrow().foreignKeys().get(0).name();
        execute(
                db,
                "insert into team (name) values ('Preventers')",
                "create table fan (id integer primary key, team bigint,"
                        + " constraint %s foreign key (team) references team (id))".formatted(name));

        assertThatExceptionOfType(UnirowException.class).isThrownBy(() -> run(without.sync()));

        assertThat(await(db.reflect()).tables()).extracting(Table::name).containsExactly("fan", "team");
        assertThat(count(db, "team")).isEqualTo(1);
    }
}
