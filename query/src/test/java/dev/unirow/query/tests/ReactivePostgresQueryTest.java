package dev.unirow.query.tests;

import dev.unirow.testing.DatabaseKind;
import dev.unirow.testing.OnDatabase;
import java.util.Map;
import org.junit.jupiter.api.Tag;

@OnDatabase(DatabaseKind.POSTGRESQL)
@Tag("slow")
class ReactivePostgresQueryTest extends QueryContract {
    @Override
    TestDatabase open(Class<?>... models) {
        return new ReactiveDatabase(
                Map.of(
                        "jakarta.persistence.jdbc.url",
                        "postgresql://" + EnglishPostgres.createDatabase("reactive_query"),
                        "jakarta.persistence.jdbc.user",
                        "postgres",
                        "jakarta.persistence.jdbc.password",
                        "postgres"),
                models);
    }
}
