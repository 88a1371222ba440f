package dev.unirow.model.tests;

import static dev.unirow.model.DumpOptions.options;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.unirow.model.Models;
import dev.unirow.model.Private;
import jakarta.persistence.Embeddable;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.ManyToOne;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

class DumpTest {
    @Test
    void dumpsPropertiesInOrderWithoutWhatIsPrivate() {
        assertThat(Models.dump(new Track("Bird", 1).setId(4L).setSecret("s")))
                .containsExactly(
                        entry("id", 4L),
                        entry("title", "Bird"),
                        entry("position", 1),
                        entry("plays", 0),
                        entry("available", true),
                        entry("album", null));
    }

    @Test
    void optionsChooseWhatIsThere() {
        Track track = new Track("Bird", null).setId(4L).setSecret("s").setAlbum(new Album("Malibu").setId(1L));
        assertThat(Models.dump(track, options().include("id", "title")).keySet())
                .containsExactly("id", "title");
        assertThat(Models.dump(track, options().exclude("id", "album", "plays")).keySet())
                .containsExactly("title", "position", "available");
        assertThat(Models.dump(track, options().excludeNull().exclude("album")).keySet())
                .containsExactly("id", "title", "plays", "available");
        assertThat(Models.dump(track, options().excludeUnset()).keySet()).containsExactly("id", "title", "album");
        assertThat(Models.dump(track, options().include("title", "album.name")))
                .isEqualTo(Map.of("title", "Bird", "album", Map.of("name", "Malibu")));
        assertThat(Models.dump(track, options().include("album").exclude("album.id", "album.tracks")))
                .isEqualTo(Map.of("album", Map.of("name", "Malibu")));
    }

    @Test
    void whatIsPrivateIsDumpedOnlyIfItIsNamed() {
        Track track = new Track("Bird", 1).setSecret("s");
        assertThat(Models.dump(track, options().include("title", "secret")))
                .isEqualTo(Map.of("title", "Bird", "secret", "s"));
        assertThat(Models.dumpJson(track)).doesNotContain("secret");
        Account account = new Account();
        account.login = new Login("me", "pw");
        account.hidden = "h";
        assertThat(Models.dumpJson(account)).isEqualTo("{\"id\":null,\"login\":{\"name\":\"me\"}}");
        assertThat(Models.dump(account, options().include("login.password")))
                .isEqualTo(Map.of("login", Map.of("password", "pw")));
    }

    record Settings(String theme, @Private String token) {}

    @Entity
    static class Preferences {
        @Id
        Long id;

        Settings settings = new Settings("dark", "t0ken");
    }

    @Test
    void whatIsPrivateInAnApplicationsOwnTypeStaysOut() {
        assertThat(Models.dumpJson(new Preferences())).isEqualTo("{\"id\":null,\"settings\":{\"theme\":\"dark\"}}");
    }

    @Test
    void aNameThatTheModelDoesNotHaveIsRefused() {
        assertThatThrownBy(() -> Models.dump(new Album("a"), options().include("nme")))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("'nme' cannot be dumped: Album has id, name, tracks.");
        assertThatThrownBy(() -> Models.dump(new Album("a"), options().exclude("tracks.nme")))
                .hasMessageStartingWith("'tracks.nme' cannot be dumped: Track has id, title");
    }

    @Test
    void aModelMetBeforeIsLeftOutUnderAReference() {
        Album album = new Album("Malibu").setId(1L);
        album.tracks().add(new Track("a", 1).setAlbum(album));
        Map<String, Object> dump = Models.dump(album);
        assertThat(dump.get("tracks"))
                .isEqualTo(List.of(ordered("id", null, "title", "a", "position", 1, "plays", 0, "available", true)));
    }

    @Test
    void theSameModelUnderTwoReferencesIsThereOnce() {
        Album album = new Album("Malibu").setId(1L);
        Pair pair = new Pair();
        pair.left = album;
        pair.right = album;
        assertThat(Models.dump(pair)).containsOnlyKeys("id", "left");
    }

    @Test
    void aMemberMetBeforeIsACopyOfWhatIsKnownSoFar() {
        Album album = new Album("Malibu").setId(1L);
        Track track = new Track("a", 1).setId(9L).setAlbum(album);
        album.tracks().add(track);
        Map<String, Object> dump = Models.dump(track, options().nested().exclude("album.id"));
        assertThat(dump.get("album"))
                .isEqualTo(Map.of(
                        "name",
                        "Malibu",
                        "tracks",
                        List.of(Map.of("id", 9L, "title", "a", "position", 1, "plays", 0, "available", true))));
    }

    @Test
    void modelsBelowModelsAreKeysUnlessNestedIsAskedFor() {
        Album album = new Album("Malibu").setId(1L);
        Album other = new Album("Other").setId(2L);
        album.tracks().add(new Track("a", 1).setAlbum(other));
        List<?> members = (List<?>) Models.dump(album).get("tracks");
        assertThat(((Map<?, ?>) members.get(0)).get("album")).isEqualTo(Map.of("id", 2L));
        List<?> nested = (List<?>) Models.dump(album, options().nested()).get("tracks");
        assertThat(((Map<?, ?>) nested.get(0)).get("album"))
                .isEqualTo(Map.of("id", 2L, "name", "Other", "tracks", List.of()));
    }

    @Test
    void aDepthSaysHowFarDownModelsGo() {
        Album album = new Album("Malibu").setId(1L);
        Track track = new Track("a", 1).setId(4L).setAlbum(new Album("Other").setId(2L));
        album.tracks().add(track);
        assertThat(Models.dump(album, options().depth(0))).isEqualTo(Map.of("id", 1L, "name", "Malibu"));
        assertThat(Models.dump(track, options().depth(0)).get("album")).isEqualTo(Map.of("id", 2L));
        List<?> two = (List<?>) Models.dump(album, options().depth(2)).get("tracks");
        assertThat(((Map<?, ?>) two.get(0)).get("album")).isEqualTo(Map.of("id", 2L, "name", "Other"));
        assertThatThrownBy(() -> options().depth(-1)).hasMessage("A dump cannot be -1 levels deep.");
    }

    @Test
    @Tag("model")
    void whatIsAsInANewModelCanBeLeftOutEvenIfItWasGiven() {
        Track track = Models.from(Track.class, "{\"title\": \"a\", \"plays\": 0, \"available\": false}");
        assertThat(Models.dump(track, options().excludeUnset()).keySet())
                .containsExactly("title", "plays", "available");
        assertThat(Models.dump(track, options().excludeDefaults()).keySet()).containsExactly("title", "available");
        assertThat(Models.dumpJson(track, options().excludeUnset().excludeDefaults()))
                .isEqualTo("{\"title\":\"a\",\"available\":false}");
    }

    @Test
    void aReferenceByKeyIsDumpedAsItsKey() {
        Track track = Models.from(Track.class, Map.of("title", "a", "album", 3));
        assertThat(Models.dump(track).get("album")).isEqualTo(Map.of("id", 3L));
    }

    @Test
    void aDumpSharesNothingThatCanChange() {
        Everything everything = new Everything();
        everything.json = new HashMap<>(Map.of("a", new HashMap<>(Map.of("b", 1))));
        everything.bytes = new byte[] {1};
        Map<String, Object> dump = Models.dump(everything);
        ((Map<?, ?>) ((Map<?, ?>) dump.get("json")).get("a")).clear();
        ((byte[]) dump.get("bytes"))[0] = 2;
        assertThat(everything.json).isEqualTo(Map.of("a", Map.of("b", 1)));
        assertThat(everything.bytes).containsExactly(1);
    }

    record AlbumPublic(Long id, String name) {}

    record TrackPublic(Long id, String title, Optional<Integer> position, AlbumPublic album, Long albumId) {}

    record AlbumWithTitles(String name, List<Title> tracks) {}

    record Title(String title) {}

    @Test
    void aRecordTakesWhatItNames() {
        Album album = new Album("Malibu").setId(1L);
        Track track = new Track("Bird", null).setId(4L).setAlbum(album);
        album.tracks().add(track);
        assertThat(Models.dumpAs(track, TrackPublic.class))
                .isEqualTo(new TrackPublic(4L, "Bird", Optional.empty(), new AlbumPublic(1L, "Malibu"), 1L));
        assertThat(Models.dumpAs(album, AlbumWithTitles.class))
                .isEqualTo(new AlbumWithTitles("Malibu", List.of(new Title("Bird"))));
    }

    record Wrong(String nme) {}

    record WrongType(Integer name) {}

    record Primitive(int position) {}

    @Test
    void aRecordThatTheModelCannotFillIsRefused() {
        assertThatThrownBy(() -> Models.dumpAs(new Album("a"), Wrong.class))
                .hasMessage("'Wrong' wants 'nme', and Album has id, name, tracks.");
        assertThatThrownBy(() -> Models.dumpAs(new Album("a"), WrongType.class))
                .hasMessage("'WrongType' wants 'name' as 'Integer', and it is of the type 'String'.");
        assertThatThrownBy(() -> Models.dumpAs(new Track("a", null), Primitive.class))
                .hasMessage("'Primitive.position' is a primitive, and the value is null. Declare it as an object.");
    }

    @Embeddable
    record Login(String name, @Private String password) {}

    @Entity
    static class Account {
        @Id
        Long id;

        Login login;

        String hidden;

        @com.fasterxml.jackson.annotation.JsonIgnore
        public String getHidden() {
            return hidden;
        }
    }

    @Entity
    static class Pair {
        @Id
        Long id;

        @ManyToOne
        Album left;

        @ManyToOne
        Album right;
    }

    private static Map.Entry<String, Object> entry(String key, Object value) {
        return new java.util.AbstractMap.SimpleEntry<>(key, value);
    }

    private static Map<String, Object> ordered(Object... pairs) {
        Map<String, Object> map = new LinkedHashMap<>();
        for (int i = 0; i < pairs.length; i += 2) {
            map.put((String) pairs[i], pairs[i + 1]);
        }
        return map;
    }
}
