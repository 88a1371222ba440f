package dev.unirow.model.tests;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.unirow.model.InvalidModelException;
import dev.unirow.model.Model;
import dev.unirow.model.Models;
import dev.unirow.model.ReadOptions;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.MapKey;
import jakarta.persistence.MapKeyColumn;
import jakarta.persistence.OneToMany;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Maps of models are read as lists of them are, each under its key. */
class KeyedModelsTest {
    @Test
    void eachKnowsItsOwner() throws Exception {
        Note given = new Note("k2");
        Item item = Models.from(Item.class, Map.of("notes", Map.of("k1", Map.of("keyword", "k1"), "k2", given)));

        assertThat(item.notes).containsOnlyKeys("k1", "k2").containsEntry("k2", given);
        assertThat(item.notes.values()).allMatch(note -> note.item == item);
        String json = "{\"notes\":{\"k1\":{\"keyword\":\"k1\"},\"k3\":7}}";
        for (Item read : List.of(Models.from(Item.class, json), new ObjectMapper().readValue(json, Item.class))) {
            assertThat(read.notes.get("k1").item).isSameAs(read);
            assertThat(read.notes.get("k3")).matches(Models::isKeyOnly).matches(note -> note.item == null);
        }
        assertThat(Models.from(Item.class, item, ReadOptions.options()).notes).isEqualTo(item.notes);
    }

    @Test
    void whatIsRefusedIsGivenBackWithoutAnOwner() {
        Note given = new Note("k1");

        assertThatThrownBy(() -> Models.from(Item.class, Map.of("notes", Map.of("k1", given), "x", 1)))
                .isInstanceOf(InvalidModelException.class);
        assertThat(given.item).isNull();
    }

    @Test
    void keysAreOfTheirType() {
        Item item = Models.from(
                Item.class, "{\"ranked\":{\"1\":5,\"-2\":6},\"moods\":{\"SAD\":5},\"days\":{\"2026-11-20\":5}}");

        assertThat(item.ranked).containsOnlyKeys(1, -2);
        assertThat(item.moods).containsOnlyKeys(Mood.SAD);
        assertThat(item.days).containsOnlyKeys(LocalDate.of(2026, 11, 20));
        assertThat(Models.from(Item.class, Map.of("ranked", Map.of(3L, 5), "moods", Map.of(Mood.OK, 5))))
                .matches(read -> read.ranked.containsKey(3) && read.moods.containsKey(Mood.OK));
        refused("{\"ranked\":{\"x\":5}}", "'ranked[x]' is under a key that must be an integer (1 problem).");
        refused("{\"moods\":{\"sad\":5}}", "'moods[sad]' is under a key that must be one of SAD, OK (1 problem).");
        refused("{\"ranked\":{\"1\":5,\"1.0\":5}}", "'ranked[1.0]' is under a key that is given twice (1 problem).");
        refused(
                Map.of("by", Map.of("x", 5)),
                "'by[x]' can only be set in code, since its key is a 'Note' (1 problem).");
    }

    @Test
    void eachProblemHasItsKey() {
        refused("{\"notes\":[]}", "'notes' must be an object (1 problem).");
        refused("{\"notes\":{\"a\":null}}", "'notes[a]' must not be null (1 problem).");
        refused("{\"notes\":{\"a\":{\"text\":1}}}", "'notes[a].text' is not a property of Note, which has");
        refused("{\"notes\":{\" \":{\"keyword\":\" \"}}}", "'notes[ ].keyword' must not be blank (1 problem).");
        refused(
                "{\"notes\":{\"a\":{\"keyword\":\"b\"}}}",
                "'notes[a]' is under another key than its 'keyword' (1 problem).");
        Map<String, Object> withoutKey = new HashMap<>();
        withoutKey.put(null, new Note("a"));
        refused(Map.of("notes", withoutKey), "'notes[null]' must have a key (1 problem).");
    }

    private static void refused(Object source, String problem) {
        assertThatThrownBy(() -> Models.from(Item.class, source, ReadOptions.options()))
                .isInstanceOf(InvalidModelException.class)
                .hasMessageContaining(problem);
    }

    @Test
    void aPatchChangesTheMapThatIsThere() {
        Item item = new Item();
        Map<String, Note> watched = item.notes;
        Note gone = new Note("old");
        watched.put("old", gone);

        Models.patch(item, "{\"notes\":{\"new\":{\"keyword\":\"new\"}}}");

        assertThat(item.notes).isSameAs(watched).containsOnlyKeys("new");
        assertThat(item.notes.get("new").item).isSameAs(item);
        Models.copyAssigned(Models.from(Item.class, Map.of("notes", Map.of("old", gone))), item);
        assertThat(item.notes).isSameAs(watched).containsOnlyKeys("old");
    }

    @Test
    void theSchemaDescribesThem() {
        assertThat(Models.jsonSchema(Item.class).at("/properties/notes/additionalProperties/anyOf"))
                .extracting(
                        either -> either.path("$ref").asText(either.path("type").asText()))
                .isEqualTo(Arrays.asList("#/$defs/Note", "object", "integer"));
    }

    enum Mood {
        SAD,
        OK
    }

    @Entity
    static class Item extends Model {
        @Id
        private Long id;

        @OneToMany(mappedBy = "item")
        @MapKey(name = "keyword")
        private Map<String, @Valid Note> notes = new LinkedHashMap<>();

        @OneToMany
        @MapKeyColumn
        private Map<Integer, Note> ranked = new LinkedHashMap<>();

        @OneToMany
        @MapKeyColumn
        private Map<Mood, Note> moods = new LinkedHashMap<>();

        @OneToMany
        @MapKeyColumn
        private Map<LocalDate, Note> days = new LinkedHashMap<>();

        @OneToMany
        private Map<Note, Note> by = new LinkedHashMap<>();
    }

    @Entity
    static class Note extends Model {
        @Id
        private Long id;

        @NotBlank private String keyword;

        @ManyToOne
        private Item item;

        Note() {}

        Note(String keyword) {
            this.keyword = keyword;
        }
    }
}
