package dev.unirow.model.tests;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.unirow.model.InvalidModelException;
import dev.unirow.model.Model;
import dev.unirow.model.Models;
import jakarta.persistence.Embeddable;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** An ObjectMapper without any registration, as a web framework brings it. */
class StockMapperTest {
    private final ObjectMapper mapper = new ObjectMapper();

    @Test
    void writesModelsWithTheirValues() throws Exception {
        Everything everything = new Everything();
        everything.date = LocalDate.of(2026, 11, 20);
        everything.instant = Instant.parse("2026-11-20T09:30:00Z");
        everything.price = new BigDecimal("10.50");
        everything.colour = Everything.Colour.RED;
        JsonNode written = mapper.readTree(mapper.writeValueAsString(everything));
        assertThat(written.get("date").textValue()).isEqualTo("2026-11-20");
        assertThat(written.get("instant").textValue()).isEqualTo("2026-11-20T09:30:00Z");
        assertThat(written.get("colour").textValue()).isEqualTo("RED");
        assertThat(mapper.writeValueAsString(everything)).contains("\"price\":10.50");
    }

    @Test
    void writesListsAndNestedModelsAndNothingPrivate() throws Exception {
        Album album = new Album("Malibu").setId(1L);
        Track track = new Track("Bird", 1).setSecret("s").setAlbum(album);
        assertThat(mapper.writeValueAsString(List.of(track)))
                .isEqualTo("[{\"id\":null,\"title\":\"Bird\",\"position\":1,\"plays\":0,\"available\":true,"
                        + "\"album\":{\"id\":1,\"name\":\"Malibu\"}}]");
        assertThat(mapper.writeValueAsString(Map.of("track", album)))
                .isEqualTo("{\"track\":{\"id\":1,\"name\":\"Malibu\",\"tracks\":[]}}");
    }

    record Envelope(Album album, int page) {}

    @Test
    void readsModelsWhereverTheyStand() throws Exception {
        assertThat(mapper.readValue("{\"name\": \"Malibu\"}", Album.class).name())
                .isEqualTo("Malibu");
        List<Album> list = mapper.readValue("[{\"name\": \"a\"}, {\"name\": \"b\"}]", new TypeReference<>() {});
        assertThat(list).extracting(Album::name).containsExactly("a", "b");
        Envelope envelope = mapper.readValue("{\"album\": {\"name\": \"c\"}, \"page\": 2}", Envelope.class);
        assertThat(envelope.album().name()).isEqualTo("c");
        assertThat(envelope.page()).isEqualTo(2);
        assertThat(mapper.convertValue(Map.of("name", "d"), Album.class).name()).isEqualTo("d");
        assertThat(mapper.readValue("null", Album.class)).isNull();
    }

    @Test
    void whatIsWrittenIsReadBack() throws Exception {
        Everything everything = new Everything();
        everything.price = new BigDecimal("10.50");
        everything.instant = Instant.parse("2026-11-20T09:30:00.123456Z");
        everything.json = Map.of("a", List.of(1, 2.5));
        Everything back = mapper.readValue(mapper.writeValueAsString(everything), Everything.class);
        assertThat(Models.dump(back)).isEqualTo(Models.dump(everything));
    }

    @Test
    void readingValidates() {
        assertThatThrownBy(() -> mapper.readValue("{\"name\": \" \", \"nme\": 1}", Album.class))
                .isInstanceOf(InvalidModelException.class)
                .hasMessage("Album is not valid: 'name' must not be blank;"
                        + " 'nme' is not a property of Album, which has id, name, tracks (2 problems).");
        assertThatThrownBy(() -> mapper.readValue("{\"album\": {\"name\": \" \"}}", Envelope.class))
                .isInstanceOf(JsonMappingException.class)
                .hasCauseInstanceOf(InvalidModelException.class);
    }

    @Test
    void updatingAModelPatchesIt() throws Exception {
        Album album = new Album("Malibu").setId(1L);
        Album same = mapper.readerForUpdating(album).readValue("{\"name\": \"New\"}");
        assertThat(same).isSameAs(album);
        assertThat(album).hasToString("Album(id=1, name=\"New\")");
    }

    @Embeddable
    record Place(@JsonProperty("zip_code") String zipCode) {}

    @Entity
    static class Renamed extends Model {
        @Id
        @JsonProperty("key")
        Long id;

        @JsonProperty("full_name")
        String fullName;

        Place place;
    }

    @Test
    void namesOfJsonAreUsedBothWays() throws Exception {
        String json = "{\"key\":1,\"full_name\":\"x\",\"place\":{\"zip_code\":\"10115\"}}";
        Renamed renamed = mapper.readValue(json, Renamed.class);
        assertThat(renamed.fullName).isEqualTo("x");
        assertThat(mapper.writeValueAsString(renamed)).isEqualTo(json);
        assertThat(Models.dump(renamed)).containsOnlyKeys("id", "fullName", "place");
        assertThat(Models.jsonSchema(Renamed.class).get("properties").has("full_name"))
                .isTrue();
        assertThat(Models.from(Renamed.class, Map.of("fullName", "y")).fullName).isEqualTo("y");
    }

    @Test
    void aPrimitiveThatHasNoDefaultMustBeGivenToAMapperToo() {
        assertThatThrownBy(() -> new ObjectMapper().readValue("{\"name\": \"x\", \"active\": true}", Widget.class))
                .hasMessageContaining("'price' must not be null (1 problem)");
    }
}
