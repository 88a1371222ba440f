package dev.unirow.model.tests;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.annotation.JsonAlias;
import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonFormat;
import com.fasterxml.jackson.annotation.JsonGetter;
import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import com.fasterxml.jackson.annotation.JsonValue;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.PropertyNamingStrategies;
import com.fasterxml.jackson.databind.SerializerProvider;
import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import com.fasterxml.jackson.databind.annotation.JsonNaming;
import com.fasterxml.jackson.databind.annotation.JsonSerialize;
import com.fasterxml.jackson.databind.deser.std.StdDeserializer;
import com.fasterxml.jackson.databind.ser.std.StdSerializer;
import dev.unirow.model.Model;
import dev.unirow.model.Models;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Inheritance;
import java.io.IOException;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What the application says to Jackson holds, by our own reading and writing and by a stock mapper's. */
class JacksonAnnotationsTest {
    private final ObjectMapper stock = Mappers.stockFor(Bill.class);

    enum Level {
        @JsonProperty("lo")
        LOW,
        @JsonProperty("hi")
        @JsonAlias("top")
        HIGH
    }

    record Money(BigDecimal amount, String currency) {
        @JsonCreator
        static Money parse(String text) {
            String[] parts = text.split(" ");
            return new Money(new BigDecimal(parts[0]), parts[1]);
        }

        @JsonValue
        String text() {
            return amount + " " + currency;
        }
    }

    static class Upper extends StdSerializer<String> {
        Upper() {
            super(String.class);
        }

        @Override
        public void serialize(String value, JsonGenerator out, SerializerProvider provider) throws IOException {
            out.writeString(value.toUpperCase());
        }
    }

    static class Lower extends StdDeserializer<String> {
        Lower() {
            super(String.class);
        }

        @Override
        public String deserialize(JsonParser parser, DeserializationContext context) throws IOException {
            return parser.getText().toLowerCase();
        }
    }

    @Entity
    @JsonNaming(PropertyNamingStrategies.SnakeCaseStrategy.class)
    @JsonPropertyOrder({"dueDay", "total_price"})
    static class Bill extends Model {
        @Id
        private Long id;

        private Money totalPrice;

        @JsonFormat(pattern = "dd.MM.yyyy")
        private LocalDate dueDay;

        @JsonFormat(shape = JsonFormat.Shape.NUMBER)
        private Instant sentAt;

        private Level dunningLevel;

        @JsonAlias({"customer", "client"})
        private String customerName;

        @JsonSerialize(using = Upper.class)
        @JsonDeserialize(using = Lower.class)
        private String countryCode;

        @JsonInclude(JsonInclude.Include.NON_EMPTY)
        private String remark;

        @JsonIgnore
        private String internalNote;

        @JsonProperty(access = JsonProperty.Access.READ_ONLY)
        private String number;

        @JsonProperty(access = JsonProperty.Access.WRITE_ONLY)
        private String token;

        private boolean paidOff;

        @JsonGetter("paid")
        public boolean isPaidOff() {
            return paidOff;
        }
    }

    private static final String JSON = "{\"due_day\":\"24.12.2026\",\"total_price\":\"12.50 EUR\",\"id\":1,"
            + "\"sent_at\":1798000000.000000000,\"dunning_level\":\"hi\",\"customer_name\":\"Ann\","
            + "\"country_code\":\"DE\",\"number\":null,\"paid\":true}";

    @Test
    void namesFormatsAndOrderHoldBothWays() throws Exception {
        for (Bill bill : List.of(Models.from(Bill.class, JSON), stock.readValue(JSON, Bill.class))) {
            assertThat(bill.totalPrice).isEqualTo(new Money(new BigDecimal("12.50"), "EUR"));
            assertThat(bill.dueDay).isEqualTo(LocalDate.of(2026, 12, 24));
            assertThat(bill.sentAt).isEqualTo(Instant.ofEpochSecond(1_798_000_000));
            assertThat(bill.dunningLevel).isEqualTo(Level.HIGH);
            assertThat(bill.countryCode).isEqualTo("de");
            assertThat(bill.paidOff).isTrue();
            assertThat(Models.dumpJson(bill)).isEqualTo(JSON);
            assertThat(stock.writeValueAsString(bill)).isEqualTo(JSON);
        }
    }

    @Test
    void aDumpToAMapKeepsJavasNamesAndValues() {
        Map<String, Object> dump = Models.dump(Models.from(Bill.class, JSON));
        assertThat(dump)
                .containsEntry("totalPrice", new Money(new BigDecimal("12.50"), "EUR"))
                .containsEntry("dueDay", LocalDate.of(2026, 12, 24))
                .doesNotContainKeys("internalNote", "token");
        assertThat(Models.from(Bill.class, dump).dueDay).isEqualTo(LocalDate.of(2026, 12, 24));
    }

    @Test
    void aliasesAreRead() {
        assertThat(Models.from(Bill.class, "{\"client\": \"Ann\"}").customerName)
                .isEqualTo("Ann");
        assertThat(Models.from(Bill.class, "{\"dunning_level\": \"top\"}").dunningLevel)
                .isEqualTo(Level.HIGH);
        assertThatThrownBy(() -> Models.from(Bill.class, "{\"client\": \"Ann\", \"customer\": \"Bob\"}"))
                .hasMessage("Bill is not valid: 'customer' is given twice, as 'client' too (1 problem).");
    }

    @Test
    void whatIsHiddenFromJsonCannotBeGivenInJson() {
        assertThatThrownBy(() -> Models.from(Bill.class, "{\"internal_note\": \"x\"}"))
                .hasMessageContaining("'internal_note' is not a property of Bill");
        assertThatThrownBy(() -> Models.from(Bill.class, "{\"internalNote\": \"x\"}"))
                .hasMessageContaining("'internalNote' is not a property of Bill");
        assertThatThrownBy(() -> Models.from(Bill.class, "{\"dueDay\": \"24.12.2026\"}"))
                .hasMessageContaining("'dueDay' is not a property of Bill");
        assertThat(Models.from(Bill.class, Map.of("internalNote", "x")).internalNote)
                .isEqualTo("x");
    }

    @Test
    void accessGoesOneWay() {
        Bill bill = Models.from(Bill.class, "{\"number\": \"R1\", \"token\": \"t\"}");
        assertThat(bill.number).isNull();
        assertThat(bill.token).isEqualTo("t");
        bill.number = "R2";
        assertThat(Models.dumpJson(bill)).contains("\"number\":\"R2\"").doesNotContain("token");
    }

    @Test
    void aValueThatDoesNotFitItsFormatIsAProblemThatDoesNotQuoteIt() {
        assertThatThrownBy(() -> Models.from(
                        Bill.class,
                        "{\"due_day\": \"2026-12-24\", \"dunning_level\": \"LOW\","
                                + "\"total_price\": \"much\", \"sent_at\": \"now\"}"))
                .hasMessage("Bill is not valid: 'due_day' does not fit the format of 'due_day';"
                        + " 'dunning_level' does not fit the format of 'dunning_level';"
                        + " 'sent_at' does not fit the format of 'sent_at';"
                        + " 'total_price' does not fit the format of 'total_price' (4 problems).");
    }

    @Entity
    @JsonIgnoreProperties(
            value = {"links"},
            ignoreUnknown = true)
    @JsonInclude(JsonInclude.Include.NON_NULL)
    static class Relaxed extends Model {
        @Id
        private Long id;

        private String name;

        private String links;
    }

    @Test
    void aClassMayPassOverWhatItDoesNotKnow() {
        Relaxed made = Models.from(Relaxed.class, "{\"name\": \"x\", \"nme\": 1, \"links\": \"y\"}");
        assertThat(made.name).isEqualTo("x");
        assertThat(made.links).isNull();
        assertThat(Models.dumpJson(made)).isEqualTo("{\"name\":\"x\"}");
        assertThatThrownBy(() -> Models.from(Relaxed.class, Map.of("nme", 1))).hasMessageContaining("'nme'");
    }

    @Entity
    @Inheritance
    @JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "kind")
    @JsonSubTypes({
        @JsonSubTypes.Type(value = Dog.class, name = "dog"),
        @JsonSubTypes.Type(value = Cat.class, name = "cat")
    })
    abstract static class Animal extends Model {
        @Id
        Long id;

        String name;
    }

    @Entity
    static class Dog extends Animal {
        boolean barks;
    }

    @Entity
    static class Cat extends Animal {
        int lives = 9;
    }

    @Test
    void aMapperTellsSubclassesApartByTheirNames() throws Exception {
        String json = "{\"kind\":\"dog\",\"id\":1,\"name\":\"Rex\",\"barks\":true}";
        Animal read = stock.readValue(json, Animal.class);
        assertThat(read)
                .isInstanceOfSatisfying(Dog.class, dog -> assertThat(dog.barks).isTrue());
        assertThat(read.name).isEqualTo("Rex");
        assertThat(stock.writeValueAsString(read)).isEqualTo(json);
        assertThatThrownBy(() -> stock.readValue("{\"kind\":\"cat\",\"barks\":true}", Animal.class))
                .hasMessageContaining("'barks' is not a property of Cat");
    }
}
