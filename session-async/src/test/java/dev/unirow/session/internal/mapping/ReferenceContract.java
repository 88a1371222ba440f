package dev.unirow.session.internal.mapping;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.unirow.model.InvalidModelException;
import dev.unirow.model.Models;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.hibernate.Hibernate;
import org.hibernate.LazyInitializationException;
import org.hibernate.engine.spi.Managed;
import org.hibernate.proxy.HibernateProxy;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** What references do, whether Hibernate puts generated subclasses in their place or the classes were enhanced. */
abstract class ReferenceContract {
    private static final boolean ENHANCED = Managed.class.isAssignableFrom(Album.class);

    private static Orm orm;
    private static Long malibu;
    private static Long bird;

    @BeforeAll
    static void open() {
        orm = new Orm(List.of(Album.class, Track.class, Seat.class), Map.of());
        orm.within(session -> {
            Album album = new Album("Malibu");
            Seat seat = new Seat(3, 4, "red");
            Track track = new Track("The Bird", album).setSeat(seat);
            session.persist(album);
            session.persist(seat);
            session.persist(track);
            malibu = album.id();
            bird = track.id();
            return track;
        });
    }

    @AfterAll
    static void close() {
        orm.close();
    }

    @Test
    void anUnloadedReferenceAnswersItsKeyAndPrintsWithoutSql() {
        Track track = orm.within(session -> session.find(Track.class, bird));
        Album album = track.album();
        assertThat(album instanceof HibernateProxy).isEqualTo(!ENHANCED);
        long before = orm.statements();
        assertThat(album.id()).isEqualTo(malibu);
        assertThat(album.pk()).isEqualTo(malibu);
        assertThat(album).hasToString("Album(id=" + malibu + ") [sparse]");
        assertThat(track)
                .hasToString("Track(id=" + bird + ", title=\"The Bird\", album=Album(id=" + malibu
                        + ") [sparse], seat=Seat(row=3, number=4) [sparse])");
        album.validate();
        track.validate();
        assertThat(orm.statements()).isEqualTo(before);
        assertThat(Hibernate.isInitialized(album)).isFalse();
    }

    @Test
    void anUnloadedReferenceFailsLoudlyOnAnythingElse() {
        Album album = orm.within(session -> session.find(Track.class, bird)).album();
        assertThatThrownBy(album::name).isInstanceOf(LazyInitializationException.class);
    }

    @Test
    void aCompositeKeyIsAnsweredToo() {
        Seat seat = orm.within(session -> session.find(Track.class, bird)).seat();
        long before = orm.statements();
        assertThat(seat.pk()).isEqualTo(new SeatId(3, 4));
        assertThat(seat).isEqualTo(new Seat(3, 4, "blue")).hasToString("Seat(row=3, number=4) [sparse]");
        assertThat(orm.statements()).isEqualTo(before);
    }

    @Test
    void referencesAndModelsAreEqualBeforeAndAfterLoading() {
        Album unloaded = orm.within(session -> session.getReference(Album.class, malibu));
        Album plain = orm.within(session -> session.find(Album.class, malibu));
        Album loaded = loaded();
        assertThat(plain).isNotInstanceOf(HibernateProxy.class);
        assertThat(loaded instanceof HibernateProxy).isEqualTo(!ENHANCED);
        for (Album one : List.of(unloaded, plain, loaded)) {
            for (Album other : List.of(unloaded, plain, loaded)) {
                assertThat(one.equals(other)).isTrue();
                assertThat(one.hashCode()).isEqualTo(other.hashCode());
            }
            assertThat(one).isNotEqualTo(new Album("Malibu"));
        }
        Set<Album> set = new HashSet<>(Set.of(plain));
        assertThat(set.contains(unloaded)).isTrue();
        assertThat(set.contains(loaded)).isTrue();
    }

    @Test
    void aLoadedReferenceIsAFullModel() {
        Album loaded = loaded();
        assertThat(loaded).hasToString("Album(id=" + malibu + ", name=\"Malibu\")");
        assertThat(loaded.pk()).isEqualTo(malibu);
        assertThat(loaded.name()).isEqualTo("Malibu");
        assertThatCode(loaded::validate).doesNotThrowAnyException();
    }

    @Test
    void aLaterFindGivesTheStandInAndItIsRight() {
        Album found = orm.within(session -> {
            Album reference = session.getReference(Album.class, malibu);
            assertThat(reference).hasToString("Album(id=" + malibu + ") [sparse]");
            Album later = session.find(Album.class, malibu);
            assertThat(later).isSameAs(reference);
            return later;
        });
        assertThat(found).hasToString("Album(id=" + malibu + ", name=\"Malibu\")");
        found.validate();
    }

    @Test
    void aBrokenLoadedReferenceIsReportedAndByThePathThatLedToIt() {
        Album loaded = loaded();
        loaded.setName(" ");
        assertThatThrownBy(loaded::validate)
                .isInstanceOf(InvalidModelException.class)
                .hasMessage("Album is not valid: 'name' must not be blank (1 problem).");
        assertThatThrownBy(new Track("x", loaded)::validate)
                .hasMessage("Track is not valid: 'album.name' must not be blank (1 problem).");
    }

    @Test
    void collectionsThatAreNotLoadedStayAlone() {
        Album plain = orm.within(session -> session.find(Album.class, malibu));
        long before = orm.statements();
        plain.validate();
        assertThat(plain).hasToString("Album(id=" + malibu + ", name=\"Malibu\")");
        assertThat(Hibernate.isInitialized(plain.tracks())).isFalse();
        assertThat(orm.statements()).isEqualTo(before);
    }

    record TrackView(String title, Long albumId, Key album) {}

    record Key(Long id) {}

    record TrackWithAlbum(String title, Named album) {}

    record Named(String name) {}

    @Test
    void anUnloadedReferenceIsDumpedAsItsKeyWithoutSql() throws Exception {
        Track track = orm.within(session -> session.find(Track.class, bird));
        long before = orm.statements();
        String json = "{\"id\":" + bird + ",\"title\":\"The Bird\",\"album\":{\"id\":" + malibu
                + "},\"seat\":{\"row\":3,\"number\":4}}";
        assertThat(Models.dumpJson(track)).isEqualTo(json);
        assertThat(new ObjectMapper().writeValueAsString(track)).isEqualTo(json);
        assertThat(Models.dumpJson(track.album())).isEqualTo("{\"id\":" + malibu + "}");
        assertThat(Models.dumpAs(track, TrackView.class)).isEqualTo(new TrackView("The Bird", malibu, new Key(malibu)));
        assertThatThrownBy(() -> Models.dumpAs(track, TrackWithAlbum.class))
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("'TrackWithAlbum' wants 'album.name', and it is not loaded: Album(id=" + malibu
                        + ") [sparse]. Fetch it first.");
        assertThat(orm.statements()).isEqualTo(before);
    }

    @Test
    void aLoadedReferenceIsDumpedWithoutWhatIsNotLoadedInIt() throws Exception {
        Album loaded = loaded();
        String json = "{\"id\":" + malibu + ",\"name\":\"Malibu\"}";
        assertThat(Models.dumpJson(loaded)).isEqualTo(json);
        assertThat(new ObjectMapper().writeValueAsString(loaded)).isEqualTo(json);
        Track track = orm.within(session -> {
            Track found = session.find(Track.class, bird);
            Hibernate.initialize(found.album());
            return found;
        });
        assertThat(Models.dumpAs(track, TrackWithAlbum.class))
                .isEqualTo(new TrackWithAlbum("The Bird", new Named("Malibu")));
        assertThat(Models.dump(track).get("album")).isEqualTo(Map.of("id", malibu, "name", "Malibu"));
    }

    @Test
    void aReferenceThatIsNotLoadedCannotBePatched() {
        Album unloaded = orm.within(session -> session.getReference(Album.class, malibu));
        assertThatThrownBy(() -> Models.patch(unloaded, Map.of("name", "x")))
                .isInstanceOf(IllegalStateException.class)
                .hasMessage(
                        "Album(id=" + malibu + ") [sparse] is not loaded, so it cannot be patched: fetch it first.");
        Album found = orm.within(session -> session.find(Album.class, malibu));
        assertThatThrownBy(() -> Models.patch(found, Map.of("tracks", List.of())))
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("'Album.tracks' of Album(id=" + malibu
                        + ", name=\"Malibu\") is not loaded, so it cannot be patched: fetch it first.");
    }

    @Test
    void whatIsPatchedIsWrittenAtTheNextFlush() {
        Long id = orm.within(session -> {
                    Album album = new Album("Before");
                    session.persist(album);
                    return album;
                })
                .id();
        orm.within(session -> {
            Album reference = session.getReference(Album.class, id);
            Hibernate.initialize(reference);
            assertThatThrownBy(() -> Models.patch(reference, Map.of("name", " ")))
                    .isInstanceOf(InvalidModelException.class);
            assertThat(reference.name()).isEqualTo("Before");
            Models.patch(reference, Map.of("name", "After"));
            return reference;
        });
        assertThat(orm.within(session -> session.find(Album.class, id)).name()).isEqualTo("After");
    }

    @Test
    void aReferenceByKeyIsStoredAsAForeignKey() {
        Track made = orm.within(session -> {
            Track track = Models.from(Track.class, Map.of("title", "By key", "album", malibu));
            session.persist(track);
            return track;
        });
        Track found = orm.within(session -> session.find(Track.class, made.id()));
        assertThat(found.album().id()).isEqualTo(malibu);
    }

    @Test
    void aReferenceAsAModelIsKeptAsItIs() {
        Album unloaded = orm.within(session -> session.getReference(Album.class, malibu));
        long before = orm.statements();
        Track track = Models.from(Track.class, Map.of("title", "x", "album", unloaded));
        assertThat(track.album()).isSameAs(unloaded);
        assertThat(orm.statements()).isEqualTo(before);
    }

    private static Album loaded() {
        return orm.within(session -> {
            Album reference = session.getReference(Album.class, malibu);
            Hibernate.initialize(reference);
            return reference;
        });
    }
}
