package dev.unirow.query.tests;

import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.condition.DisabledIfSystemProperty;
import org.junit.jupiter.api.io.TempDir;

/** On a file, also where only SQLite in memory is selected, as in the fast lane: keys need a second connection. */
@DisabledIfSystemProperty(
        named = "db",
        matches = "(?!.*sqlite).+",
        disabledReason = "SQLite is not among the databases that -Ddb names.")
class SqliteQueryTest extends QueryContract {
    @TempDir
    static Path directory;

    @Override
    TestDatabase open(Class<?>... models) {
        return new OrmDatabase(
                Map.of(
                        "hibernate.dialect",
                        "org.hibernate.community.dialect.SQLiteDialect",
                        "jakarta.persistence.jdbc.url",
                        "jdbc:sqlite:" + directory.resolve("query.db")),
                models);
    }
}
