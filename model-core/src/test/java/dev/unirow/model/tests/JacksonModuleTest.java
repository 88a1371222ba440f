package dev.unirow.model.tests;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.unirow.model.Changes;
import dev.unirow.model.InvalidModelException;
import dev.unirow.model.Models;
import dev.unirow.model.Private;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.ManyToOne;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** A mapper with our module treats entities that extend nothing as every mapper treats models. */
class JacksonModuleTest {
    private final ObjectMapper mapper = new ObjectMapper().registerModule(Models.jacksonModule());

    @Entity
    public static class Shop {
        @Id
        private Long id;

        @NotBlank @JsonProperty("full_name")
        private String name;

        private LocalDate opened;

        @Private
        private String safe;

        @ManyToOne
        private Shop parent;

        public Long getId() {
            return id;
        }

        public void setId(Long id) {
            this.id = id;
        }

        public String getName() {
            return name;
        }

        public void setName(String name) {
            this.name = name;
        }

        public LocalDate getOpened() {
            return opened;
        }

        public void setOpened(LocalDate opened) {
            this.opened = opened;
        }

        public void setSafe(String safe) {
            this.safe = safe;
        }

        public Shop getParent() {
            return parent;
        }

        public void setParent(Shop parent) {
            this.parent = parent;
        }
    }

    public record Page(List<Shop> shops) {}

    private static Shop shop() {
        Shop shop = new Shop();
        shop.setId(1L);
        shop.setName("Corner");
        shop.setOpened(LocalDate.of(2026, 11, 21));
        shop.setSafe("1234");
        shop.setParent(shop);
        return shop;
    }

    @Test
    void entitiesAreWrittenAsTheyAreDumpedWhereverTheyStand() throws Exception {
        String expected = "{\"id\":1,\"full_name\":\"Corner\",\"opened\":\"2026-11-21\"}";
        assertThat(mapper.writeValueAsString(shop()))
                .isEqualTo(Models.dumpJson(shop()))
                .startsWith(expected.substring(0, expected.length() - 1))
                .doesNotContain("1234");
        Shop alone = shop();
        alone.setParent(null);
        assertThat(mapper.writeValueAsString(new Page(List.of(alone))))
                .isEqualTo("{\"shops\":[" + Models.dumpJson(alone) + "]}");
    }

    @Test
    void entitiesAreReadAsModelsAreMade() throws Exception {
        Page page = mapper.readValue(
                "{\"shops\": [{\"full_name\": \"a\", \"parent\": 7}, {\"full_name\": \"b\"}]}", Page.class);
        assertThat(page.shops()).extracting(Shop::getName).containsExactly("a", "b");
        assertThat(page.shops().get(0).getParent().getId()).isEqualTo(7L);

        mapper.disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES);
        assertThatThrownBy(() -> mapper.readValue("{\"full_name\": \" \", \"nme\": 1}", Shop.class))
                .isInstanceOf(InvalidModelException.class)
                .hasMessageContaining("'nme'")
                .hasMessageContaining("must not be blank");
    }

    @Test
    void anEntityThatIsThereIsPatchedOrLeftAsItIs() throws Exception {
        Shop shop = shop();
        mapper.readerForUpdating(shop).readValue("{\"opened\": \"2026-12-24\"}");
        assertThat(shop.getOpened()).isEqualTo(LocalDate.of(2026, 12, 24));
        assertThat(shop.getName()).isEqualTo("Corner");

        assertThatThrownBy(() ->
                        mapper.readerForUpdating(shop).readValue("{\"opened\": \"2026-12-25\", \"full_name\": \"\"}"))
                .isInstanceOf(InvalidModelException.class);
        assertThat(shop.getOpened()).isEqualTo(LocalDate.of(2026, 12, 24));
    }

    @Test
    void whatIsNoEntityIsLeftToTheMapper() throws Exception {
        assertThat(mapper.readValue("{\"title\": \"x\"}", Plain.class).title).isEqualTo("x");
    }

    public static class Plain {
        public String title;
    }

    /** Has no rule, and is an answer as well as it may be a request. */
    public record Note(String text, int stars) {}

    public record Opening(
            @NotBlank @JsonProperty("full_name") String name, int floors, List<Note> notes) {}

    public record Renaming(String name) {
        public Shop toModel() {
            Shop shop = new Shop();
            shop.setName(name);
            return shop;
        }
    }

    public record Moving(Optional<@NotBlank String> name) implements Changes<Shop> {
        @Override
        public Shop applyTo(Shop shop) {
            Models.patch(shop, this);
            return shop;
        }
    }

    public record Own(@NotBlank String text) {
        @JsonCreator
        static Own of(Map<String, String> given) {
            return new Own(given.get("words"));
        }
    }

    public record Several<T>(@NotNull List<T> all) {}

    @Test
    void requestsAreReadStrictlyWithAllTheirProblems() throws Exception {
        mapper.disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES);
        assertThat(mapper.readValue("{\"full_name\": \"a\", \"floors\": 2}", Opening.class))
                .isEqualTo(new Opening("a", 2, null));
        assertThatThrownBy(() -> mapper.readValue(
                        "{\"full_name\": \" \", \"floors\": \"2\", \"notes\": [{\"text\": 1, \"sars\": 1}]}",
                        Opening.class))
                .isInstanceOf(InvalidModelException.class)
                .hasMessage("Opening is not valid: 'floors' must be an integer; 'name' must not be blank;"
                        + " 'notes[0].sars' is not a property of Note, which has text, stars; 'notes[0].stars' must not"
                        + " be null; 'notes[0].text' must be a string (5 problems).");
        assertThatThrownBy(() -> mapper.readValue("{\"name\": 1}", Renaming.class))
                .isInstanceOf(InvalidModelException.class);
    }

    @Test
    void changesTellWhatIsMissingFromNull() throws Exception {
        assertThat(mapper.readValue("{}", Moving.class).name()).isNull();
        assertThat(mapper.readValue("{\"name\": \"a\"}", Moving.class).name()).contains("a");
        assertThatThrownBy(() -> mapper.readValue("{\"name\": null, \"nme\": 1}", Moving.class))
                .isInstanceOf(InvalidModelException.class)
                .hasMessageContaining("'name' must not be blank; 'nme' is not a property of Moving, which has name");
    }

    @Test
    void recordsThatAreNoRequestsAreLeftToTheMapper() throws Exception {
        mapper.disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES);
        assertThat(mapper.readValue("{\"text\": 5, \"other\": 1}", Note.class)).isEqualTo(new Note("5", 0));
        assertThat(mapper.readValue("{\"words\": \"\"}", Own.class)).isEqualTo(new Own(""));
        assertThat(mapper.readValue("{\"all\": [5], \"x\": 1}", new TypeReference<Several<String>>() {})
                        .all())
                .containsExactly("5");
    }
}
