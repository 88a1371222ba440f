package dev.unirow.schema.tests;

import static org.assertj.core.api.Assertions.assertThat;

import dev.unirow.schema.Check;
import dev.unirow.schema.DatabaseKind;
import dev.unirow.schema.Operation;
import dev.unirow.schema.PrimaryKey;
import dev.unirow.schema.Schema;
import dev.unirow.schema.SqlRunner;
import dev.unirow.schema.Table;
import dev.unirow.schema.engine.Schemas;
import dev.unirow.testing.EachDialect;
import io.smallrye.mutiny.Uni;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Schemas that others have written are read, written anew and read again, and nothing of them is lost. */
@EachDialect
class RecreateContract extends SchemaFixture {
    private static final int MANY = 500;
    private static final int FEW = 4;

    // given back its own '= ANY (ARRAY[…])', PostgreSQL moves the cast of the array into each of its elements, once
    private Schema settled(Schema schema) {
        if (target().kind() != DatabaseKind.POSTGRESQL) {
            return schema;
        }
        return schema.withTables(schema.tables().stream()
                .map(table -> table.withChecks(
                        table.checks().stream().map(RecreateContract::settled).toList()))
                .toList());
    }

    private static Check settled(Check check) {
        return check.expression().contains("= ANY (")
                ? new Check(check.name(), check.expression().replaceAll("[()]|::text(\\[])?", ""))
                : check;
    }

    private Schema live(SqlRunner database) {
        return Schemas.live(target().kind(), database).await().indefinitely();
    }

    @ParameterizedTest
    @ValueSource(strings = {"chinook", "northwind", "pagila"})
    void aSchemaThatWasReadIsRecreatedWhole(String name) {
        Schema first;
        try (JdbcRunner database = connect()) {
            Written.statements(name, target().kind()).forEach(database::run);
            first = live(database).withViews(List.of());
        }
        assertThat(first.tables()).hasSizeGreaterThanOrEqualTo(15);
        assertThat(first.tables())
                .allSatisfy(table -> assertThat(table.extras()).isEmpty());

        Schema second = recreated(first);
        assertThat(settled(second)).isEqualTo(settled(first));
        assertThat(recreated(second)).isEqualTo(second);

        List<Operation> operations = Schemas.diff(target().kind(), Schema.empty(), second);
        try (JdbcRunner database = connect()) {
            Schemas.render(target().kind(), Schema.empty(), operations).forEach(database::run);
            assertThat(live(database)).isEqualTo(second);
            database.migrate(Schemas.render(target().kind(), second, Schemas.inverse(operations)));
            assertThat(live(database)).isEqualTo(Schema.empty());
        }
    }

    @Test
    void theSchemasHaveTogetherWhatTheDatabaseCanHave() {
        List<Schema> schemas = new ArrayList<>();
        for (String name : List.of("chinook", "northwind", "pagila")) {
            try (JdbcRunner database = connect()) {
                Written.statements(name, target().kind()).forEach(database::run);
                schemas.add(live(database));
            }
        }
        assertThat(Stream.of(WrittenTrait.values())
                        .filter(trait -> trait.isPossibleOn(target().kind()))
                        .filter(trait -> !trait.isIn(schemas)))
                .isEmpty();
    }

    /** What an empty database has after it was given the schema by way of JSON; nothing that differs from it. */
    private Schema recreated(Schema schema) {
        assertThat(Schema.fromJson(schema.toJson())).isEqualTo(schema);
        try (JdbcRunner database = connect()) {
            Schemas.createAll(target().kind(), schema, Set.of()).forEach(database::run);
            Schema live = live(database);
            assertThat(Schemas.compare(target().kind(), database, live, schema)
                            .await()
                            .indefinitely())
                    .isEmpty();
            return live;
        }
    }

    @Test
    void manyTablesAreReadInFewQueries() {
        List<Table> tables = IntStream.range(0, MANY)
                .mapToObj(i -> {
                    Table table = live("chinook").table("playlist").orElseThrow();
                    return table.withName("t" + i)
                            .withForeignKeys(List.of())
                            .withPrimaryKey(new PrimaryKey("pk_t" + i, List.of("id")));
                })
                .toList();
        try (JdbcRunner database = connect()) {
            database.migrate(Schemas.createAll(target().kind(), Schema.of(tables), Set.of()));
            Counting counting = new Counting(database);

            Schema live = live(counting);

            assertThat(live.tables())
                    .hasSize(MANY)
                    .allSatisfy(table -> assertThat(table.columns()).hasSize(3));
            assertThat(counting.selects).hasSizeLessThanOrEqualTo(FEW);
        }
    }

    private final Map<String, Schema> read = new HashMap<>();

    private Schema live(String name) {
        return read.computeIfAbsent(name, key -> {
            try (JdbcRunner database = connect()) {
                Written.statements(key, target().kind()).forEach(database::run);
                return live(database);
            }
        });
    }

    /** A connection that keeps what it is asked. */
    private static final class Counting implements SqlRunner {
        private final JdbcRunner database;
        private final List<String> selects = new ArrayList<>();

        Counting(JdbcRunner database) {
            this.database = database;
        }

        @Override
        public Uni<List<Map<String, @Nullable Object>>> select(String sql, List<?> parameters) {
            return database.select(sql, parameters).onSubscription().invoke(() -> selects.add(sql));
        }

        @Override
        public Uni<Integer> execute(String sql) {
            return database.execute(sql);
        }
    }
}
