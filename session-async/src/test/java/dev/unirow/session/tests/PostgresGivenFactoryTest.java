package dev.unirow.session.tests;

import dev.unirow.testing.DatabaseTarget.OnPostgres;
import dev.unirow.testing.PostgresServer;
import java.util.Map;

class PostgresGivenFactoryTest extends GivenFactoryContract implements OnPostgres {
    @Override
    Map<String, Object> settings() {
        return Map.of(
                "jakarta.persistence.jdbc.url",
                "postgresql://127.0.0.1:" + PostgresServer.port() + "/" + PostgresServer.createDatabase(),
                "jakarta.persistence.jdbc.user",
                "postgres",
                "jakarta.persistence.jdbc.password",
                "postgres");
    }

    @Override
    Map<String, Object> jdbcSettings() {
        return Map.of(
                "jakarta.persistence.jdbc.url",
                "jdbc:postgresql://127.0.0.1:" + PostgresServer.port() + "/" + PostgresServer.createDatabase(),
                "jakarta.persistence.jdbc.user",
                "postgres",
                "jakarta.persistence.jdbc.password",
                "postgres");
    }
}
