package dev.unirow.session.tests;

import static dev.unirow.session.Await.await;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.unirow.model.InvalidModelException;
import dev.unirow.model.Naming;
import dev.unirow.schema.Operation;
import dev.unirow.schema.Schema;
import dev.unirow.schema.Target;
import dev.unirow.schema.engine.Schemas;
import dev.unirow.session.Database;
import dev.unirow.session.tests.models.Everything;
import dev.unirow.testing.EachDatabase;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TimeZone;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** Each type comes back as it went, nulls included. */
@EachDatabase
class TypesContract extends DatabaseContract {
    // what Hibernate's plug-in adds to a class is no value of a model
    private static final String ENHANCED = "\\$\\$_hibernate.*";

    @Override
    public Class<?>[] models() {
        return new Class<?>[] {Everything.class};
    }

    private Everything stored(Everything everything) {
        await(db.begin(session -> {
            session.add(everything);
            return session.flush();
        }));
        return readElsewhere(Everything.class, everything.id());
    }

    @Test
    void valuesComeBackAsTheyWent() {
        Everything everything = new Everything();
        everything.name = "Ünï¢ødé 😀 'quoted' \"twice\" 100% _\\";
        everything.text = "long ".repeat(10_000);
        everything.done = true;
        everything.small = Integer.MIN_VALUE;
        everything.large = Long.MAX_VALUE;
        everything.ratio = 0.1 + 0.2;
        everything.price = new BigDecimal("1234567890.10");
        everything.date = LocalDate.of(1969, 12, 31);
        everything.time = LocalTime.of(23, 59, 58);
        everything.dateTime = LocalDateTime.of(2024, 2, 29, 13, 14, 15, 123_456_000);
        everything.instant = Instant.parse("1999-12-31T23:59:59.123456Z");
        everything.uuid = UUID.fromString("01175cde-c18f-4a13-a492-21bd9e1cb01b");
        everything.status = Everything.Status.RELEASED;
        everything.data = Map.of("foo", 123, "list", List.of("a", true), "nested", Map.of("x", 1.5));
        everything.bytes = new byte[] {0, 1, -1, 127, -128};

        Everything found = stored(everything);

        assertThat(found)
                .usingRecursiveComparison()
                .ignoringFieldsMatchingRegexes(ENHANCED)
                .isEqualTo(everything);
        assertThat(found.price.scale()).isEqualTo(2);
    }

    @Test
    void nullsComeBackAsNulls() {
        Everything everything = new Everything();

        assertThat(stored(everything))
                .usingRecursiveComparison()
                .ignoringFieldsMatchingRegexes(ENHANCED)
                .isEqualTo(everything);
    }

    private static Map<String, Object> loop() {
        Map<String, Object> loop = new HashMap<>();
        loop.put("list", new ArrayList<>(List.of(1, loop)));
        return loop;
    }

    @Test
    void aValueThatHoldsItselfIsRefusedBeforeItIsSent() {
        String problem =
                "Everything is not valid: 'data.list[1]' is 'data' again, which has no end in JSON: put a copy there, "
                        + "or leave it out (1 problem).";
        Everything added = new Everything();
        added.data = loop();
        assertThatThrownBy(() -> stored(added))
                .isInstanceOf(InvalidModelException.class)
                .hasMessage(problem);

        Everything everything = new Everything();
        everything.data = new HashMap<>(Map.of("kept", true));
        stored(everything);
        assertThatThrownBy(() -> await(db.begin(session ->
                        session.get(Everything.class, everything.id()).invoke(changed -> changed.data = loop()))))
                .isInstanceOf(InvalidModelException.class)
                .hasMessage(problem);
        assertThat(readElsewhere(Everything.class, everything.id()).data).isEqualTo(Map.of("kept", true));
    }

    @Test
    void instantsAreTheSameWhateverTheTimeZoneOfTheReader() {
        TimeZone before = TimeZone.getDefault();
        try {
            TimeZone.setDefault(TimeZone.getTimeZone("Pacific/Auckland"));
            Everything everything = new Everything();
            everything.instant = Instant.parse("2024-03-31T01:30:00Z");
            everything.dateTime = LocalDateTime.of(2024, 9, 29, 2, 30); // an hour that Auckland's clocks skip
            await(db.begin(session -> {
                session.add(everything);
                return session.flush();
            }));
            TimeZone.setDefault(TimeZone.getTimeZone("America/New_York"));

            Everything found = readElsewhere(Everything.class, everything.id());

            assertThat(found.instant).isEqualTo(everything.instant);
            assertThat(found.dateTime).isEqualTo(everything.dateTime);
        } finally {
            TimeZone.setDefault(before);
        }
    }

    /** What a migration would do to the tables that {@code createAll} made. */
    static List<Operation> differences(Database db) {
        return await(db.connect(connection -> Schemas.live(db.kind(), connection)
                .chain(live -> Schemas.compare(db.kind(), connection, live, db.metadata()))));
    }

    @Test
    void createAllIsWhatTheModelsAskFor() {
        assertThat(differences(db)).isEmpty();
    }

    @Test
    void theModelsAskForTheSameTablesWithoutADatabase() {
        Schema offline =
                Schemas.wanted(Target.parse(db.kind().id()), Naming.standard(), List.of(Everything.class), Map.of());

        assertThat(db.metadata()).isEqualTo(offline);
    }
}
