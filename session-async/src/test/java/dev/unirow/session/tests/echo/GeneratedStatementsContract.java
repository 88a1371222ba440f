package dev.unirow.session.tests.echo;

import static dev.unirow.session.Await.await;
import static org.assertj.core.api.Assertions.assertThat;

import dev.unirow.session.Database;
import dev.unirow.session.Echo;
import dev.unirow.session.SqlConnection;
import dev.unirow.session.tests.DatabaseContract;
import dev.unirow.session.tests.models.Agent;
import dev.unirow.testing.CapturedLog;
import dev.unirow.testing.DatabaseKind;
import dev.unirow.testing.EachDatabase;
import dev.unirow.testing.GeneratedSql;
import dev.unirow.testing.GeneratedSql.Parameters;
import dev.unirow.testing.GeneratedSql.Query;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Statements with literals, names and comments in all forms bind and hide as the database itself reads them. */
@EachDatabase
class GeneratedStatementsContract extends DatabaseContract {
    private static final long SEED = 20250121;
    private static final int STATEMENTS = 75;
    private static final String SECRET = "Wilson";

    @Override
    public Class<?>[] models() {
        return new Class<?>[] {Agent.class};
    }

    @Override
    public Database open() {
        return Database.builder(target.newDatabaseUrl())
                .models(models())
                .echo(Echo.DEBUG)
                .open();
    }

    /** Others on each database: of SQLite there are two. */
    private GeneratedSql generated(long seed) {
        return new GeneratedSql(
                target.kind(),
                DatabaseKind.values().length * seed + target.kind().ordinal());
    }

    @Test
    void parametersAreBoundWhereTheDatabaseReadsThem() {
        assertBound(SEED, STATEMENTS);
    }

    @Test
    void aPrivateLiteralIsInNoLogWhateverStandsAroundIt() {
        assertHidden(SEED, STATEMENTS);
    }

    @Test
    @Tag("deep")
    void manyMoreAreBoundAndHidden() {
        for (long seed = 0; seed < 40; seed++) {
            assertBound(seed, 10 * STATEMENTS);
            assertHidden(seed, STATEMENTS);
        }
    }

    private void assertBound(long seed, int count) {
        GeneratedSql generated = generated(seed);
        List<Query> queries = IntStream.range(0, count)
                .mapToObj(i -> generated.query(i % 2 == 0 ? Parameters.BY_POSITION : Parameters.BY_NAME))
                .toList();
        try (CapturedLog log = CapturedLog.of("unirow")) {
            onOneConnection(
                    queries,
                    (connection, i) -> sent(connection, queries.get(i), i % 2 == 0)
                            .invoke(row -> assertThat(row)
                                    .as(queries.get(i).sql())
                                    .isEqualTo(queries.get(i).row())));
            assertThat(log.lines()).isNotEmpty();
        }
    }

    private static Uni<Map<String, String>> sent(SqlConnection connection, Query query, boolean byPosition) {
        return (byPosition
                        ? connection.select(
                                query.sql(), List.copyOf(query.values().values()))
                        : connection.select(query.sql(), query.values()))
                .onFailure()
                .transform(failure -> new AssertionError(query.sql(), failure))
                .map(rows -> texts(rows.get(0)));
    }

    private static Map<String, String> texts(Map<String, Object> row) {
        return row.entrySet().stream()
                .collect(Collectors.toMap(
                        Map.Entry::getKey, entry -> String.valueOf(entry.getValue()), (a, b) -> b, LinkedHashMap::new));
    }

    private void assertHidden(long seed, int count) {
        GeneratedSql generated = generated(seed);
        List<String> queries = IntStream.range(0, count)
                .mapToObj(i -> generated.comparison(SECRET))
                .toList();
        try (CapturedLog log = CapturedLog.of("unirow")) {
            onOneConnection(
                    queries,
                    (connection, i) -> connection
                            .select(queries.get(i))
                            .onFailure()
                            .transform(failure -> new AssertionError(queries.get(i), failure)));
            String hex = "57696c736f6e";
            assertThat(log.lines())
                    .hasSizeGreaterThanOrEqualTo(count)
                    .noneMatch(line -> line.contains(SECRET) || line.contains(hex));
        }
    }

    private interface Sending {
        Uni<?> send(SqlConnection connection, int index);
    }

    private void onOneConnection(List<?> statements, Sending sending) {
        await(db.connect(connection -> Multi.createFrom()
                .range(0, statements.size())
                .onItem()
                .transformToUniAndConcatenate(i -> sending.send(connection, i).replaceWith(i))
                .collect()
                .asList()));
    }
}
