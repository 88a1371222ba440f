package dev.unirow.session.tests.python;

import static dev.unirow.query.Queries.lookups;
import static dev.unirow.query.Queries.select;
import static dev.unirow.session.Await.await;
import static org.assertj.core.api.Assertions.assertThat;

import dev.unirow.model.Models;
import dev.unirow.session.Database;
import dev.unirow.session.tests.DatabaseContract;
import dev.unirow.testing.Capability;
import dev.unirow.testing.EachDatabase;
import dev.unirow.testing.Python;
import dev.unirow.testing.Requires;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What SQLAlchemy writes is what is read here, and the other way round. Skipped where Python lacks it. */
@EachDatabase
@Requires(Capability.PERSISTENCE)
@Tag("slow")
class PythonValuesContract extends DatabaseContract {
    private static final List<String> ROWS = List.of("""
            {"id": 1, "name": "Ünï¢ødé 😀 'quoted' \\"twice\\" 100% _\\\\", "large": 9223372036854775807,
             "price": 12345678901.3456, "ratio": 0.1, "done": true, "day": "2024-02-29", "hour": "13:45:00",
             "moment": "2024-02-29T13:45:00", "bytes": "AAH/gH8=", "data": {"foo": 123, "list": [1.5, "a", null, true]},
             "uuid": "01175cde-c18f-4a13-a492-21bd9e1cb01b"}""", """
            {"id": 2, "name": "", "large": -9223372036854775808, "price": -0.0001, "ratio": -1.7976931348623157E308,
             "done": false, "day": "1582-10-10", "hour": "00:00:00.000001", "moment": "0001-01-01T00:00:00.000001",
             "bytes": "", "data": {}, "uuid": "00000000-0000-0000-0000-000000000000"}""", """
            {"id": 3, "name": "half", "large": 0, "price": 0.5, "ratio": 4.9E-324, "done": null, "day": "9999-12-31",
             "hour": "23:59:59.5", "moment": "9999-12-31T23:59:59.999999", "bytes": "/w==",
             "data": {"nested": {"ä": "\\u2028"}}, "uuid": "ffffffff-ffff-ffff-ffff-ffffffffffff"}""", """
            {"id": 4, "name": "tenth", "price": 10, "day": "1969-12-31", "hour": "12:00:00.1",
             "moment": "1969-12-31T23:59:59.12", "uuid": "c9bf9e57-1685-4c89-bafb-ff5af830be8a"}""", """
            {"id": 5}""");

    @TempDir
    Path folder;

    @SuppressWarnings("NullAway.Init") // found before each test
    private Python python;

    @SuppressWarnings("NullAway.Init")
    private String url;

    @BeforeEach
    void findPython() throws Exception {
        python = Python.with(List.of("sqlalchemy", "sqlmodel", "psycopg2", "pymysql"));
        try (InputStream program = Objects.requireNonNull(getClass().getResourceAsStream("rows.py"))) {
            Files.write(folder.resolve("rows.py"), program.readAllBytes());
        }
        Files.writeString(folder.resolve("rows.json"), ROWS.toString());
    }

    @Override
    public Database open() {
        url = target.newDatabaseUrl();
        return Database.open(url, models());
    }

    @Override
    public Class<?>[] models() {
        return new Class<?>[] {SharedRow.class};
    }

    @Test
    void pythonReadsWhatWasWrittenHere() throws Exception {
        write();

        assertThat(python("read").lines().map(PythonValuesContract::normal)).containsExactlyElementsOf(expected());
    }

    @Test
    void whatPythonWroteIsReadHere() throws Exception {
        python("write");

        assertThat(rowsHere()).containsExactlyElementsOf(expected());
    }

    @Test
    void whatPythonWroteIntoTablesOfItsOwnIsReadHere() throws Exception {
        await(db.dropAll());
        python("create");
        python("write");

        assertThat(rowsHere()).containsExactlyElementsOf(expected());
    }

    @Test
    void eachFindsTheRowsOfTheOtherByTheirValues() throws Exception {
        write();
        assertThat(python("find").strip()).isEqualTo("1 2 3 4 5");

        await(db.dropAll());
        await(db.createAll());
        python("write");
        for (String row : ROWS) {
            Map<String, Object> values = new HashMap<>(Models.dump(Models.from(SharedRow.class, row)));
            values.keySet().retainAll(Set.of("id", "name", "large", "price", "day", "hour", "moment"));
            // in SQLite, SQLAlchemy writes a fraction of zero, too
            values.values()
                    .removeIf(value -> value == null
                            || value instanceof LocalTime time && time.getNano() == 0
                            || value instanceof LocalDateTime moment && moment.getNano() == 0);
            long found = await(
                    db.read(session -> session.count(select(SharedRow.class).where(lookups(values)))));
            assertThat(found).as(row).isEqualTo(1);
        }
    }

    private String python(String action) throws Exception {
        return python.runIn(folder, "rows.py", action, url);
    }

    private void write() {
        await(db.begin(session -> session.insertAll(
                ROWS.stream().map(row -> Models.from(SharedRow.class, row)).toList())));
    }

    private List<String> rowsHere() {
        return all(SharedRow.class).stream()
                .map(Models::dumpJson)
                .map(PythonValuesContract::normal)
                .sorted()
                .toList();
    }

    private static List<String> expected() {
        return ROWS.stream().map(PythonValuesContract::normal).toList();
    }

    /** Equal for equal values: the zeros at the end of a decimal are none of it. */
    private static String normal(String json) {
        SharedRow row = Models.from(SharedRow.class, json);
        row.price = row.price == null ? null : row.price.stripTrailingZeros();
        return Models.dumpJson(row);
    }
}
