package dev.unirow.model.tests;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.unirow.model.InvalidModelException;
import dev.unirow.model.Model;
import dev.unirow.model.Models;
import dev.unirow.model.ReadOptions;
import dev.unirow.model.tests.Everything.Address;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.validation.constraints.AssertTrue;
import jakarta.validation.constraints.NotBlank;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

class PatchTest {
    @Test
    void onlyKeysThatArePresentChange() {
        Track track = track();
        Models.patch(track, "{\"position\": 9}");
        assertThat(track.title()).isEqualTo("Bird");
        assertThat(track.position()).isEqualTo(9);
        assertThat(track.secret()).isEqualTo("s");
    }

    @Test
    void nullIsAValue() {
        Track track = track();
        Map<String, Object> changes = new HashMap<>();
        changes.put("position", null);
        Models.patch(track, changes);
        assertThat(track.position()).isNull();
    }

    @Test
    @Tag("model")
    void nullIsShownWhereItWasNamed() {
        Track track = track();
        Models.patch(track, "{\"position\": null}");
        assertThat(track).hasToString("Track(id=1, title=\"Bird\", position=null, album=Album(id=2))");
    }

    record TrackUpdate(String title, Integer position, Optional<String> secret) {}

    @Test
    void aRecordTellsNullFromAbsentByOptional() {
        Track track = track();
        Models.patch(track, new TrackUpdate("New", null, Optional.empty()));
        assertThat(track.title()).isEqualTo("New");
        assertThat(track.position()).isEqualTo(1);
        assertThat(track.secret()).isNull();
    }

    @Test
    void anInvalidResultLeavesTheModelUntouched() {
        Track track = track();
        assertThatThrownBy(() -> Models.patch(track, "{\"title\": \"New\", \"position\": -1, \"secret\": \"x\"}"))
                .isInstanceOf(InvalidModelException.class)
                .hasMessage("Track is not valid: 'position' must be greater than or equal to 0 (1 problem).");
        assertThatThrownBy(() ->
                        Models.patch(track, "{\"title\": \"New\", \"position\": \"x\", \"nme\": 1, \"album\": null}"))
                .hasMessageEndingWith("(3 problems).");
        assertThat(track.title()).isEqualTo("Bird");
        assertThat(track.position()).isEqualTo(1);
        assertThat(track.secret()).isEqualTo("s");
        assertThat(track.album().id()).isEqualTo(2L);
        assertThat(Models.fieldsSet(track)).containsExactly("id", "title", "position", "secret", "album");
    }

    @Test
    void whatWasNotGivenIsNotJudged() {
        Track track = new Track(" ", 1);
        Models.patch(track, Map.of("position", 2));
        assertThat(track.position()).isEqualTo(2);
    }

    @Test
    void whatTheClassSaysOfSeveralPropertiesIsJudged() {
        Span span = new Span(1, 5);
        assertThatThrownBy(() -> Models.patch(span, Map.of("first", 6)))
                .hasMessage("Span is not valid: 'ordered' must be true (1 problem).");
        assertThat(span.first).isEqualTo(1);
        Models.patch(span, Map.of("first", 6, "last", 7));
        assertThat(span.first).isEqualTo(6);
    }

    @Test
    void theKeyAndTheVersionOfARowStay() {
        Track track = track();
        Models.patch(track, "{\"id\": 1, \"position\": 4}");
        assertThatThrownBy(() -> Models.patch(track, "{\"id\": 2}"))
                .hasMessage("Track is not valid: 'id' is the key, which cannot be changed (1 problem).");
        assertThat(track.id()).isEqualTo(1L);
        Track unsaved = new Track("x", 1);
        Models.patch(unsaved, "{\"id\": 7}");
        assertThat(unsaved.id()).isEqualTo(7L);
        Everything versioned = new Everything();
        versioned.version = 3;
        assertThatThrownBy(() -> Models.patch(versioned, "{\"version\": 4}"))
                .hasMessage("Everything is not valid: 'version' is the version, which cannot be changed (1 problem).");
        Models.patch(versioned, "{\"version\": 3}");
    }

    @Test
    void referencesAndEmbeddedValuesAreReplacedAsAWhole() {
        Track track = track();
        Models.patch(track, "{\"album\": 5}");
        assertThat(track.album().id()).isEqualTo(5L);
        Everything everything = Models.from(Everything.class, Map.of("address", Map.of("street", "a", "number", 1)));
        Models.patch(everything, "{\"address\": {\"street\": \"b\"}}");
        assertThat(everything.address).isEqualTo(new Address("b", null));
        Models.patch(everything, "{\"address\": null}");
        assertThat(everything.address).isNull();
    }

    @Test
    void aCollectionKeepsItsIdentity() {
        Album album = new Album("Malibu");
        List<Track> watched = album.tracks();
        watched.add(new Track("old", 1).setAlbum(album));
        Models.patch(album, "{\"tracks\": [{\"title\": \"new\"}]}");
        assertThat(album.tracks()).isSameAs(watched).extracting(Track::title).containsExactly("new");
        assertThat(watched.get(0).album()).isSameAs(album);
    }

    @Test
    @Tag("model")
    void whatIsSetIsCopiedAndNothingElse() {
        Track stored = track();
        Track sparse = Models.from(Track.class, "{\"id\": 1, \"title\": \"New\", \"position\": null}");
        assertThat(Models.assigned(sparse).keySet()).containsExactly("id", "title", "position");
        Models.copyAssigned(sparse, stored);
        assertThat(stored.title()).isEqualTo("New");
        assertThat(stored.position()).isNull();
        assertThat(stored.secret()).isEqualTo("s");
        assertThat(stored.album().id()).isEqualTo(2L);
        Models.copyAssigned(new Track(null, null).setId(99L).setPlays(3), stored);
        assertThat(stored.id()).isEqualTo(1L);
        assertThat(stored.plays()).isEqualTo(3);
        assertThat(stored.title()).isEqualTo("New");
        assertThatThrownBy(() -> Models.copyAssigned(new Album("a"), stored))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("'Album' cannot be copied into 'Track': they are of different entities.");
    }

    @Test
    void aCopiedCollectionKeepsItsIdentity() {
        Album stored = new Album("Malibu").setId(1L);
        List<Track> watched = stored.tracks();
        Album changed = new Album("Malibu").setId(1L);
        Track track = new Track("new", 1);
        changed.tracks().add(track);
        Models.copyAssigned(changed, stored);
        assertThat(stored.tracks()).isSameAs(watched).containsExactly(track);
        assertThat(track.album()).isSameAs(stored);
        Models.copyAssigned(stored, stored);
        assertThat(stored.tracks()).containsExactly(track);
    }

    @Test
    void aCopyHasTheSameValuesAndSharesNothingThatCanChange() {
        Everything original = Models.from(Everything.class, "{\"id\": 1, \"number\": null, \"json\": {\"a\": [1]}}");
        original.version = 3;
        original.bytes = new byte[] {1};
        Everything copy = Models.copy(original);
        assertThat(copy).isNotSameAs(original);
        assertThat(Models.dumpJson(copy)).isEqualTo(Models.dumpJson(original));
        assertThat(Models.fieldsSet(copy)).isEqualTo(Models.fieldsSet(original));
        ((List<?>) copy.json.get("a")).clear();
        copy.bytes[0] = 2;
        assertThat(original.json).isEqualTo(Map.of("a", List.of(1)));
        assertThat(original.bytes).containsExactly(1);
        Album album = new Album("Malibu");
        album.tracks().add(new Track("a", 1));
        Album second = Models.copy(album);
        second.tracks().clear();
        assertThat(album.tracks()).hasSize(1);
    }

    @Test
    @Tag("model")
    void aCopyHasTheSameSetAndThePrintedText() {
        Everything original = Models.from(Everything.class, "{\"id\": 1, \"number\": null}");
        Everything copy = Models.copy(original);
        assertThat(copy).hasToString(original.toString());
        assertThat(Models.fieldsSet(copy)).contains("number");
    }

    @Test
    @Tag("model")
    void fieldsThatAreSetAreKnownByName() {
        assertThat(Models.fieldsSet(Models.from(Track.class, "{\"title\": \"a\", \"position\": null}")))
                .containsExactly("title", "position");
        assertThat(Models.fieldsSet(new Track(null, null).setPlays(3))).containsExactly("plays");
    }

    @Test
    void aPatchFromAnotherModelTakesWhatIsSetThere() {
        Track track = track();
        Models.patch(track, new Track("Other", null).setPlays(5), ReadOptions.options());
        assertThat(Models.dumpJson(track))
                .isEqualTo("{\"id\":1,\"title\":\"Other\",\"position\":1,\"plays\":5,\"available\":true,"
                        + "\"album\":{\"id\":2,\"name\":\"Malibu\"}}");
    }

    @Test
    void aRefusedPatchLeavesTheModelsThatItNamedAlone() {
        Album album = new Album("Malibu");
        Track track = new Track("a", 1);
        assertThatThrownBy(() -> Models.patch(album, Map.of("tracks", List.of(track), "name", " ")))
                .isInstanceOf(InvalidModelException.class);
        assertThat(track.album()).isNull();
        assertThat(album.tracks()).isEmpty();
    }

    private static Track track() {
        return new Track("Bird", 1).setId(1L).setSecret("s").setAlbum(new Album("Malibu").setId(2L));
    }

    @Entity
    static class Span extends Model {
        @Id
        Long id;

        @NotBlank String name;

        int first;
        int last;

        Span() {}

        Span(int first, int last) {
            this.first = first;
            this.last = last;
        }

        @AssertTrue boolean isOrdered() {
            return first <= last;
        }
    }
}
