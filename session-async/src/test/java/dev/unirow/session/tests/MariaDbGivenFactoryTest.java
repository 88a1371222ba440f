package dev.unirow.session.tests;

import dev.unirow.testing.DatabaseTarget.OnMariaDb;
import dev.unirow.testing.MariaDbServer;
import java.util.Map;

class MariaDbGivenFactoryTest extends GivenFactoryContract implements OnMariaDb {
    @Override
    Map<String, Object> settings() {
        return Map.of(
                "jakarta.persistence.jdbc.url",
                "mariadb://127.0.0.1:" + MariaDbServer.port() + "/" + MariaDbServer.createDatabase(),
                "jakarta.persistence.jdbc.user",
                MariaDbServer.USER,
                "jakarta.persistence.jdbc.password",
                MariaDbServer.PASSWORD);
    }

    @Override
    Map<String, Object> jdbcSettings() {
        return Map.of(
                "jakarta.persistence.jdbc.url",
                "jdbc:mariadb://127.0.0.1:" + MariaDbServer.port() + "/" + MariaDbServer.createDatabase(),
                "jakarta.persistence.jdbc.user",
                MariaDbServer.USER,
                "jakarta.persistence.jdbc.password",
                MariaDbServer.PASSWORD);
    }
}
