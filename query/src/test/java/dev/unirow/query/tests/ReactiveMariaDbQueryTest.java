package dev.unirow.query.tests;

import dev.unirow.testing.DatabaseKind;
import dev.unirow.testing.MariaDbServer;
import dev.unirow.testing.OnDatabase;
import java.util.Map;
import org.junit.jupiter.api.Tag;

@OnDatabase(DatabaseKind.MARIADB)
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
