package dev.unirow.model.tests;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.unirow.model.InvalidModelException;
import dev.unirow.model.Models;
import dev.unirow.model.ReadOptions;
import dev.unirow.model.tests.Everything.Address;
import dev.unirow.model.tests.Everything.Colour;
import jakarta.persistence.Access;
import jakarta.persistence.AccessType;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class FromTest {
    private static final String ALL = """
            {"id": 5, "text": "  two words ", "flag": true, "plainFlag": true, "number": 42, "plainNumber": 8, "big": 9007199254740993,
             "fraction": 0.1, "price": 10.50, "date": "2026-11-20", "time": "09:30", "dateTime": "2026-11-20T09:30:00",
             "instant": "2026-11-20T10:30:00+01:00", "uuid": "123e4567-e89b-12d3-a456-426614174000", "colour": "GREEN",
             "bytes": "AQI=", "json": {"a": [1, 1.5, null, {"b": true}]}, "numbers": [1, 2], "tree": {"x": 1},
             "address": {"street": "Elm St", "number": 3}, "tags": ["a", "b"], "addresses": [{"street": "S"}]}
            """;

    @Test
    void readsEveryTypeFromJson() {
        Everything made = Models.from(Everything.class, ALL);
        assertThat(made.id).isEqualTo(5L);
        assertThat(made.text).isEqualTo("  two words ");
        assertThat(made.flag).isTrue();
        assertThat(made.plainFlag).isTrue();
        assertThat(made.number).isEqualTo(42);
        assertThat(made.plainNumber).isEqualTo(8);
        assertThat(made.big).isEqualTo(9007199254740993L);
        assertThat(made.fraction).isEqualTo(0.1);
        assertThat(made.price).isEqualTo(new BigDecimal("10.50"));
        assertThat(made.date).isEqualTo(LocalDate.of(2026, 11, 20));
        assertThat(made.time).isEqualTo(LocalTime.of(9, 30));
        assertThat(made.dateTime).isEqualTo(LocalDateTime.of(2026, 11, 20, 9, 30));
        assertThat(made.instant).isEqualTo(Instant.parse("2026-11-20T09:30:00Z"));
        assertThat(made.uuid).isEqualTo(UUID.fromString("123e4567-e89b-12d3-a456-426614174000"));
        assertThat(made.colour).isEqualTo(Colour.GREEN);
        assertThat(made.bytes).containsExactly(1, 2);
        Map<String, Object> b = Map.of("b", true);
        assertThat(made.json).isEqualTo(Map.of("a", Arrays.asList(1, 1.5, null, b)));
        assertThat(made.numbers).containsExactly(1, 2);
        assertThat(made.tree.get("x").intValue()).isEqualTo(1);
        assertThat(made.address).isEqualTo(new Address("Elm St", 3));
        assertThat(made.tags).containsExactly("a", "b");
        assertThat(made.addresses).containsExactly(new Address("S", null));
    }

    @Test
    void whatIsWrittenIsReadBack() {
        Everything first = Models.from(Everything.class, ALL);
        String json = Models.dumpJson(first);
        Everything second = Models.from(Everything.class, json);
        assertThat(Models.dumpJson(second)).isEqualTo(json);
        // the dump names the version, which the first source did not
        assertThat(second).usingRecursiveComparison().ignoringFields("named").isEqualTo(first);
    }

    @Test
    void readsJavaValuesFromAMap() {
        Instant now = Instant.now();
        Everything made = Models.from(
                Everything.class,
                Map.of(
                        "instant",
                        now,
                        "colour",
                        Colour.RED,
                        "price",
                        2,
                        "fraction",
                        3,
                        "address",
                        new Address("x", 1)));
        assertThat(made.instant).isEqualTo(now);
        assertThat(made.colour).isEqualTo(Colour.RED);
        assertThat(made.price).isEqualTo(BigDecimal.valueOf(2));
        assertThat(made.fraction).isEqualTo(3.0);
        assertThat(made.address).isEqualTo(new Address("x", 1));
    }

    @Test
    void whatIsNotGivenKeepsItsDefaultAndDefaultsAreNotShared() {
        Everything one = Models.from(Everything.class, Map.of());
        Everything other = Models.from(Everything.class, Map.of());
        one.json.put("changed", true);
        assertThat(one.plainNumber).isEqualTo(7);
        assertThat(other.json).isEqualTo(Map.of("default", true));
    }

    @Test
    void aJsonValueIsCopiedFromItsSource() {
        Map<String, Object> source = new HashMap<>(Map.of("a", 1));
        Everything made = Models.from(Everything.class, Map.of("json", source));
        source.put("b", 2);
        assertThat(made.json).isEqualTo(Map.of("a", 1));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "text | 5 | 'text' must be a string",
                "text | true | 'text' must be a string",
                "flag | \"yes\" | 'flag' must be a boolean",
                "flag | 2 | 'flag' must be a boolean",
                "number | true | 'number' must be an integer",
                "number | 1.5 | 'number' must be an integer",
                "number | \"x\" | 'number' must be an integer",
                "number | 2147483648 | 'number' must be between -2147483648 and 2147483647",
                "number | \"7\" | 'number' must be an integer",
                "flag | \"on\" | 'flag' must be a boolean",
                "flag | 1 | 'flag' must be a boolean",
                "number | 1e999999999 | 'number' must have no more than 1000 digits",
                "plainNumber | null | 'plainNumber' must not be null",
                "fraction | 1e400 | 'fraction' must be finite",
                "fraction | \"NaN\" | 'fraction' must be a number",
                "fraction | NaN | 'fraction' must be finite",
                "fraction | -Infinity | 'fraction' must be finite",
                "price | false | 'price' must be a number",
                "price | [1] | 'price' must be a number",
                "date | \"20.11.2026\" | 'date' must be a date, such as 2026-11-20",
                "date | 5 | 'date' must be a date, such as 2026-11-20",
                "time | \"25:00\" | 'time' must be a time, such as 09:30:00",
                "dateTime | \"2026-11-20T09:30:00Z\" | 'dateTime' must be a date and time without a zone, such as 2026-11-20T09:30:00",
                "instant | \"2026-11-20T09:30:00\" | 'instant' must be a date and time with a zone, such as 2026-11-20T09:30:00Z",
                "uuid | \"1-1-1-1-1\" | 'uuid' must be a UUID, such as 123e4567-e89b-12d3-a456-426614174000",
                "colour | \"BLUE\" | 'colour' must be one of RED, GREEN",
                "colour | \"red\" | 'colour' must be one of RED, GREEN",
                "bytes | \"*\" | 'bytes' must be bytes in Base64",
                "json | [] | 'json' must be an object",
                "json | \"{}\" | 'json' must be an object",
                "numbers | [1,\"x\"] | 'numbers[1]' must be an integer",
                "address | 5 | 'address' must be an object",
                "address | {\"street\":\"\"} | 'address.street' must not be blank",
                "address | {\"number\":\"x\"} | 'address.number' must be an integer",
                "address | {\"city\":\"x\"} | 'address.city' is not a property of Address, which has street, number",
                "address | {\"street\":\"x\",\"number\":-1} | 'address' is refused by 'Address'",
                "tags | \"a\" | 'tags' must be an array",
                "tags | [\"a\",5] | 'tags[1]' must be a string",
                "addresses | [{\"number\":[]}] | 'addresses[0].number' must be an integer",
                "nme | \"x\" | 'nme' is not a property of Everything, which has id, text, flag, plainFlag, number, plainNumber, big, fraction, price, date, time, dateTime, instant, uuid, colour, bytes, json, numbers, tree, address, tags, addresses, version",
            })
    void aValueThatDoesNotFitIsAProblemWithItsPath(String key, String value, String problem) {
        assertThatThrownBy(() -> Models.from(Everything.class, "{\"" + key + "\": " + value + "}"))
                .isInstanceOf(InvalidModelException.class)
                .hasMessageStartingWith("Everything is not valid: " + problem);
    }

    @Test
    void aValueThatDoesNotFitIsOneProblem() {
        assertThat(failure("{\"number\": \"x\"}").violations()).hasSize(1);
        assertThat(failure("{\"address\": {\"street\": 5}}").violations()).hasSize(1);
    }

    @Test
    void allProblemsAreToldAtOnce() {
        assertThatThrownBy(() -> Models.from(
                        Track.class, "{\"title\": \"  \", \"position\": \"first\", \"nme\": 1, \"album\": null}"))
                .hasMessage("Track is not valid: 'album' must not be null;"
                        + " 'nme' is not a property of Track, which has id, title, position, secret, plays, available, album;"
                        + " 'position' must be an integer; 'title' must not be blank (4 problems).");
    }

    @Test
    void problemsNeverQuoteValues() {
        String secret =
                "{\"uuid\": \"hunter2\", \"json\": \"hunter2\", \"tree\": {\"a\": \"hunter2\"}, \"date\": \"hunter2\"}";
        assertThat(failure(secret).getMessage()).doesNotContain("hunter2");
        assertThat(failure("{\"text\": hunter2}"))
                .hasMessage("Everything is not valid: 'text' is malformed JSON at line 1, column 10 (1 problem).")
                .hasNoCause();
    }

    @Test
    void nulInTextIsRefused() {
        assertThat(failure("{\"text\": \"a\\u0000b\"}"))
                .hasMessageContaining("'text' must not contain the NUL character");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "[1] | 'Everything' must be a JSON object",
                "null | 'Everything' must be a JSON object",
                "'' | 'Everything' must be a JSON object, and there is no text",
                "{} {} | 'Everything' must be one JSON object, and more follows",
                "{ | 'Everything' is malformed JSON at line 1, column 2",
                "{\"text\": \"a\", \"text\": \"b\"} | 'text' is given twice",
                "{\"json\": {\"a\": [{\"b\": 1, \"b\": 1}]}} | 'json.a[0].b' is given twice",
                "{\"json\": {\"a\": [[1e999999999]]}} | 'json.a[0][0]' must have no more than 1000 digits",
                "{\"json\": {\"a\": [[1e400]]}} | 'json.a[0][0]' must be finite",
                "{\"json\": {\"a\": NaN}} | 'json.a' must be finite",
                "{\"json\": {\"a\": \"\\u0000\"}} | 'json.a' must not contain the NUL character",
                "{\"text\": \"\\ud800\"} | 'text' must not contain half a character (a lone surrogate)",
                "{\"text\": \"\\udc00\\ud800\"} | 'text' must not contain half a character (a lone surrogate)",
                "{\"json\": {\"a\": \"x\\udfff\"}} | 'json.a' must not contain half a character (a lone surrogate)",
                "{\"tags\": [\"a\", \"a\"]} | 'tags[1]' is in the set already",
                "{\"tags\": [null]} | 'tags[0]' must not be null",
            })
    void jsonThatNoModelCanBeMadeOfIsAProblemWithItsPath(String json, String problem) {
        assertThat(failure(json)).hasMessageStartingWith("Everything is not valid: " + problem);
    }

    @Test
    void nestingWithoutEndIsAProblemWithItsPath() {
        String deep = "{\"tree\": " + "[".repeat(100_000) + "]".repeat(100_000) + ", \"number\": \"x\"}";
        InvalidModelException failure = failure(deep);
        assertThat(failure.violations()).hasSize(2);
        assertThat(failure.getMessage())
                .contains("is nested deeper than 200 levels")
                .contains("'number' must be");
    }

    @Test
    void numbersThatWouldFillTheMachineAreRefusedAtOnce() {
        String digits = "9".repeat(2_000_000);
        for (String number : List.of("1e1000000000", "1e-1000000000", "-1E+999999999", digits, "0." + digits)) {
            for (String key : List.of("number", "big", "fraction", "price", "tree", "numbers", "version")) {
                assertThat(failure("{\"" + key + "\": " + number + "}").violations())
                        .hasSize(1);
            }
        }
        assertThat(Models.from(Everything.class, Map.of("price", new BigDecimal("1e900"))).price)
                .isEqualTo(new BigDecimal("1e900"));
        assertThatThrownBy(() -> Models.from(
                        Everything.class,
                        Map.of("price", digits),
                        ReadOptions.options().lenient()))
                .hasMessage("Everything is not valid: 'price' must be a number (1 problem).");
    }

    @Test
    void theKeysOfJsonAreTextsToo() {
        for (String key : List.of("\\ud800", "\\u0000")) {
            assertThat(failure("{\"json\": {\"a\": {\"" + key + "\": 1}}}"))
                    .hasMessageStartingWith("Everything is not valid: 'json.a.")
                    .hasMessageContaining("must not contain");
        }
    }

    @Test
    void duplicatesAreToldTogetherWithEverythingElse() {
        assertThat(failure(Track.class, "{\"title\": \" \", \"title\": \"b\", \"nme\": 1, \"plays\": 1.5}"))
                .hasMessageEndingWith("'plays' must be an integer; 'title' is given twice (3 problems).");
        assertThat(failure(Track.class, "{\"title\": \"a\", \"album\": 1, \"albumId\": 1}"))
                .hasMessage("Track is not valid: 'albumId' is given twice, as 'album' too (1 problem).");
    }

    @Test
    void aReferenceIsGivenByKeyByObjectOrAsAModel() {
        Album malibu = new Album("Malibu").setId(1L);
        for (Object given : List.of(1, Map.of("id", 1), malibu)) {
            Track made = Models.from(Track.class, Map.of("title", "Bird", "album", given));
            assertThat(made.album().id()).isEqualTo(1L);
            assertThat(Models.isKeyOnly(made.album())).isEqualTo(given != malibu);
        }
        assertThat(Models.from(Track.class, "{\"title\": \"Bird\", \"albumId\": 1}")
                        .album()
                        .id())
                .isEqualTo(1L);
        assertThat(Models.from(Track.class, Map.of("title", "Bird", "album", malibu))
                        .album())
                .isSameAs(malibu);
        assertThat(failure(Track.class, "{\"title\": \"Bird\", \"album\": true}"))
                .hasMessage("Track is not valid: 'album' must be an integer (1 problem).");
    }

    @Test
    void aNewModelBelowIsCheckedByItsPath() {
        Track made = Models.from(Track.class, "{\"title\": \"Bird\", \"album\": {\"name\": \"New\"}}");
        assertThat(made.album().name()).isEqualTo("New");
        assertThat(failure(Track.class, "{\"title\": \"Bird\", \"album\": {\"name\": \" \"}}"))
                .hasMessage("Track is not valid: 'album.name' must not be blank (1 problem).");
        assertThat(failure(Track.class, "{\"title\": \"Bird\", \"album\": {\"nme\": \"x\"}}"))
                .hasMessage("Track is not valid: 'album.name' must not be blank;"
                        + " 'album.nme' is not a property of Album, which has id, name, tracks (2 problems).");
    }

    @Test
    void modelsOfAnInverseCollectionKnowTheirOwner() {
        Album made = Models.from(
                Album.class,
                "{\"name\": \"Malibu\", \"tracks\": [{\"title\": \"a\"}, {\"title\": \"b\", \"position\": 2}]}");
        assertThat(made.tracks()).extracting(Track::title).containsExactly("a", "b");
        assertThat(made.tracks()).allSatisfy(track -> assertThat(track.album()).isSameAs(made));
        assertThat(failure(
                        Album.class,
                        "{\"name\": \"Malibu\", \"tracks\": [{\"title\": \"a\"}, {\"position\": -2}, null]}"))
                .hasMessage("Album is not valid: 'tracks[1].position' must be greater than or equal to 0;"
                        + " 'tracks[1].title' must not be blank; 'tracks[2]' must not be null (3 problems).");
    }

    @Test
    void anAbsentRequiredReferenceMayBeSetLater() {
        Track made = Models.from(Track.class, Map.of("title", "Bird"));
        assertThat(made.album()).isNull();
        assertThat(failure(Track.class, "{\"title\": \"Bird\", \"album\": null}"))
                .hasMessage("Track is not valid: 'album' must not be null (1 problem).");
    }

    record TrackCreate(String title, Integer position, Optional<String> secret, Long albumId) {}

    @Test
    void readsFromARecordWhereNullIsNotGiven() {
        Track made = Models.from(Track.class, new TrackCreate("Bird", null, Optional.empty(), 3L));
        assertThat(made.title()).isEqualTo("Bird");
        assertThat(made.album().id()).isEqualTo(3L);
        assertThat(Models.fieldsSet(made)).contains("title", "album").doesNotContain("position");
        assertThat(made.secret()).isNull();
    }

    @Test
    @Tag("model")
    void whatWasNamedIsSetEvenIfItIsTheDefault() {
        assertThat(Models.from(Track.class, "{\"title\": \"Bird\", \"available\": true, \"position\": null}"))
                .hasToString("Track(title=\"Bird\", position=null, available=true)");
    }

    @Test
    void mapsThatHoldThemselvesAreRefused() {
        Map<String, Object> track = new HashMap<>(Map.of("title", "Bird"));
        track.put("album", Map.of("name", "Malibu", "tracks", List.of(track, track)));
        assertThatThrownBy(() -> Models.from(Track.class, track))
                .isInstanceOf(InvalidModelException.class)
                .hasMessage(
                        "Track is not valid: 'album.tracks[0]' is the whole again, which has no end in JSON: put a copy "
                                + "there, or leave it out; 'album.tracks[1]' is the whole again, which has no end in JSON: put a copy "
                                + "there, or leave it out (2 problems).");
    }

    @Test
    void aMessageTellsTheFirstHundredProblemsAndTheExceptionAll() {
        Map<String, Object> given = new HashMap<>();
        for (int i = 0; i < 150; i++) {
            given.put("key" + i, i);
        }
        assertThatThrownBy(() -> Models.from(Everything.class, given))
                .isInstanceOfSatisfying(
                        InvalidModelException.class,
                        failure -> assertThat(failure.violations()).hasSize(150))
                .hasMessageEndingWith("; and others (150 problems).")
                .extracting(Throwable::getMessage)
                .satisfies(message -> assertThat(message.split("; ")).hasSize(101));
    }

    public record Point(int x, Integer y) {}

    @Entity
    static class Drawing {
        @Id
        private Long id;

        private int[] widths;

        private List<Point> points;
    }

    @ParameterizedTest
    @ValueSource(strings = {"{\"widths\": [1, null]}", "{\"points\": [{\"x\": null, \"y\": 1}]}"})
    void nullIsNoNumberWhereThereIsNoNull(String json) {
        assertThatThrownBy(() -> Models.from(Drawing.class, json)).isInstanceOf(InvalidModelException.class);
    }

    @Test
    void anExplicitKeyIsKept() {
        assertThat(Models.from(Album.class, Map.of("id", 12, "name", "x")).id()).isEqualTo(12L);
    }

    @Test
    void aTreeIsReadToo() throws Exception {
        assertThat(Models.from(Album.class, new ObjectMapper().readTree("{\"name\": \"x\"}"))
                        .name())
                .isEqualTo("x");
    }

    @Test
    void keysOfSetsStayDistinct() {
        Everything made = Models.from(Everything.class, Map.of("tags", Set.of("a")));
        assertThat(made.tags).isEqualTo(Set.of("a"));
    }

    private static InvalidModelException failure(String json) {
        return failure(Everything.class, json);
    }

    private static InvalidModelException failure(Class<?> type, String json) {
        try {
            Object made = Models.from(type, json);
            throw new AssertionError(made + " was found valid.");
        } catch (InvalidModelException e) {
            return e;
        }
    }

    private static final ReadOptions LENIENT = ReadOptions.options().lenient();

    @Test
    void lenientlyTextIsTrimmedAndReadAsWhatIsWanted() {
        Everything made = Models.from(
                Everything.class,
                Map.of(
                        "text",
                        "  two\0 words ",
                        "plainNumber",
                        " 8 ",
                        "price",
                        "1.50",
                        "flag",
                        "off",
                        "plainFlag",
                        1,
                        "dateTime",
                        "2026-11-20 09:30",
                        "numbers",
                        List.of("1", 2),
                        "address",
                        Map.of("street", " x ")),
                LENIENT);
        assertThat(made.text).isEqualTo("two words");
        assertThat(made.plainNumber).isEqualTo(8);
        assertThat(made.price).isEqualTo(new BigDecimal("1.50"));
        assertThat(made.flag).isFalse();
        assertThat(made.plainFlag).isTrue();
        assertThat(made.dateTime).isEqualTo(LocalDateTime.of(2026, 11, 20, 9, 30));
        assertThat(made.numbers).containsExactly(1, 2);
        assertThat(made.address.street()).isEqualTo("x");
    }

    @Test
    void lenientlyEmptyTextIsNullWhereNullIsAllowed() {
        Everything made = Models.from(
                Everything.class,
                "{\"text\": \" \", \"number\": \"\", \"flag\": \"none\", \"plainFlag\": \"\", \"date\": \"\"}",
                LENIENT);
        assertThat(made.text).isNull();
        assertThat(made.number).isNull();
        assertThat(made.flag).isNull();
        assertThat(made.plainFlag).isFalse();
        assertThat(made.date).isNull();
        assertThatThrownBy(() -> Models.from(Track.class, Map.of("title", " "), LENIENT))
                .hasMessage("Track is not valid: 'title' must not be blank (1 problem).");
    }

    @ParameterizedTest
    @CsvSource({"number,true", "flag,2", "flag,\"yes\"", "number,\"NaN\"", "text,5", "nme,1", "plainNumber,\"\""})
    void lenientlyWhatIsNothingOfTheKindIsRefusedToo(String key, String value) {
        assertThatThrownBy(() -> Models.from(Everything.class, "{\"" + key + "\": " + value + "}", LENIENT))
                .isInstanceOf(InvalidModelException.class);
    }

    @Test
    void aModelIsMadeFromWhatIsSetInAnother() {
        Album album = new Album("Malibu").setId(3L);
        Album made = Models.from(Album.class, album, ReadOptions.options());
        assertThat(made).isNotSameAs(album);
        assertThat(made.id()).isEqualTo(3L);
        assertThat(made.name()).isEqualTo("Malibu");
        assertThatThrownBy(() -> Models.from(Track.class, album, ReadOptions.options()))
                .hasMessageContaining("'name' is not a property of Track");
        assertThatThrownBy(() -> Models.from(Track.class, 5, ReadOptions.options()))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("A model is made of a map, JSON, a record or another model, not of 'java.lang.Integer'.");
    }

    @Entity
    static class Ticket {
        @Id
        Long id;

        @Column(nullable = false)
        String code;

        @Column(nullable = false)
        String state = "open";

        private String note;

        @Access(AccessType.PROPERTY)
        String getNote() {
            return note;
        }

        void setNote(String note) {
            if ("forbidden".equals(note)) {
                throw new IllegalArgumentException("no: " + note);
            }
            this.note = note;
        }
    }

    @Test
    void whatTheTableCannotBeWithoutIsRequired() {
        assertThat(failure(Ticket.class, "{\"id\": 1}"))
                .hasMessage("Ticket is not valid: 'code' must not be null (1 problem).");
        assertThat(failure(Ticket.class, "{\"code\": \"x\", \"state\": null}"))
                .hasMessage("Ticket is not valid: 'state' must not be null (1 problem).");
        assertThat(Models.from(Ticket.class, Map.of("code", "x")).state).isEqualTo("open");
    }

    @Test
    void whatASetterRefusesIsAProblem() {
        assertThat(failure(Ticket.class, "{\"code\": \"x\", \"note\": \"forbidden\"}"))
                .hasMessage("Ticket is not valid: 'note' is refused by its setter (1 problem).");
        Ticket ticket = Models.from(Ticket.class, Map.of("code", "x", "note", "fine"));
        assertThatThrownBy(() -> Models.patch(ticket, "{\"code\": \"y\", \"note\": \"forbidden\"}"))
                .isInstanceOf(InvalidModelException.class);
        assertThat(ticket.code).isEqualTo("x");
        assertThat(ticket.note).isEqualTo("fine");
    }

    @Test
    void aRequiredReferenceMayBeLeftOutButIsNotNull() {
        assertThat(Models.from(Track.class, "{\"title\": \"The Bird\"}").album())
                .isNull();

        assertThatThrownBy(() -> Models.from(
                        Album.class,
                        "{\"name\": \"Malibu\", \"tracks\": [{\"title\": \"The Bird\", \"album\": null}]}"))
                .isInstanceOf(InvalidModelException.class)
                .hasMessageContaining("'tracks[0].album' must not be null");
    }

    @Test
    void aPrimitiveThatHasNoDefaultMustBeGiven() {
        assertThat(failure(Widget.class, "{}"))
                .hasMessage("Widget is not valid: 'active' must not be null; 'name' must not be null;"
                        + " 'price' must not be null (3 problems).");
        assertThat(failure(Widget.class, "{\"name\": \"x\", \"active\": null, \"price\": \"1\"}"))
                .hasMessage("Widget is not valid: 'active' must not be null; 'price' must be a number (2 problems).");
        Map<String, Object> lenient = Map.of("name", "x", "active", "");
        assertThatThrownBy(() ->
                        Models.from(Widget.class, lenient, ReadOptions.options().lenient()))
                .hasMessage("Widget is not valid: 'price' must not be null (1 problem).");

        Widget made = Models.from(Widget.class, "{\"name\": \"x\", \"active\": false, \"price\": 0}");
        assertThat(made.price()).isZero();
        assertThat(made.stock()).isEqualTo(3);
        Models.patch(made, Map.of("name", "y"));
        assertThat(Models.from(Widget.class, new Widget("by hand"), ReadOptions.options())
                        .name())
                .isEqualTo("by hand");
        Models.validate(new Widget("by hand"));
    }

    @Test
    void aPrimitiveOfARecordMustBeGiven() {
        String given = "\"name\": \"x\", \"active\": true, \"price\": 1.5";
        assertThat(failure(Widget.class, "{" + given + ", \"size\": {\"height\": 2}, \"sizes\": [{\"width\": 1}, {}]}"))
                .hasMessage("Widget is not valid: 'size.width' must not be null;"
                        + " 'sizes[1].width' must not be null (2 problems).");
        assertThat(Models.from(Widget.class, "{" + given + ", \"size\": {\"width\": 0}}")
                        .size())
                .isEqualTo(new Widget.Size(0, null));
    }

    @Test
    void aReferenceThatWasMadeFromAKeyIsMarkedUntilSomethingElseIsSet() {
        for (Object given : List.of(1, Map.of("id", 1))) {
            Album album = Models.from(Track.class, Map.of("title", "Bird", "album", given))
                    .album();
            assertThat(Models.isKeyOnly(album)).isTrue();
            assertThat(Models.isKeyOnly(Models.copy(album))).isTrue();
            Models.patch(album, Map.of("name", "Malibu"));
            assertThat(Models.isKeyOnly(album)).isFalse();
        }
        Album told = Models.from(Track.class, "{\"title\": \"Bird\", \"albumId\": 1}")
                .album();
        Models.markLoaded(told);
        assertThat(Models.isKeyOnly(told)).isFalse();
        assertThat(Models.isKeyOnly(Models.from(Album.class, new Album("x"), ReadOptions.options())))
                .isFalse();
    }

    @Test
    void whatAConstructorMadeIsNeverKeyOnly() {
        Album album = new Album(null).setId(1L);
        Track track = new Track("Bird", 1).setAlbum(album);

        assertThat(Models.isKeyOnly(album)).isFalse();
        assertThat(Models.isKeyOnly(Models.copy(album))).isFalse();
        assertThat(((Map<?, ?>) Models.dump(track).get("album")).containsKey("name"))
                .isTrue();
    }
}
