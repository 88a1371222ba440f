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

    /** What Alembic would change in the database for the models of Python. */
    private static final String FOUND = """
            import models
            from alembic.autogenerate import compare_metadata
            from alembic.migration import MigrationContext
            from sqlalchemy import create_engine
            with create_engine(sys.argv[1]).connect() as connection:
                context = MigrationContext.configure(connection, opts={"compare_type": True})
                print(compare_metadata(context, models.SQLModel.metadata))
            """;

    @Entity
    @Table(name = "club")
    static class Club {
        @Id
        @GeneratedValue(strategy = GenerationType.IDENTITY)
        private @Nullable Integer id;

        @Size(max = 50) @Column(nullable = false)
        private String name = "";
    }

    @Entity
    @Table(name = "club")
    static class ClubOfPlace {
        @Id
        @GeneratedValue(strategy = GenerationType.IDENTITY)
        private @Nullable Integer id;

        @Size(max = 50) @Column(nullable = false)
        private String name = "";

        @Size(max = 40) private @Nullable String place;
    }

    @Entity
    @Table(name = "club")
    static class ClubOfPlaceAndYear {
        @Id
        @GeneratedValue(strategy = GenerationType.IDENTITY)
        private @Nullable Integer id;

        @Size(max = 50) @Column(nullable = false)
        private String name = "";

        @Size(max = 40) private @Nullable String place;

        private @Nullable Integer founded;
    }

    private static final String CLUB = """
            class Club(SQLModel, table=True):
                id: Optional[int] = Field(default=None, primary_key=True)
                name: str = Field(max_length=50)
            """;
    private static final String PLACE = "    place: Optional[str] = Field(default=None, max_length=40)\n";
    private static final String YEAR = "    founded: Optional[int] = None\n";

    @Test
    void pythonAndJavaTakeTurns() throws Exception {
        AlembicProject project = AlembicProject.in(folder);
        project.models(CLUB);
        project.run(url, "command.revision(config, 'by Python', autogenerate=True)\ncommand.upgrade(config, 'head')\n");

        Migrations java = Migrations.of(open(List.of(ClubOfPlace.class)), project.revisions());
        Revision made = requireNonNull(await(java.autogenerate("by Java")).revision());
        run(java.upgrade("head"));
        assertThat(project.revisions().writePythonStubs()).hasSize(1);
        assertThat(await(java.check())).isEmpty();

        project.models(CLUB + PLACE);
        assertThat(project.run(url, CURRENT)).startsWith(made.id());
        assertThat(project.run(url, FOUND)).isEqualToIgnoringNewLines("[]");
        project.models(CLUB + PLACE + YEAR);
        project.run(
                url,
                "command.upgrade(config, 'head')\ncommand.revision(config, 'by Python again', autogenerate=True)\n"
                        + "command.upgrade(config, 'head')\n");

        Migrations again = Migrations.of(open(List.of(ClubOfPlaceAndYear.class)), project.revisions());
        Revision last = await(again.heads()).get(0);
        assertThat(last.downRevisions()).containsExactly(made.id());
        assertThat(await(again.versions())).containsExactly(last.id());
        assertThat(project.run(url, CURRENT)).startsWith(last.id());
        assertThat(await(again.status())).isEqualTo(DatabaseStatus.UP_TO_DATE);
        assertThat(await(again.check())).isEmpty();
        assertThat(project.run(url, FOUND)).isEqualToIgnoringNewLines("[]");
    }

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
