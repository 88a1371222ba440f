package dev.unirow.session.internal.mapping;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.unirow.model.InvalidModelException;
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

    private static Album loaded() {
        return orm.within(session -> {
            Album reference = session.getReference(Album.class, malibu);
            Hibernate.initialize(reference);
            return reference;
        });
    }
}
