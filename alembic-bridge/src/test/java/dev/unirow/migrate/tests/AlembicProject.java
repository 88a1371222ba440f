package dev.unirow.migrate.tests;

import dev.unirow.migrate.directory.MigrationsDirectory;
import dev.unirow.testing.Python;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** A project of SQLModel and Alembic, as its documentation sets one up. */
final class AlembicProject {
    private static final String CONFIGURATION = """
            import sys
            sys.path.insert(0, ".")
            from alembic import command
            from alembic.config import Config
            config = Config()
            config.set_main_option("script_location", "alembic")
            config.set_main_option("sqlalchemy.url", sys.argv[1])
            """;

    private final Python python;
    private final Path folder;

    private AlembicProject(Python python, Path folder) {
        this.python = python;
        this.folder = folder;
    }

    static AlembicProject in(Path parent) throws Exception {
        Python python = Python.with(List.of("alembic", "sqlmodel", "psycopg2", "pymysql"));
        Path project = Files.createDirectories(parent.resolve("python"));
        Files.createDirectories(project.resolve("alembic/versions"));
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
        return new AlembicProject(python, project);
    }

    MigrationsDirectory revisions() {
        return MigrationsDirectory.of(folder.resolve("alembic"));
    }

    void models(String text) throws IOException {
        Files.writeString(
                folder.resolve("models.py"),
                "from typing import Optional\nfrom sqlmodel import Field, SQLModel\n\n" + text);
    }

    /** What a program prints that has Alembic's {@code command} and a {@code config} with the database's URL. */
    String run(String url, String program) throws Exception {
        Files.writeString(folder.resolve("run.py"), CONFIGURATION + program);
        return python.runIn(folder, "run.py", blocking(url));
    }

    /** The same database by a driver that waits. */
    private static String blocking(String url) {
        return url.replaceFirst("^postgresql[+a-z]*:", "postgresql+psycopg2:")
                .replaceFirst("^mariadb[+a-z]*:", "mariadb+pymysql:");
    }
}
