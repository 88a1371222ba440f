package dev.unirow.query.tests;

import dev.unirow.testing.MariaDbServer;
import java.util.Map;
import org.junit.jupiter.api.Tag;

@Tag("slow")
class ReactiveMariaDbQueryTest extends QueryContract {
    @Override
    TestDatabase open(Class<?>... models) {
        return new ReactiveDatabase(
                Map.of(
                        "jakarta.persistence.jdbc.url",
                        "mariadb://" + BinaryMariaDb.createDatabase(),
                        "jakarta.persistence.jdbc.user",
                        MariaDbServer.USER,
                        "jakarta.persistence.jdbc.password",
                        MariaDbServer.PASSWORD),
                models);
    }
}
