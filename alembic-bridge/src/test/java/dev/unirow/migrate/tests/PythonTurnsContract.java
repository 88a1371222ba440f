package dev.unirow.migrate.tests;

import static dev.unirow.migrate.tests.RunnerContract.run;
import static dev.unirow.session.Await.await;
import static dev.unirow.testing.Capability.PERSISTENCE;
import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import dev.unirow.migrate.Migrations;
import dev.unirow.migrate.revision.Revision;
import dev.unirow.migrate.status.DatabaseStatus;
import dev.unirow.testing.EachDatabase;
import dev.unirow.testing.Requires;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Index;
import jakarta.persistence.Table;
import jakarta.validation.constraints.Size;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Revisions of Alembic's and ours on one database, by turns: each begins where the other has ended. */
@EachDatabase
@Requires(PERSISTENCE)
@Tag("slow")
class PythonTurnsContract extends MigrationFixture {
    private static final String CURRENT = "command.current(config)\n";

    private static final String MAKE_AND_RUN = """
            command.upgrade(config, "head")
            command.revision(config, "by Python", autogenerate=True)
            command.upgrade(config, "head")
            """;

    /** What Alembic would change in the database for the models of Python. */
    private static final String FOUND = """
            import models
            from alembic.autogenerate import compare_metadata
            from alembic.migration import MigrationContext
            from sqlalchemy import create_engine
            with create_engine(config.get_main_option("sqlalchemy.url")).connect() as connection:
                context = MigrationContext.configure(connection, opts={"compare_type": True})
                print(compare_metadata(context, models.SQLModel.metadata))
            """;

    private static final String CLUB = """
            class Club(SQLModel, table=True):
                id: Optional[int] = Field(default=None, primary_key=True)
                name: str = Field(max_length=50)
            """;
    private static final String PLACE = "    place: Optional[str] = Field(default=None, max_length=40)\n";
    private static final String YEAR = "    founded: Optional[int] = None\n";
    private static final String MOTTO = "    motto: Optional[str] = Field(default=None, max_length=80, index=True)\n";

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
    @Table(name = "club", indexes = @Index(name = "ix_club_motto", columnList = "motto"))
    static class ClubWithMotto {
        @Id
        @GeneratedValue(strategy = GenerationType.IDENTITY)
        private @Nullable Integer id;

        @Size(max = 50) @Column(nullable = false)
        private String name = "";

        @Size(max = 40) private @Nullable String place;

        private @Nullable Integer founded;

        @Size(max = 80) private @Nullable String motto;
    }

    @Test
    void pythonAndJavaTakeTurnsAndAgreeInTheEnd() throws Exception {
        AlembicProject project = AlembicProject.in(folder);
        project.models(CLUB);
        project.run(url, MAKE_AND_RUN);

        Revision first = madeInJava(project, ClubOfPlace.class);
        project.models(CLUB + PLACE);
        assertThatPythonFindsNothing(project, first);

        project.models(CLUB + PLACE + YEAR);
        project.run(url, MAKE_AND_RUN);
        Revision second = madeInJava(project, ClubWithMotto.class);
        project.models(CLUB + PLACE + YEAR + MOTTO);
        assertThatPythonFindsNothing(project, second);
        assertThat(project.run(url, "command.history(config)\n").lines()).hasSize(4);
    }

    /** On what Python has made, with a stub that takes the revision's place for Alembic. */
    private Revision madeInJava(AlembicProject project, Class<?> model) throws Exception {
        Migrations migrations = Migrations.of(open(List.of(model)), project.revisions());
        Revision pythons = await(migrations.heads()).get(0);
        assertThat(await(migrations.status())).isEqualTo(DatabaseStatus.UP_TO_DATE);

        Revision made = requireNonNull(await(migrations.autogenerate("by Java")).revision());
        run(migrations.upgrade("head"));

        assertThat(made.downRevisions()).containsExactly(pythons.id());
        assertThat(await(migrations.check())).isEmpty();
        assertThat(await(migrations.versions())).containsExactly(made.id());
        assertThat(project.revisions().writePythonStubs()).hasSize(1);
        return made;
    }

    private void assertThatPythonFindsNothing(AlembicProject project, Revision made) throws Exception {
        assertThat(project.run(url, CURRENT)).startsWith(made.id());
        assertThat(project.run(url, FOUND)).isEqualToIgnoringNewLines("[]");
    }
}
