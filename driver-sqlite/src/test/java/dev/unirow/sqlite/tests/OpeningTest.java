package dev.unirow.sqlite.tests;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.unirow.sqlite.SqliteConfig;
import dev.unirow.sqlite.SqliteOpenException;
import dev.unirow.sqlite.SqlitePool;
import dev.unirow.testing.Waiting;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.Statement;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class OpeningTest {
    @TempDir
    Path folder;

    private void assertRefused(Path file, String reason) {
        assertThatThrownBy(() -> SqlitePool.open(SqliteConfig.file(file)))
                .isInstanceOf(SqliteOpenException.class)
                .hasMessage("Cannot open '" + file + "' as an SQLite database: " + reason);
    }

    @Test
    void refusesAFolderThatDoesNotExist() {
        Path missing = folder.resolve("missing");
        assertRefused(
                missing.resolve("a.db"),
                "the folder '" + missing + "' does not exist. Make the folder, or correct the path.");
        assertThat(missing).doesNotExist();
    }

    @Test
    void refusesADirectory() {
        assertRefused(folder, "it is a directory. Name a file inside it.");
    }

    @Test
    void refusesAFileThatIsNoDatabase() throws Exception {
        Path file = Files.writeString(folder.resolve("letter.txt"), "Dear reader, this is no database at all.");
        assertRefused(file, "the file is no SQLite database, or it is encrypted. Name another file.");
        assertThat(file).hasContent("Dear reader, this is no database at all.");
        try (var files = Files.list(folder)) {
            assertThat(files).containsExactly(file);
        }
    }

    @Test
    void waitsForAnotherProgramThatHoldsTheFile() throws Exception {
        Path file = folder.resolve("busy.db");
        try (Connection foreign = DriverManager.getConnection("jdbc:sqlite:" + file);
                Statement statement = foreign.createStatement()) {
            statement.execute("create table t (x)");
            statement.execute("begin exclusive");
            assertThatThrownBy(() -> SqlitePool.open(SqliteConfig.file(file).withLockTimeout(Duration.ofMillis(20))))
                    .isInstanceOf(SqliteOpenException.class)
                    .hasMessageContaining("database is locked");
            CompletableFuture<SqlitePool> opening =
                    CompletableFuture.supplyAsync(() -> SqlitePool.open(SqliteConfig.file(file)));
            statement.execute("commit");
            opening.get(Waiting.LIMIT.toSeconds(), TimeUnit.SECONDS).close();
        }
    }

    @Test
    void refusesADamagedDatabase() throws Exception {
        Path file = folder.resolve("damaged.db");
        byte[] bytes = new byte[4096];
        System.arraycopy("SQLite format 3\0".getBytes(), 0, bytes, 0, 16);
        Files.write(file, bytes);
        assertThatThrownBy(() -> SqlitePool.open(SqliteConfig.file(file)))
                .isInstanceOf(SqliteOpenException.class)
                .hasMessageContaining("file is not a database");
        assertThat(Files.readAllBytes(file)).isEqualTo(bytes);
    }
}
