package dev.unirow.model.tests;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.unirow.model.Model;
import dev.unirow.model.Models;
import dev.unirow.model.Private;
import jakarta.persistence.Embeddable;
import jakarta.persistence.Embedded;
import jakarta.persistence.EmbeddedId;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Inheritance;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.MappedSuperclass;
import java.lang.management.ManagementFactory;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class ModelTest {
    @Test
    void printsAsRecordsDoWithTextInQuotes() {
        assertThat(new Album("phroge").setId(2L)).hasToString("Album(id=2, name=\"phroge\")");
    }

    @Test
    void printsOnlyWhatIsSet() {
        assertThat(new Track(null, null)).hasToString("Track()");
        assertThat(new Track("Bird", 3).setPlays(7)).hasToString("Track(title=\"Bird\", position=3, plays=7)");
    }

    @Test
    void printsADefaultThatASetterAssigned() {
        assertThat(new Track("Bird", null).setAvailable(true)).hasToString("Track(title=\"Bird\", available=true)");
    }

    @Test
    void neverPrintsWhatIsPrivate() {
        assertThat(new Track("Bird", 1).setSecret("hunter2")).hasToString("Track(title=\"Bird\", position=1)");
    }

    @Test
    void printsAReferenceByItsKeySoThatCyclesEnd() {
        Album malibu = new Album("Malibu").setId(1L);
        Track bird = new Track("The Bird", 1).setAlbum(malibu);
        malibu.tracks().add(bird);
        assertThat(bird).hasToString("Track(title=\"The Bird\", position=1, album=Album(id=1))");
        assertThat(malibu).hasToString("Album(id=1, name=\"Malibu\")");
        assertThat(new Track("x", 1).setAlbum(new Album("new")))
                .hasToString("Track(title=\"x\", position=1, album=Album())");
    }

    @Test
    void escapesWhatWouldBreakTheLine() {
        assertThat(new Album("a \"b\" \\ \n\t")).hasToString("Album(name=\"a \\\"b\\\" \\\\ \\n\\t\")");
    }

    @Test
    void modelsAreEqualByEntityAndKey() {
        assertThat(new Album("a").setId(1L)).isEqualTo(new Album("b").setId(1L)).isNotEqualTo(new Album("a").setId(2L));
        assertThat(new Album("a")).isNotEqualTo(new Album("a"));
        Album same = new Album("a");
        assertThat(same).isEqualTo(same);
        assertThat((Object) new Album("a").setId(1L))
                .isNotEqualTo(new Track("a", 1).setId(1L))
                .isNotEqualTo(null);
        // a subclass made on the fly is still the entity
        assertThat(new Album("a").setId(1L)).isEqualTo(new Album("a") {}.setId(1L));
    }

    @Test
    void aSetFindsAModelAgainAfterItGotItsKey() {
        Album album = new Album("a");
        Set<Album> set = new HashSet<>(Set.of(album));
        album.setId(9L);
        assertThat(set.contains(album)).isTrue();
        assertThat(album).hasSameHashCodeAs(new Album("b"));
    }

    @Test
    void comparingTwoModelsMakesNothing() {
        compared(new Album("a").setId(1_000_000L), new Album("b").setId(2_000_000L));
        compared(new Counter(1_000_000), new Counter(2_000_000));
        compared(new Place(new SeatId(300, 400)), new Place(new SeatId(300, 500)));
        compared(new Seat(300, 400), new Seat(300, 500));
        compared(new Pair(new Album("a").setId(300L), "x"), new Pair(new Album("a").setId(400L), "x"));
    }

    private static void compared(Model one, Model other) {
        var threads = (com.sun.management.ThreadMXBean) ManagementFactory.getThreadMXBean();
        int same = 0;
        long before = 0;
        for (int i = 0; i < 40_000; i++) {
            if (i == 20_000) {
                before = threads.getThreadAllocatedBytes(Thread.currentThread().getId());
            }
            same += one.equals(other) ? 1 : 0;
        }
        long made = threads.getThreadAllocatedBytes(Thread.currentThread().getId()) - before;
        assertThat(same).isZero();
        // the loop itself, and what the runtime makes once
        assertThat(made).as(one.getClass().getSimpleName()).isLessThan(20_000 * 8);
    }

    @Test
    void modelsByKeyAreInTheirOrderAndTheFirstOfARowStays() {
        Album first = new Album("a").setId(7L);
        Album second = new Album("b").setId(3L);

        Map<Object, Album> byKey = Models.byKey(List.of(first, second, new Album("again").setId(7L)));
        assertThat(byKey.keySet()).containsExactly(7L, 3L);
        assertThat(byKey.get(7L)).isSameAs(first);
        byKey.remove(7L);
        Map<SeatId, Seat> seats = Models.byKey(SeatId.class, Set.of(new Seat(1, 2)));
        assertThat(seats.get(new SeatId(1, 2))).isEqualTo(new Seat(1, 2));
        assertThat(Models.byKey(List.of())).isEmpty();
    }

    @Test
    void whatHasNoKeyIsNotPutUnderOne() {
        Album stored = new Album("a").setId(7L);
        assertThatThrownBy(() -> Models.byKey(List.of(stored, new Album("b"))))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("Models cannot be put under their keys: the one at [1] (Album) has no key yet. "
                        + "Add it and flush, so that it gets one, or leave it out.");
        assertThatThrownBy(() -> Models.byKey(Arrays.asList(stored, null)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("Models cannot be put under their keys: the one at [1] is null. Leave it out.");
        assertThatThrownBy(() -> Models.byKey(Integer.class, List.of(stored)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("Models cannot be put under their keys: the one at [0] (Album) has a key of the type "
                        + "'java.lang.Long', not 'java.lang.Integer'.");
        assertThatThrownBy(() -> Models.byKey(List.of(stored, new Track("t", 1).setId(7L))))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("Models cannot be put under their keys: the one at [1] (Track) has the same key as a "
                        + "model of another entity (Album). Give the models of one entity only.");
    }

    @Test
    void theKeyIsNullUntilItIsThere() {
        assertThat(new Album("a").pk()).isNull();
        assertThat(new Album("a").setId(0L).pk()).isEqualTo(0L);
        assertThat(new Counter().pk()).isNull();
        assertThat(new Counter(5).pk()).isEqualTo(5);
        assertThat(new Counter()).isNotEqualTo(new Counter());
    }

    @Test
    void aCompositeKeyIsItsRecord() {
        assertThat(new Seat(3, 4).pk()).isEqualTo(new SeatId(3, 4));
        assertThat(new Seat(3, null).pk()).isNull();
        assertThat(new Place(new SeatId(1, 2)).pk()).isEqualTo(new SeatId(1, 2));
        assertThat(new Place(new SeatId(1, null)).pk()).isNull();
        assertThat(new Seat(3, 4)).isEqualTo(new Seat(3, 4)).isNotEqualTo(new Seat(3, 5));
        assertThat(new Seat(3, 4)).hasToString("Seat(row=3, number=4)");
        assertThat(new Place(new SeatId(1, 2))).hasToString("Place(id=SeatId(row=1, number=2))");
    }

    @Test
    void aCompositeKeyWithoutAClassIsTheListOfItsParts() {
        Pair pair = new Pair(new Album("a").setId(7L), "x");
        assertThat(pair.pk()).isEqualTo(List.of(7L, "x"));
        assertThat(new Pair(new Album("a"), "x").pk()).isNull();
        assertThat(new Pair(null, "x").pk()).isNull();
    }

    @Test
    void anInheritedKeyIsSharedByTheWholeHierarchy() {
        assertThat((Model) new Cat(1L)).isEqualTo(new Animal(1L)).hasSameHashCodeAs(new Animal(1L));
        assertThat(new Cat(1L)).hasToString("Cat(id=1, lives=9)");
    }

    @Test
    void embeddedValuesArePrintedWithoutTheirPrivateParts() {
        assertThat(new House(new Address("Elm St", "1234"), Map.of("a", List.of("x", 1))))
                .hasToString("House(address=Address(street=\"Elm St\"), extra={\"a\"=[\"x\", 1]})");
    }

    @Test
    void aClassThatIsNoEntityStillPrintsAndCompares() {
        assertThat(new NoEntity("x")).hasToString("NoEntity(name=\"x\")").isNotEqualTo(new NoEntity("x"));
    }

    @Test
    void aModelMappedByItsGettersIsReadThroughThem() {
        assertThat(new ByGetters(4, "n")).hasToString("ByGetters(id=4, label=\"n\")");
        assertThat(new ByGetters(4, "n").pk()).isEqualTo(4);
    }

    @Test
    void aFailingConstructorDoesNotKeepAModelFromPrinting() {
        assertThat(new Picky("x")).hasToString("Picky(name=\"x\")");
    }

    @Test
    void validateFailsWithAllProblems() {
        assertThatThrownBy(() -> new Track(" ", -1).validate())
                .hasMessage(
                        "Track is not valid: 'album' must not be null; 'position' must be greater than or equal to 0; 'title' must not be blank (3 problems).");
    }

    @Entity
    static class Counter extends Model {
        @Id
        int id;

        Counter() {}

        Counter(int id) {
            this.id = id;
        }
    }

    record SeatId(Integer row, Integer number) {}

    @Entity
    @IdClass(SeatId.class)
    static class Seat extends Model {
        @Id
        private Integer row;

        @Id
        private Integer number;

        Seat() {}

        Seat(Integer row, Integer number) {
            this.row = row;
            this.number = number;
        }
    }

    @Entity
    static class Place extends Model {
        @EmbeddedId
        private SeatId id;

        Place() {}

        Place(SeatId id) {
            this.id = id;
        }
    }

    @Entity
    static class Pair extends Model {
        @Id
        @ManyToOne
        private Album album;

        @Id
        private String code;

        Pair() {}

        Pair(Album album, String code) {
            this.album = album;
            this.code = code;
        }
    }

    @MappedSuperclass
    static class Identified<K> extends Model {
        @Id
        private K id;

        Identified() {}

        Identified(K id) {
            this.id = id;
        }
    }

    @Entity
    @Inheritance
    static class Animal extends Identified<Long> {
        Animal() {}

        Animal(Long id) {
            super(id);
        }
    }

    @Entity
    static class Cat extends Animal {
        private Integer lives;

        Cat() {}

        Cat(Long id) {
            super(id);
            this.lives = 9;
        }
    }

    @Embeddable
    record Address(String street, @Private String alarmCode) {}

    @Entity
    static class House extends Model {
        @Id
        private Long id;

        @Embedded
        private Address address;

        private Map<String, Object> extra;

        House() {}

        House(Address address, Map<String, Object> extra) {
            this.address = address;
            this.extra = extra;
        }
    }

    static class NoEntity extends Model {
        private final String name;

        NoEntity(String name) {
            this.name = name;
        }
    }

    @Entity
    static class ByGetters extends Model {
        private final int number;
        private final String text;

        ByGetters(int number, String text) {
            this.number = number;
            this.text = text;
        }

        @Id
        public Integer getId() {
            return number;
        }

        public String getLabel() {
            return text;
        }
    }

    @Entity
    static class Picky extends Model {
        @Id
        private Long id;

        private String name;

        Picky() {
            throw new UnsupportedOperationException("not like this");
        }

        Picky(String name) {
            this.name = name;
        }
    }
}
