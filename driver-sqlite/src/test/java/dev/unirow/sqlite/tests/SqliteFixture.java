package dev.unirow.sqlite.tests;

import dev.unirow.sqlite.SqliteConfig;
import dev.unirow.testing.DatabaseTarget;
import java.nio.file.Path;
import org.junit.jupiter.api.io.TempDir;

/** Where the database of a test is: in memory, or in a folder of its own. */
abstract class SqliteFixture {
    private DatabaseTarget target;

    @TempDir
    Path folder;

    SqliteConfig config() {
        return target.outlivesConnections() ? SqliteConfig.file(folder.resolve("test.db")) : SqliteConfig.memory();
    }
}
