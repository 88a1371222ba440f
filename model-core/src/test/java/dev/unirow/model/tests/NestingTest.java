package dev.unirow.model.tests;

import static dev.unirow.model.DumpOptions.options;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.unirow.model.InvalidModelException;
import dev.unirow.model.Model;
import dev.unirow.model.Models;
import dev.unirow.model.ReadOptions;
import jakarta.persistence.Embeddable;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.ManyToOne;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Values that hold themselves, and that go deeper than a stack does: told with their path, whatever is done with them.
 */
class NestingTest {
    private static final String NO_END = "has no end in JSON: put a copy there, or leave it out";

    @Test
    void whatAValueHoldsOfItselfIsToldWhereverItIsWalked() {
        Map<String, Object> loop = loop();
        Everything model = new Everything();
        model.json = loop;
        String problem = "Everything is not valid: 'json.list[1]' is 'json' again, which " + NO_END + " (1 problem).";
        refused(() -> Models.validate(model), problem);
        refused(() -> Models.validateForAdd(model), problem);
        refused(() -> Models.dump(model), problem);
        refused(() -> Models.dumpJson(model), problem);
        refused(() -> Models.copy(model), problem);
        refused(() -> Models.from(Everything.class, Map.of("json", loop)), problem);
        refused(() -> Models.patch(new Everything(), Map.of("json", loop)), problem);
        refused(() -> Models.from(Everything.class, model, ReadOptions.options()), problem);
    }

    @Test
    void aMapperTellsTheSame() {
        Everything model = new Everything();
        model.json = loop();
        assertThatThrownBy(() -> Mappers.stockFor(Everything.class).writeValueAsString(model))
                .isInstanceOf(JsonMappingException.class)
                .hasRootCauseInstanceOf(InvalidModelException.class)
                .hasMessageContaining("'json.list[1]' is 'json' again");
    }

    @Test
    void aTreeThatHoldsItselfIsTold() {
        ObjectNode tree = JsonNodeFactory.instance.objectNode();
        tree.putArray("both").add(tree).add(tree);
        Everything model = new Everything();
        model.tree = tree;
        String problem = "Everything is not valid: 'tree.both[0]' is 'tree' again, which " + NO_END
                + "; 'tree.both[1]' is 'tree' again, which " + NO_END + " (2 problems).";
        refused(() -> Models.validate(model), problem);
        refused(() -> Models.dump(model), problem);
        refused(() -> Models.copy(model), problem);
        refused(() -> Models.from(Everything.class, Map.of("tree", tree)), problem);
        refused(() -> Models.patch(new Everything(), Map.of("tree", tree)), problem);
        ObjectNode whole = JsonNodeFactory.instance.objectNode();
        whole.set("tree", whole);
        refused(
                () -> Models.from(Everything.class, (JsonNode) whole),
                "Everything is not valid: 'tree' is the whole again, which " + NO_END + " (1 problem).");
    }

    @Test
    void whatAnEmbeddedValueHoldsIsTold() {
        Box box = new Box();
        box.content = loop();
        Shelf shelf = new Shelf();
        shelf.box = box;
        String problem = "Shelf is not valid: 'box.content.list[1]' is 'box.content' again, which " + NO_END;
        refused(() -> Models.validate(shelf), problem);
        refused(() -> Models.dump(shelf), problem);
        refused(() -> Models.copy(shelf), problem);
        box.content = new HashMap<>(Map.of("box", box));
        refused(() -> Models.dump(shelf), "Shelf is not valid: 'box.content.box' is 'box' again");
    }

    @Test
    void aPatchLeavesAValueAloneThatHoldsItselfAlready() {
        Everything model = new Everything();
        model.json = loop();
        Models.patch(model, Map.of("text", "changed"));
        assertThat(model.text).isEqualTo("changed");
    }

    @Test
    void whatIsThereTwiceHoldsNothingOfItself() {
        Map<String, Object> shared = new HashMap<>(Map.of("x", 1));
        Everything made =
                Models.from(Everything.class, Map.of("json", Map.of("a", shared, "b", List.of(shared, shared))));
        made.json.put("c", shared);
        Models.validate(made);
        assertThat(Models.dumpJson(made, options().include("json")))
                .contains("\"c\":{\"x\":1}")
                .contains("[{\"x\":1},{\"x\":1}]");
    }

    static Stream<Consumer<Everything>> tooDeep() {
        return Stream.of(
                model -> model.json = maps(100_000),
                model -> model.json = new HashMap<>(Map.of("a", lists(100_000))),
                model -> model.tree = tree(100_000),
                model -> model.json = maps(200),
                model -> model.tree = tree(200));
    }

    @ParameterizedTest
    @MethodSource("tooDeep")
    void whatGoesTooDeepIsToldWhereverItIsWalked(Consumer<Everything> fill) {
        Everything model = new Everything();
        fill.accept(model);
        Map<String, Object> given = new HashMap<>();
        given.put("json", model.json);
        given.put("tree", model.tree);
        String problem = "is nested deeper than 200 levels";
        refused(() -> Models.validate(model), problem);
        refused(() -> Models.dump(model), problem);
        refused(() -> Models.dumpJson(model), problem);
        refused(() -> Models.copy(model), problem);
        refused(() -> Models.from(Everything.class, given), problem);
        refused(() -> Models.patch(new Everything(), given), problem);
    }

    /** Two hundred levels are allowed, and the model itself is one of them. */
    @Test
    void aModelThatIsValidCanBeReadFromWhatItDumps() {
        Everything model = new Everything();
        model.json = maps(199);
        model.tree = tree(199);
        Models.validate(model);
        String json = Models.dumpJson(model);
        assertThat(Models.dumpJson(Models.from(Everything.class, json))).isEqualTo(json);
        assertThat(Models.dumpJson(Models.from(Everything.class, Models.dump(model))))
                .isEqualTo(json);
        Everything patched = new Everything();
        Models.patch(patched, json);
        assertThat(Models.dumpJson(patched)).isEqualTo(json);
        assertThat(Models.dumpJson(Models.copy(model))).isEqualTo(json);
    }

    @Test
    void constraintsOnWhatAContainerHoldsAreJudgedBesideWhatHoldsItself() {
        Shelf shelf = new Shelf();
        shelf.notes = loop();
        shelf.notes.put("none", null);
        assertThatThrownBy(() -> Models.validate(shelf))
                .isInstanceOf(InvalidModelException.class)
                .hasMessageContaining("'notes[none]' must not be null")
                .hasMessageContaining("'notes.list[1]' is 'notes' again");
    }

    @Test
    @Tag("model")
    void aModelIsPrintedWhateverItHolds() {
        Everything model = new Everything();
        model.json = loop();
        assertThat(model).hasToString("Everything(json={\"list\"=[1, ...]})");
        model.json = maps(100_000);
        assertThat(model.toString())
                .startsWith("Everything(json={\"a\"={\"a\"=")
                .contains("...");
    }

    @Test
    void aLongChainOfModelsIsValidatedToItsEnd() {
        Shelf first = chain(5_000);
        Models.validate(first);
        Shelf last = first;
        while (last.below != null) {
            last = last.below;
        }
        last.notes = new HashMap<>();
        last.notes.put("none", null);
        assertThatThrownBy(() -> Models.validate(first))
                .isInstanceOf(InvalidModelException.class)
                .hasMessageContaining("below.notes[none]' must not be null");
    }

    @Test
    void aDumpOfALongChainOfModelsTellsWhatToDo() {
        Shelf first = chain(5_000);
        assertThatThrownBy(() -> Models.dump(first, options().nested()))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith(
                        "A dump of models that are more than 200 levels below each other cannot be made: Shelf(")
                .hasMessageEndingWith(" is one level further. Let depth() take fewer.");
        assertThat(Models.dump(first, options().depth(200))).containsKey("below");
    }

    public record ShelfView(Integer number, ShelfView below) {}

    @Test
    void aRecordThatLeadsBackToItsModelIsRefused() {
        Shelf shelf = new Shelf();
        shelf.number = 1;
        shelf.below = new Shelf();
        shelf.below.below = shelf;
        assertThatThrownBy(() -> Models.dumpAs(shelf, ShelfView.class))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith("'ShelfView' wants 'below.below', which leads back to ")
                .hasMessageEndingWith(". Let a record below it leave that out.");
        assertThatThrownBy(() -> Models.dumpAs(chain(5_000), ShelfView.class))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("which is nested deeper than 200 levels");
    }

    private static void refused(ThrowingCallable call, String message) {
        assertThatThrownBy(call).isInstanceOf(InvalidModelException.class).hasMessageContaining(message);
    }

    private static Map<String, Object> loop() {
        Map<String, Object> loop = new HashMap<>();
        loop.put("list", new ArrayList<>(List.of(1, loop)));
        return loop;
    }

    private static Map<String, Object> maps(int levels) {
        Map<String, Object> outer = new HashMap<>();
        for (int i = 1; i < levels; i++) {
            Map<String, Object> around = new HashMap<>();
            around.put("a", outer);
            outer = around;
        }
        return outer;
    }

    private static List<Object> lists(int levels) {
        List<Object> outer = new ArrayList<>();
        for (int i = 1; i < levels; i++) {
            List<Object> around = new ArrayList<>();
            around.add(outer);
            outer = around;
        }
        return outer;
    }

    private static JsonNode tree(int levels) {
        JsonNode outer = new ObjectMapper().createArrayNode();
        for (int i = 1; i < levels; i++) {
            outer = new ObjectMapper().createArrayNode().add(outer);
        }
        return outer;
    }

    private static Shelf chain(int length) {
        Shelf first = new Shelf();
        for (int i = 1; i < length; i++) {
            Shelf above = new Shelf();
            above.number = i;
            above.below = first;
            first = above;
        }
        return first;
    }

    @Entity
    static class Shelf extends Model {
        @Id
        Long id;

        Integer number;

        @Embedded
        Box box;

        Map<String, @NotNull Object> notes;

        @Valid @ManyToOne
        Shelf below;

        Shelf() {}
    }

    @Embeddable
    static class Box {
        Map<String, Object> content;

        Box() {}
    }
}
