package dev.unirow.session.tests;

import static dev.unirow.query.Queries.asc;
import static dev.unirow.query.Queries.select;
import static dev.unirow.session.Await.await;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.unirow.active.QuerySet;
import dev.unirow.model.Model;
import dev.unirow.model.Models;
import dev.unirow.session.exception.UniqueViolationException;
import dev.unirow.session.tests.models.Shelf;
import dev.unirow.session.tests.models.Vehicle;
import dev.unirow.session.tests.models.Vehicle.Car;
import dev.unirow.testing.DatabaseKind;
import dev.unirow.testing.OnDatabase;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Version;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * Keys that a column made elsewhere gives always: {@code generated always as identity}, which neither MariaDB nor
 * SQLite has. No mapping asks for it.
 */
@OnDatabase(DatabaseKind.POSTGRESQL)
class PostgresIdentityAlwaysTest extends DatabaseContract {
    @Entity(name = "Parcel")
    static class Parcel extends Model {
        @Id
        @GeneratedValue(strategy = GenerationType.IDENTITY)
        private Long id;

        @Column(unique = true)
        private String label;

        @Column(name = "values")
        private String contents;

        @Version
        private int version;

        protected Parcel() {}

        Parcel(String label) {
            this.label = label;
            this.contents = "values (" + label + ")";
        }

        Long id() {
            return id;
        }

        String label() {
            return label;
        }

        String contents() {
            return contents;
        }
    }

    /** No single statement serves for several of these: its values are not bound plainly. */
    @Entity(name = "Crated")
    static class Crated extends Model {
        @Id
        @GeneratedValue(strategy = GenerationType.IDENTITY)
        private Integer id;

        @JdbcTypeCode(SqlTypes.JSON)
        private Map<String, String> contents;

        protected Crated() {}

        Crated(Map<String, String> contents) {
            this.contents = contents;
        }

        Integer id() {
            return id;
        }

        Map<String, String> contents() {
            return contents;
        }
    }

    @Override
    public Class<?>[] models() {
        return Stream.concat(
                        Stream.of(Parcel.class, Crated.class, Shelf.class, dev.unirow.session.tests.models.Book.class),
                        Stream.of(Vehicle.MODELS))
                .toArray(Class<?>[]::new);
    }

    @BeforeEach
    void giveKeysAlways() {
        for (String table : List.of("parcel", "crated", "shelf", "vehicle", "payment")) {
            await(db.connect(connection ->
                    connection.execute("alter table " + table + " alter column id set generated always")));
        }
        assertThatThrownBy(
                        () -> await(db.connect(connection -> connection.execute("insert into crated (id) values (1)"))))
                .hasMessageContaining("cannot insert a non-DEFAULT value into column \"id\"");
    }

    private static Parcel byHand(long id, String label) {
        return Models.from(Parcel.class, Map.of("id", id, "label", label, "contents", "values"));
    }

    private List<String> parcels() {
        return await(db.read(session -> session.all(select(Parcel.class).orderBy(asc(Parcel::id))))).stream()
                .map(parcel -> parcel.id() + " " + parcel.label())
                .toList();
    }

    @Test
    void everyWayToInsertTakesTheKeysOfTheDatabase() {
        List<Parcel> many = IntStream.rangeClosed(1, 1_200)
                .mapToObj(i -> new Parcel("m" + i))
                .toList();

        List<Parcel> inserted = await(db.begin(session -> session.insertAll(many)));
        Parcel added = new Parcel("added");
        await(db.begin(session -> {
            session.add(added);
            return session.flush();
        }));
        Parcel one = await(db.begin(session -> session.insert(new Parcel("one"))));
        Parcel absent = await(db.begin(session -> session.insertIfAbsent(new Parcel("absent"))));
        Parcel none = await(db.begin(session -> session.insertIfAbsent(new Parcel("one"))));
        Parcel saved = await(db.begin(session -> session.save(new Parcel("saved"))));
        List<Parcel> savedToo =
                await(db.begin(session -> session.saveAll(List.of(new Parcel("s1"), new Parcel("s2")))));

        assertThat(inserted).extracting(Parcel::id).doesNotContainNull().doesNotHaveDuplicates();
        assertThat(inserted.get(1_199).id()).isEqualTo(1_200L);
        assertThat(none).isNull();
        for (Parcel each : List.of(added, one, absent, saved, savedToo.get(0), savedToo.get(1), many.get(700))) {
            Parcel row = readElsewhere(Parcel.class, each.id());
            assertThat(row.label()).isEqualTo(each.label());
            assertThat(row.contents()).isEqualTo("values (" + each.label() + ")");
        }
    }

    @Test
    void querySetsCreateRows() {
        QuerySet<Parcel> objects = QuerySet.of(Parcel.class).in(db);

        await(objects.create(new Parcel("a")));
        await(objects.create(Map.of("label", "b")));
        await(objects.bulkCreate(List.of(new Parcel("c"), Map.of("label", "d"))));
        await(objects.getOrCreate(Map.of("label", "e")));
        await(objects.updateOrCreate(Map.of("label", "f"), Map.of("contents", "full")));

        assertThat(parcels()).hasSize(6).first().isEqualTo("1 a");
    }

    @Test
    void aKeyThatTheProgramGivesIsKept() {
        await(db.begin(session -> session.insert(byHand(100, "inserted"))));
        Parcel absent = await(db.begin(session -> session.insertIfAbsent(byHand(101, "absent"))));
        Parcel none = await(db.begin(session -> session.insertIfAbsent(byHand(100, "none"))));
        await(db.begin(session -> session.save(byHand(102, "saved"))));
        await(db.begin(session -> session.saveAll(List.of(byHand(103, "saved too"), byHand(102, "changed")))));
        await(db.begin(session -> session.insertAll(List.of(byHand(104, "many"), new Parcel("generated")))));
        await(db.begin(session ->
                session.insert(Models.from(Crated.class, Map.of("id", 7, "contents", Map.of("values", "(1)"))))));

        assertThat(absent).isNotNull();
        assertThat(none).isNull();
        assertThat(parcels())
                .containsExactly(
                        "1 generated", "100 inserted", "101 absent", "102 changed", "103 saved too", "104 many");
        assertThat(readElsewhere(Crated.class, 7).contents()).containsEntry("values", "(1)");
    }

    @Test
    void classesThatCostAStatementARowAreInsertedToo() {
        Shelf shelf = new Shelf("hall");
        shelf.labels().add("low");
        List<Object> all = new ArrayList<>(List.of(
                new Car("A1", 4), new Crated(Map.of("a", "1")), new Crated(Map.of("b", "2")), new Shelf("attic")));

        await(db.begin(session -> session.insertAll(all)));
        await(db.begin(session -> {
            session.add(shelf);
            return session.flush();
        }));

        assertThat(all(Car.class)).hasSize(1);
        assertThat(all(Crated.class)).extracting(Crated::id).containsExactlyInAnyOrder(1, 2);
        assertThat(all(Shelf.class)).hasSize(2);
        Car byHand = Models.from(Car.class, Map.of("id", 50, "plate", "B2", "doors", 2));
        await(db.begin(session -> session.insert(byHand)));
        assertThat(readElsewhere(Vehicle.class, 50L)).isInstanceOf(Car.class);
    }

    @Test
    void aRefusedRowEndsTheBatchAndLeavesNothing() {
        assertThatThrownBy(() -> await(db.begin(
                        session -> session.insertAll(List.of(new Parcel("a"), new Parcel("b"), new Parcel("a"))))))
                .isInstanceOf(UniqueViolationException.class)
                .hasMessageContaining("uq_parcel_label");
        assertThat(parcels()).isEmpty();
    }
}
