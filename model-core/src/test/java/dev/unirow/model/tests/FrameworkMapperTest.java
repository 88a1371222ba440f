package dev.unirow.model.tests;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.MapperFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.PropertyNamingStrategies;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.deser.std.FromStringDeserializer;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.module.SimpleModule;
import com.fasterxml.jackson.databind.ser.std.ToStringSerializer;
import com.fasterxml.jackson.datatype.jdk8.Jdk8Module;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import com.fasterxml.jackson.module.paramnames.ParameterNamesModule;
import dev.unirow.model.InvalidModelException;
import dev.unirow.model.Model;
import dev.unirow.model.Models;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The mappers that web frameworks bring: what they write and read is right, and none was told of models. */
class FrameworkMapperTest {
    /** As Spring's builder makes it. */
    private static JsonMapper.Builder spring() {
        return JsonMapper.builder()
                .disable(MapperFeature.DEFAULT_VIEW_INCLUSION)
                .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
                .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
                .disable(SerializationFeature.WRITE_DURATIONS_AS_TIMESTAMPS)
                .addModules(new Jdk8Module(), new JavaTimeModule(), new ParameterNamesModule());
    }

    /** As Quarkus makes it. */
    private static JsonMapper.Builder quarkus() {
        return JsonMapper.builder()
                .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
                .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
                .disable(SerializationFeature.WRITE_DURATIONS_AS_TIMESTAMPS)
                .disable(SerializationFeature.FAIL_ON_EMPTY_BEANS)
                .addModules(new JavaTimeModule(), new Jdk8Module(), new ParameterNamesModule());
    }

    static Stream<Named<ObjectMapper>> mappers() {
        return Stream.of(
                Named.of("stock", new ObjectMapper()),
                Named.of(
                        "found modules",
                        JsonMapper.builder().findAndAddModules().build()),
                Named.of("Spring", spring().build()),
                Named.of("Quarkus", quarkus().build()));
    }

    record Page(List<Everything> items, int total) {}

    @ParameterizedTest
    @MethodSource("mappers")
    void writeAsDumpsDoAndReadItBack(ObjectMapper mapper) throws Exception {
        Everything model = new Everything();
        model.id = 1L;
        model.date = LocalDate.of(2026, 11, 20);
        model.instant = Instant.parse("2026-11-20T09:30:00Z");
        model.price = new BigDecimal("1E+3");
        model.colour = Everything.Colour.GREEN;
        model.bytes = new byte[] {1, 2};
        model.address = new Everything.Address("Elm St", 3);
        model.addresses = List.of(new Everything.Address("S", null));

        String written = mapper.writeValueAsString(model);

        assertThat(written).isEqualTo(Models.dumpJson(model));
        assertThat(Models.dumpJson(mapper.readValue(written, Everything.class))).isEqualTo(written);
        String page = mapper.writeValueAsString(new Page(List.of(model), 1));
        assertThat(page).isEqualTo("{\"items\":[" + written + "],\"total\":1}");
        assertThat(Models.dumpJson(mapper.readValue(page, Page.class).items().get(0)))
                .isEqualTo(written);
        assertThat(mapper.<Map<String, Object>>convertValue(model, mapper.constructType(Map.class)))
                .containsEntry("colour", "GREEN");
    }

    @ParameterizedTest
    @MethodSource("mappers")
    void whatIsWrongIsRefusedWhateverTheMapperWouldLetPass(ObjectMapper mapper) {
        String json =
                "{\"nme\": 1, \"number\": \"7\", \"text\": \"a\", \"text\": \"b\", \"address\": {\"street\": \"\"}}";
        assertThatThrownBy(() -> mapper.readValue(json, Everything.class))
                .isInstanceOf(InvalidModelException.class)
                .hasMessageContaining("'address.street' must not be blank")
                .hasMessageContaining("'nme' is not a property of Everything")
                .hasMessageContaining("'number' must be an integer")
                .hasMessageContaining("'text' is given twice")
                .hasMessageEndingWith("(4 problems).");
        assertThatThrownBy(() -> mapper.readValue("{\"items\": [" + json + "]}", Page.class))
                .isInstanceOf(JsonMappingException.class)
                .hasCauseInstanceOf(InvalidModelException.class);
    }

    record Order(
            @NotBlank @JsonProperty("full_name") String name,
            @NotNull List<Line> lines) {}

    record Line(
            @NotBlank String article,
            @Min(1) int count,
            @Nullable LocalDate due) {}

    @ParameterizedTest
    @MethodSource("mappers")
    void withTheModuleRequestsAreReadStrictlyWithAllTheirProblems(ObjectMapper mapper) throws Exception {
        ObjectMapper taught = mapper.copy().registerModule(Models.jacksonModule());

        assertThat(taught.readValue(
                        "{\"full_name\": \"a\", \"lines\": [{\"article\": \"b\", \"count\": 2, \"due\": \"2026-11-20\"}]}",
                        Order.class))
                .isEqualTo(new Order("a", List.of(new Line("b", 2, LocalDate.of(2026, 11, 20)))));
        InvalidModelException failure = catchThrowableOfType(
                InvalidModelException.class,
                () -> taught.readValue(
                        "{\"full_name\": \" \", \"nme\": 1, \"lines\": [{\"article\": 5, \"count\": \"2\"},"
                                + " {\"count\": 0, \"due\": \"soon\"}, 7]}",
                        Order.class));
        assertThat(failure.violations())
                .extracting(violation -> violation.getPropertyPath() + " " + violation.getMessage())
                .containsExactly(
                        "lines[0].article must be a string",
                        "lines[0].count must be an integer",
                        "lines[1].article must not be blank",
                        "lines[1].count must be greater than or equal to 1",
                        "lines[1].due must be a date, such as 2026-11-20",
                        "lines[2] must be an object",
                        "name must not be blank",
                        "nme is not a property of Order, which has name, lines");
    }

    @Test
    void theNamingAndInclusionOfAMapperHold() throws Exception {
        ObjectMapper mapper = spring().propertyNamingStrategy(PropertyNamingStrategies.SNAKE_CASE)
                .defaultPropertyInclusion(
                        JsonInclude.Value.construct(JsonInclude.Include.NON_NULL, JsonInclude.Include.NON_NULL))
                .build();
        Everything model =
                mapper.readValue("{\"plain_number\": 4, \"date_time\": \"2026-11-20T09:30:00\"}", Everything.class);
        assertThat(model.plainNumber).isEqualTo(4);
        assertThat(mapper.writeValueAsString(model))
                .isEqualTo("{\"plain_flag\":false,\"plain_number\":4,\"date_time\":\"2026-11-20T09:30:00\","
                        + "\"json\":{\"default\":true}}");
        Everything same = mapper.readerForUpdating(model).readValue("{\"plain_number\": 5}");
        assertThat(same.plainNumber).isEqualTo(5);
    }

    /** A type of the application's own that only its mapper knows. */
    static final class Isbn {
        final String digits;

        private Isbn(String digits, boolean checked) {
            this.digits = digits;
        }

        static Isbn of(String digits) {
            return new Isbn(digits, true);
        }

        @Override
        public String toString() {
            return digits;
        }
    }

    static final class IsbnReader extends FromStringDeserializer<Isbn> {
        IsbnReader() {
            super(Isbn.class);
        }

        @Override
        protected Isbn _deserialize(String value, DeserializationContext context) {
            return Isbn.of(value);
        }

        @Override
        public Isbn deserialize(JsonParser parser, DeserializationContext context) throws java.io.IOException {
            return Isbn.of(parser.getText());
        }
    }

    @Entity
    static class Book extends Model {
        @Id
        Long id;

        Isbn isbn;
    }

    @Test
    void typesThatOnlyTheMapperKnowsAreItsOwn() throws Exception {
        ObjectMapper mapper = spring().addModule(new SimpleModule()
                        .addSerializer(Isbn.class, ToStringSerializer.instance)
                        .addDeserializer(Isbn.class, new IsbnReader()))
                .build();
        Book book = mapper.readValue("{\"id\":1,\"isbn\":\"978-3\"}", Book.class);
        assertThat(book.isbn.digits).isEqualTo("978-3");
        assertThat(mapper.writeValueAsString(book)).isEqualTo("{\"id\":1,\"isbn\":\"978-3\"}");
    }
}
