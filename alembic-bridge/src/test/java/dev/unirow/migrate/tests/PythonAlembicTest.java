package dev.unirow.migrate.tests;

import static dev.unirow.migrate.tests.RunnerContract.run;
import static dev.unirow.session.Await.await;
import static dev.unirow.testing.DatabaseKind.SQLITE_FILE;
import static org.assertj.core.api.Assertions.assertThat;

import dev.unirow.migrate.Migrations;
import dev.unirow.migrate.directory.MigrationsDirectory;
import dev.unirow.migrate.revision.Autogeneration;
import dev.unirow.migrate.revision.Revision;
import dev.unirow.migrate.status.DatabaseStatus;
import dev.unirow.session.Database;
import dev.unirow.testing.OnDatabase;
import dev.unirow.testing.Python;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * A project of SQLModel and Alembic that goes on in Java: same scripts, same database. Skipped where Python has
 * neither.
 */
@OnDatabase(SQLITE_FILE)
@Tag("slow")
class PythonAlembicTest extends MigrationFixture {
    @Test
    void aDatabaseOfSqlModelAndAlembicIsReadAndUpgradedFurther() throws Exception {
        Python python = Python.with(List.of("alembic", "sqlmodel"));
        Path project = project();
        python.runIn(project, "make.py", url);
        Database db = open(V2);
        Migrations migrations = Migrations.of(db, MigrationsDirectory.of(project.resolve("alembic")));

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
        assertThat(python.runIn(project, "current.py", url))
                .as("Alembic finds its own revision")
                .startsWith(pythons.id());
    }

    private Path project() throws IOException {
        Path project = Files.createDirectories(folder.resolve("python"));
        Files.createDirectories(project.resolve("alembic/versions"));
        Files.writeString(project.resolve("models.py"), """
                from typing import Optional
                from sqlmodel import Field, SQLModel

                class Team(SQLModel, table=True):
                    id: Optional[int] = Field(default=None, primary_key=True)
                    name: str = Field(max_length=50)

                class Hero(SQLModel, table=True):
                    id: Optional[int] = Field(default=None, primary_key=True)
                    name: str = Field(max_length=50)
                    team_id: Optional[int] = Field(default=None, foreign_key="team.id")
                """);
        Files.writeString(project.resolve("alembic/env.py"), """
                from alembic import context
                from sqlalchemy import create_engine
                from sqlmodel import SQLModel
                import models

                engine = create_engine(context.config.get_main_option("sqlalchemy.url"))
                with engine.connect() as connection:
                    context.configure(connection=connection, target_metadata=SQLModel.metadata)
                    with context.begin_transaction():
                        context.run_migrations()
                """);
        Files.writeString(project.resolve("alembic/script.py.mako"), """
                \"\"\"${message}

                Revision ID: ${up_revision}
                Revises: ${down_revision | comma,n}
                Create Date: ${create_date}

                \"\"\"
                from alembic import op
                import sqlalchemy as sa
                import sqlmodel

                revision = ${repr(up_revision)}
                down_revision = ${repr(down_revision)}
                branch_labels = ${repr(branch_labels)}
                depends_on = ${repr(depends_on)}

                def upgrade():
                    ${upgrades if upgrades else "pass"}

                def downgrade():
                    ${downgrades if downgrades else "pass"}
                """);
        String configuration = """
                import sys
                sys.path.insert(0, ".")
                from alembic import command
                from alembic.config import Config
                config = Config()
                config.set_main_option("script_location", "alembic")
                config.set_main_option("sqlalchemy.url", sys.argv[1])
                """;
        Files.writeString(project.resolve("make.py"), configuration + """
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
        Files.writeString(project.resolve("current.py"), configuration + """
                command.current(config)
                """);
        return project;
    }
}
