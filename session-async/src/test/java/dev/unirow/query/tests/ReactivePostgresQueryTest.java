package dev.unirow.query.tests;

import dev.unirow.testing.PostgresServer;
import java.util.Map;

class ReactivePostgresQueryTest extends QueryContract {
    @Override
    TestDatabase open(Class<?>... models) {
        return new ReactiveDatabase(
                Map.of(
                        "jakarta.persistence.jdbc.url",
                        "postgresql://127.0.0.1:" + PostgresServer.port() + "/" + PostgresServer.createDatabase(),
                        "jakarta.persistence.jdbc.user",
                        "postgres",
                        "jakarta.persistence.jdbc.password",
                        "postgres"),
                models);
    }
}
