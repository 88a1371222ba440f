package dev.unirow.session.tests;

import dev.unirow.testing.DatabaseTarget.OnSqliteFile;
import java.util.Map;

class SqliteFileGivenFactoryTest extends GivenFactoryContract implements OnSqliteFile {
    @Override
    Map<String, Object> settings() {
        return Map.of(
                "jakarta.persistence.jdbc.url",
                "jdbc:sqlite:" + OnSqliteFile.newFolder().resolve("given.db"));
    }

    @Override
    Map<String, Object> jdbcSettings() {
        return Map.of(
                "jakarta.persistence.jdbc.url",
                "jdbc:sqlite:" + OnSqliteFile.newFolder().resolve("orm.db"));
    }
}
