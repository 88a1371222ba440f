package dev.unirow.migrate.tests;

import static dev.unirow.migrate.tests.RunnerContract.run;
import static dev.unirow.session.Await.await;
import static dev.unirow.testing.DatabaseKind.SQLITE_FILE;
import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import dev.unirow.migrate.Migrations;
import dev.unirow.migrate.revision.Autogeneration;
import dev.unirow.migrate.revision.Revision;
import dev.unirow.migrate.status.DatabaseStatus;
import dev.unirow.session.Database;
import dev.unirow.testing.OnDatabase;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.validation.constraints.Size;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * A project of SQLModel and Alembic that goes on in Java: same scripts, same database. Skipped where Python has
 * neither.
 */
@OnDatabase(SQLITE_FILE)
@Tag("slow")
class PythonAlembicTest extends MigrationFixture {
    private static final String CURRENT = "command.current(config)\n";

    @Entity
    @Table(name = "club")
    static class Club {
        @Id
        @GeneratedValue(strategy = GenerationType.IDENTITY)
        private @Nullable Integer id;

        @Size(max = 50) @Column(nullable = false)
        private String name = "";
    }

    private static final String CLUB = """
            class Club(SQLModel, table=True):
                id: Optional[int] = Field(default=None, primary_key=True)
                name: str = Field(max_length=50)
            """;

    @Test
    void alembicDoesNotRunWhatHoldsThePlaceOfOurs() throws Exception {
        AlembicProject project = AlembicProject.in(folder);
        project.models(CLUB);
        Migrations java = Migrations.of(open(List.of(Club.class)), project.revisions());
        Revision made = requireNonNull(
                await(java.autogenerate("by \"Java\" \\ 'alone'")).revision());
        assertThat(project.revisions().writePythonStubs()).hasSize(1);

        assertThat(project.run(url, """
                try:
                    command.upgrade(config, "head")
                except RuntimeError as refused:
                    print(refused)
                """))
                .contains("Revision " + made.id() + " is " + made.file().getFileName()
                        + ", which Unirow runs. Run its 'upgrade " + made.id() + "' up to there, then go on here.");
        assertThat(project.run(url, "command.history(config)\n")).contains("by \"Java\" \\ 'alone'");
        assertThat(await(java.versions())).isEmpty();
        run(java.upgrade("head"));
        assertThat(project.run(url, CURRENT)).startsWith(made.id());
    }

    @Test
    void aDatabaseOfSqlModelAndAlembicIsReadAndUpgradedFurther() throws Exception {
        AlembicProject project = project();
        project.run(url, """
                command.revision(config, "made by Python", autogenerate=True)
                command.upgrade(config, "head")
                import models
                from sqlmodel import Session, create_engine
                with Session(create_engine(sys.argv[1])) as session:
                    team = models.Team(name="Preventers")
                    session.add(team)
                    session.flush()
                    session.add(models.Hero(name="Rusty-Man", team_id=team.id))
                    session.commit()
                """);
        Database db = open(V2);
        Migrations migrations = Migrations.of(db, project.revisions());

        assertThat(await(migrations.current()))
                .singleElement()
                .satisfies(revision -> assertThat(revision.message()).isEqualTo("made by Python"));
        assertThat(await(migrations.status())).isEqualTo(DatabaseStatus.UP_TO_DATE);
        Revision pythons = await(migrations.heads()).get(0);

        Autogeneration made = await(migrations.autogenerate("goes on in Java"));
        run(migrations.withDestructive().upgrade("head"));

        assertThat(made.revision())
                .isNotNull()
                .satisfies(revision -> assertThat(revision.downRevisions()).containsExactly(pythons.id()));
        assertThat(await(migrations.check())).isEmpty();
        assertThat(count(db, "hero where team_id = (select id from team where name = 'Preventers')"))
                .isEqualTo(1);
        run(migrations.downgrade("-1"));
        assertThat(await(migrations.versions())).containsExactly(pythons.id());
        assertThat(project.run(url, CURRENT))
                .as("Alembic finds its own revision")
                .startsWith(pythons.id());
    }

    private AlembicProject project() throws Exception {
        AlembicProject project = AlembicProject.in(folder);
        project.models("""
                class Team(SQLModel, table=True):
                    id: Optional[int] = Field(default=None, primary_key=True)
                    name: str = Field(max_length=50)

                class Hero(SQLModel, table=True):
                    id: Optional[int] = Field(default=None, primary_key=True)
                    name: str = Field(max_length=50)
                    team_id: Optional[int] = Field(default=None, foreign_key="team.id")
                """);
        return project;
    }
}
