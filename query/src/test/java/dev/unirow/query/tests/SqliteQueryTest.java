package dev.unirow.query.tests;

import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.io.TempDir;

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
