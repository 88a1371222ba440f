package dev.unirow.session.tests;

import static dev.unirow.session.Await.await;
import static dev.unirow.session.tests.EngineOption.option;
import static org.assertj.core.api.Assertions.assertThat;

import dev.unirow.session.Database;
import dev.unirow.testing.DatabaseTarget.OnSqliteMemory;
import java.util.List;
import java.util.Map;

class SqliteMemoryEngineOptionsTest extends EngineOptionsContract implements OnSqliteMemory {
    @Override
    String longStatement() {
        return "with recursive s (n) as (select 1 union all select n + 1 from s) select count(*) from s";
    }

    @Override
    String connectionNumber() {
        return "";
    }

    @Override
    String isolationLevel() {
        return "";
    }

    @Override
    boolean tellsWhatIsPrepared() {
        return false;
    }

    @Override
    long preparedFor(Database db) {
        return -1;
    }

    @Override
    EngineOption ownOption() {
        return option(
                "options.cache_size", "-4000", "cache_size=-4000", builder -> builder.option("cache_size", "-4000"));
    }

    @Override
    void assertOwnOption(Database db) {
        List<Map<String, Object>> rows = await(db.connect(connection -> connection.select("pragma cache_size")));
        assertThat(rows.get(0).get("cache_size")).isEqualTo(-4000L);
    }

    @Override
    boolean hasOneConnection() {
        return true;
    }
}
