package dev.unirow.session.tests;

import static dev.unirow.session.Await.await;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.unirow.session.exception.CheckViolationException;
import dev.unirow.session.exception.ConstraintViolatedException;
import dev.unirow.session.exception.ConstraintViolatedException.Kind;
import dev.unirow.session.exception.ForeignKeyViolationException;
import dev.unirow.session.exception.NotNullViolationException;
import dev.unirow.session.exception.UniqueViolationException;
import dev.unirow.session.tests.models.Crate;
import dev.unirow.session.tests.models.Crate.Door;
import dev.unirow.session.tests.models.Crate.Room;
import dev.unirow.session.tests.models.Tag;
import dev.unirow.testing.EachDatabase;
import io.smallrye.mutiny.Uni;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** A broken rule tells the same of itself on every database, and never the values that broke it. */
@EachDatabase
class ViolationsContract extends DatabaseContract {
    /** Words of values that must stay out of messages; shaped to mislead who reads the database's sentences. */
    private static final String VALUE = "S3CRET' for key 'pk_tag'";

    @Override
    public Class<?>[] models() {
        return new Class<?>[] {Crate.class, Room.class, Door.class, Tag.class};
    }

    private <T extends ConstraintViolatedException> T failure(Class<T> type, Uni<?> work) {
        T failure = catchThrowableOfType(type, () -> await(work));
        assertThat(failure).as("the failure").isNotNull().hasCauseInstanceOf(Exception.class);
        assertThat(failure.getMessage()).doesNotContain("S3CRET");
        // as the database has it: none on SQLite, and MariaDB has a general one for a missing value without a default
        assertThat(failure.sqlState()).matches(state -> state == null || state.matches("23...|HY000"));
        return failure;
    }

    private Uni<Void> flushed(Object... models) {
        return db.begin(session -> {
            session.addAll((Object[]) models);
            return session.flush();
        });
    }

    private Uni<Integer> sent(String sql, Object... values) {
        return db.connect(connection -> connection.execute(sql, List.of(values)));
    }

    private static void assertIs(
            ConstraintViolatedException failure, Kind kind, String constraint, String table, Class<?> model) {
        assertThat(failure.kind()).isEqualTo(kind);
        assertThat(failure.constraint()).isEqualTo(constraint);
        assertThat(failure.table()).isEqualTo(table);
        assertThat(failure.model()).isEqualTo(model);
        assertThat(failure.getMessage()).contains(constraint, table, model.getSimpleName());
    }

    @Test
    void aUniqueConstraintOfSeveralColumnsIsNamed() {
        UniqueViolationException failure =
                failure(UniqueViolationException.class, flushed(new Crate(VALUE, 1), new Crate(VALUE, 1)));

        assertIs(failure, Kind.UNIQUE, "uq_crate_aisle_place", "crate", Crate.class);
        assertThat(failure)
                .hasMessage("A row with the same unique value exists already (model Crate, table 'crate', "
                        + "constraint 'uq_crate_aisle_place', columns 'aisle', 'place').");
        assertThat(failure.columns()).containsExactly("aisle", "place");
    }

    @Test
    void aPrimaryKeyIsNamed() {
        await(flushed(new Tag(VALUE, "first"), new Room(VALUE)));

        assertThat(failure(UniqueViolationException.class, flushed(new Tag(VALUE, "second"))))
                .hasMessageContaining("column 'label'");

        assertIs(
                failure(UniqueViolationException.class, flushed(new Tag(VALUE, "second"))),
                Kind.UNIQUE,
                "pk_tag",
                "tag",
                Tag.class);
        assertIs(
                failure(UniqueViolationException.class, flushed(new Room("other"), new Room(VALUE))),
                Kind.UNIQUE,
                "pk_room",
                "room",
                Room.class);
        assertIs(
                failure(
                        UniqueViolationException.class,
                        db.begin(session -> session.insertAll(List.of(new Room("a"), new Room(VALUE))))),
                Kind.UNIQUE,
                "pk_room",
                "room",
                Room.class);
    }

    @Test
    void whatIsSentByHandIsToldOfTheSame() {
        await(flushed(new Room("hall"), new Room(VALUE)));

        assertIs(
                failure(UniqueViolationException.class, sent("insert into room (name) values (?)", VALUE)),
                Kind.UNIQUE,
                "pk_room",
                "room",
                Room.class);
        assertIs(
                failure(UniqueViolationException.class, sent("update room set name = ? where name = ?", VALUE, "hall")),
                Kind.UNIQUE,
                "pk_room",
                "room",
                Room.class);
        assertIs(
                failure(NotNullViolationException.class, sent("insert into crate (place, weight) values (1, 1)")),
                Kind.NOT_NULL,
                "aisle",
                "crate",
                Crate.class);
        assertIs(
                failure(
                        ForeignKeyViolationException.class,
                        sent("insert into crate (aisle, place, weight, room_name) values ('a', 1, 1, ?)", "S3CRET")),
                Kind.FOREIGN_KEY,
                "fk_crate_room_name_room",
                "crate",
                Crate.class);
    }

    @Test
    void aMissingReferredRowIsToldByTheForeignKey() {
        Crate crate = new Crate("a", 1).setRoom(new Room(VALUE));

        assertIs(
                failure(ForeignKeyViolationException.class, flushed(crate)),
                Kind.FOREIGN_KEY,
                "fk_crate_room_name_room",
                "crate",
                Crate.class);
    }

    @Test
    void aRowThatIsStillReferredToIsToldByTheForeignKeyWhereItCanBeKnown() {
        Room room = new Room(VALUE);
        await(flushed(room, new Crate("a", 1).setRoom(room)));

        ForeignKeyViolationException failure =
                failure(ForeignKeyViolationException.class, db.begin(session -> session.delete(room)));

        assertIsForeignKey(failure, "fk_crate_room_name_room", "crate", Crate.class);
    }

    @Test
    void oneOfTwoForeignKeysIsNotGuessed() {
        ForeignKeyViolationException failure =
                failure(ForeignKeyViolationException.class, flushed(new Door("front", new Room(VALUE))));

        assertThat(failure.kind()).isEqualTo(Kind.FOREIGN_KEY);
        assertThat(failure.constraint()).isEqualTo(target.tellsForeignKeys() ? "fk_door_inside_name_room" : null);
        assertThat(failure.table()).isEqualTo("door");
        assertThat(failure.model()).isEqualTo(Door.class);
    }

    private void assertIsForeignKey(
            ForeignKeyViolationException failure, String constraint, String table, Class<?> model) {
        if (target.tellsForeignKeys()) {
            assertIs(failure, Kind.FOREIGN_KEY, constraint, table, model);
        } else {
            assertThat(failure.kind()).isEqualTo(Kind.FOREIGN_KEY);
            assertThat(failure.constraint()).isNull();
            assertThat(failure.table()).isNull();
            assertThat(failure.model()).isNull();
        }
    }

    @Test
    void aMissingValueIsToldByItsColumn() {
        NotNullViolationException failure = failure(NotNullViolationException.class, flushed(new Crate(null, 1)));

        assertIs(failure, Kind.NOT_NULL, "aisle", "crate", Crate.class);
        assertThat(failure).hasMessage("A required value is missing (model Crate, table 'crate', column 'aisle').");
    }

    @Test
    void aCheckIsNamed() {
        assertIs(
                failure(CheckViolationException.class, flushed(new Crate(VALUE, 1).setWeight(-1))),
                Kind.CHECK,
                "ck_crate_weight",
                "crate",
                Crate.class);
        Crate crate = new Crate("a", 1);
        await(flushed(crate));
        assertIs(
                failure(
                        CheckViolationException.class,
                        db.begin(session -> session.get(Crate.class, crate.id()).invoke(found -> found.setWeight(-1)))),
                Kind.CHECK,
                "ck_crate_weight",
                "crate",
                Crate.class);
    }

    @Test
    void aTableWithoutAModelKeepsTheWordsOfTheDatabase() {
        await(db.connect(connection -> connection.execute("create table plain (word varchar(50) unique)")));
        await(sent("insert into plain (word) values (?)", VALUE));

        UniqueViolationException failure =
                failure(UniqueViolationException.class, sent("insert into plain (word) values (?)", VALUE));

        assertThat(failure.constraint()).contains("word");
        assertThat(failure.table()).isEqualTo("plain");
        assertThat(failure.model()).isNull();
        List<Map<String, Object>> rows = await(db.connect(connection -> connection.select("select * from plain")));
        assertThat(rows).hasSize(1);
    }
}
