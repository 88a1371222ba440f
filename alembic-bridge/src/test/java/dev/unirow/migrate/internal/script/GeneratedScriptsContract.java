package dev.unirow.migrate.internal.script;

import static dev.unirow.session.Await.await;
import static org.assertj.core.api.Assertions.assertThat;

import dev.unirow.session.Database;
import dev.unirow.session.SqlConnection;
import dev.unirow.testing.DatabaseTarget;
import dev.unirow.testing.EachDatabase;
import dev.unirow.testing.GeneratedSql;
import dev.unirow.testing.GeneratedSql.Parameters;
import dev.unirow.testing.GeneratedSql.Query;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Scripts of statements with literals, names and comments in all forms are split as the database reads them. */
@EachDatabase
class GeneratedScriptsContract {
    private static final long SEED = 20250121;
    private static final int SCRIPTS = 25;
    private static final int STATEMENTS = 3;

    DatabaseTarget target;

    @Test
    void everyStatementOfAScriptRunsByItself() {
        // others on each database: of SQLite there are two
        GeneratedSql generated =
                new GeneratedSql(target.kind(), SEED + target.kind().ordinal());
        List<Query> queries = new ArrayList<>();
        List<String> statements = new ArrayList<>();
        for (int i = 0; i < SCRIPTS; i++) {
            List<Query> ofScript = IntStream.range(0, STATEMENTS)
                    .mapToObj(n -> generated.query(Parameters.NONE))
                    .toList();
            String script = ofScript.stream()
                    .map(Query::sql)
                    .collect(Collectors.joining(generated.gap() + ";" + generated.gap()));
            List<ScriptItem> items = StatementSplitter.split(script, 1, dialect());
            assertThat(items).as(script).hasSize(STATEMENTS);
            items.forEach(item -> statements.add(((ScriptItem.Statement) item).sql()));
            queries.addAll(ofScript);
        }

        try (Database db = Database.open(target.newDatabaseUrl())) {
            await(db.connect(connection -> Multi.createFrom()
                    .range(0, statements.size())
                    .onItem()
                    .transformToUniAndConcatenate(i -> sent(connection, statements.get(i))
                            .invoke(row -> assertThat(row)
                                    .as(statements.get(i))
                                    .isEqualTo(queries.get(i).row())))
                    .collect()
                    .asList()));
        }
    }

    private String dialect() {
        return switch (target.kind()) {
            case POSTGRESQL -> "postgresql";
            case MARIADB -> "mariadb";
            case SQLITE_FILE, SQLITE_MEMORY -> "sqlite";
        };
    }

    private static Uni<Map<String, String>> sent(SqlConnection connection, String sql) {
        return connection
                .select(sql)
                .onFailure()
                .transform(failure -> new AssertionError(sql, failure))
                .map(rows -> texts(rows.get(0)));
    }

    private static Map<String, String> texts(Map<String, Object> row) {
        return row.entrySet().stream()
                .collect(Collectors.toMap(
                        Map.Entry::getKey, entry -> String.valueOf(entry.getValue()), (a, b) -> b, LinkedHashMap::new));
    }
}
