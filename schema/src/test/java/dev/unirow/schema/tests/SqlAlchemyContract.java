package dev.unirow.schema.tests;

import static dev.unirow.testing.Capability.PERSISTENCE;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.unirow.schema.Check;
import dev.unirow.schema.Column;
import dev.unirow.schema.Deferrability;
import dev.unirow.schema.ForeignKey;
import dev.unirow.schema.Index;
import dev.unirow.schema.IndexColumn;
import dev.unirow.schema.PrimaryKey;
import dev.unirow.schema.ReferentialAction;
import dev.unirow.schema.Schema;
import dev.unirow.schema.Table;
import dev.unirow.schema.engine.Schemas;
import dev.unirow.testing.EachDatabase;
import dev.unirow.testing.Python;
import dev.unirow.testing.Requires;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Python's SQLAlchemy and Unirow see the same in one database. Skipped where Python lacks it, or the database's driver.
 */
@EachDatabase
@Requires(PERSISTENCE)
class SqlAlchemyContract extends SchemaFixture {
    private static final JsonMapper JSON = new JsonMapper();

    @ParameterizedTest
    @ValueSource(strings = {"chinook", "northwind", "pagila"})
    void sqlAlchemySeesTheSameTables(String name) throws Exception {
        Python python = Python.with(List.of("sqlalchemy", sqlAlchemy().driver()));
        try (JdbcRunner database = connect()) {
            Written.statements(name, target().kind()).forEach(database::run);
            Schema live = Schemas.live(target().kind(), database).await().indefinitely();

            Map<String, Map<String, Object>> seen = JSON.readValue(
                    python.run(
                            Written.text("sqlalchemy_tables.py"), sqlAlchemy().url(database)),
                    new TypeReference<>() {});

            Map<String, Map<String, Object>> ours = new TreeMap<>();
            live.tables().forEach(table -> ours.put(table.name(), table(table)));
            assertThat(seen).hasSizeGreaterThanOrEqualTo(15).containsOnlyKeys(ours.keySet());
            seen.forEach((table, parts) -> {
                List<Map<String, Object>> columns = JSON.convertValue(parts.get("columns"), new TypeReference<>() {});
                columns.forEach(column -> column.computeIfPresent(
                        "type", (key, type) -> sqlAlchemy().type(text(type))));
                parts.put("columns", columns);
                assertThat(parts).as(table).isEqualTo(ours.get(table));
            });
        }
    }

    private SqlAlchemyWords sqlAlchemy() {
        return SqlAlchemyWords.of(target().kind());
    }

    private Map<String, Object> table(Table table) {
        return Map.of(
                "columns", table.columns().stream().map(this::column).toList(),
                "primary_key", primaryKey(table.primaryKey()),
                "uniques", uniques(table),
                "indexes",
                        indexes(table)
                                .filter(index -> !isConstraint(index))
                                .map(SqlAlchemyContract::index)
                                .toList(),
                "foreign_keys",
                        table.foreignKeys().stream()
                                .map(SqlAlchemyContract::foreignKey)
                                .toList(),
                "checks", table.checks().stream().map(Check::name).toList());
    }

    private List<Map<String, Object>> uniques(Table table) {
        Map<String, List<String>> uniques = new TreeMap<>();
        table.uniques().forEach(unique -> uniques.put(unique.name(), unique.columns()));
        indexes(table).filter(this::isConstraint).forEach(index -> uniques.put(index.name(), columns(index)));
        return uniques.entrySet().stream()
                .map(unique -> Map.<String, Object>of("columns", unique.getValue(), "name", unique.getKey()))
                .toList();
    }

    private boolean isConstraint(Index index) {
        return index.unique() && !sqlAlchemy().knowsUniqueConstraints();
    }

    /** Those that SQLAlchemy sees: it passes over expressions. */
    private static Stream<Index> indexes(Table table) {
        return table.indexes().stream().filter(index -> index.columns().stream().allMatch(part -> part.name() != null));
    }

    private static List<String> columns(Index index) {
        return index.columns().stream().map(IndexColumn::name).toList();
    }

    private Map<String, Object> column(Column column) {
        return Map.of(
                "name", column.name(),
                "type", sqlAlchemy().type(text(column.type())),
                "nullable", column.nullable(),
                "generated", column.generated() != null);
    }

    private static Map<String, Object> primaryKey(@Nullable PrimaryKey key) {
        return key == null ? Map.of() : Map.of("columns", key.columns(), "name", key.name());
    }

    private static Map<String, Object> index(Index index) {
        return Map.of(
                "columns", columns(index),
                "name", index.name(),
                "unique", index.unique());
    }

    private static Map<String, Object> foreignKey(ForeignKey key) {
        return Map.of(
                "columns", key.columns(),
                "name", key.name(),
                "referred_columns", key.referredColumns(),
                "referred_table", key.referredTable(),
                "on_delete", action(key.onDelete()),
                "on_update", action(key.onUpdate()),
                "deferrable", key.deferrability() != Deferrability.NOT_DEFERRABLE,
                "initially_deferred", key.deferrability() == Deferrability.INITIALLY_DEFERRED);
    }

    private static String action(ReferentialAction action) {
        return action.name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }

    private static String text(Object type) {
        return type.toString().toLowerCase(Locale.ROOT).replace(", ", ",");
    }
}
