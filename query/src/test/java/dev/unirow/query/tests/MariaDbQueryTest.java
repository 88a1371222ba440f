package dev.unirow.query.tests;

import dev.unirow.testing.MariaDbServer;
import java.util.Map;
import org.junit.jupiter.api.Tag;

@Tag("slow")
class MariaDbQueryTest extends QueryContract {
    @Override
    TestDatabase open(Class<?>... models) {
        return new OrmDatabase(
                Map.of(
                        "jakarta.persistence.jdbc.url",
                        "jdbc:mariadb://" + BinaryMariaDb.createDatabase(),
                        "jakarta.persistence.jdbc.user",
                        MariaDbServer.USER,
                        "jakarta.persistence.jdbc.password",
                        MariaDbServer.PASSWORD),
                models);
    }
}
