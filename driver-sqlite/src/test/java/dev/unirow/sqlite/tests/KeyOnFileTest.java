package dev.unirow.sqlite.tests;

import dev.unirow.sqlite.SqliteConfig;
import java.nio.file.Path;
import org.junit.jupiter.api.io.TempDir;

class KeyOnFileTest extends KeyContract {
    @TempDir
    Path folder;

    @Override
    SqliteConfig config() {
        return SqliteConfig.file(folder.resolve("test.db"));
    }
}
