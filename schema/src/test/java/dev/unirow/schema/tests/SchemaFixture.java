package dev.unirow.schema.tests;

import dev.unirow.schema.Target;
import dev.unirow.testing.DatabaseTarget;
import dev.unirow.testing.Folders;

/** What schemas are written for, and connections to where they are run. */
abstract class SchemaFixture {
    private DatabaseTarget given;

    Target target() {
        return switch (given.kind()) {
            case SQLITE_FILE, SQLITE_MEMORY -> Target.sqlite();
            case POSTGRESQL -> Target.postgresql();
            case MARIADB -> Target.mariadb();
        };
    }

    /** A connection to a new, empty database. */
    JdbcRunner connect() {
        return switch (given.kind()) {
            case SQLITE_FILE ->
                JdbcRunner.sqlite(Folders.newFolder().resolve("live.db").toString());
            case SQLITE_MEMORY -> JdbcRunner.sqlite();
            case POSTGRESQL -> JdbcRunner.postgres();
            case MARIADB -> JdbcRunner.mariaDb();
        };
    }
}
