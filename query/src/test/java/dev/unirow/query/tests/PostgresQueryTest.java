package dev.unirow.query.tests;

import dev.unirow.testing.DatabaseKind;
import dev.unirow.testing.OnDatabase;
import java.util.Map;
import org.junit.jupiter.api.Tag;

@OnDatabase(DatabaseKind.POSTGRESQL)
@Tag("slow")
class PostgresQueryTest extends QueryContract {
    @Override
    TestDatabase open(Class<?>... models) {
        return new OrmDatabase(
                Map.of(
                        "jakarta.persistence.jdbc.url",
                        "jdbc:postgresql://" + EnglishPostgres.createDatabase("query"),
                        "jakarta.persistence.jdbc.user",
                        "postgres",
                        "jakarta.persistence.jdbc.password",
                        "postgres"),
                models);
    }
}
