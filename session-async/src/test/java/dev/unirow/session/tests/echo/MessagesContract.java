package dev.unirow.session.tests.echo;

import static dev.unirow.query.Queries.delete;
import static dev.unirow.query.Queries.select;
import static dev.unirow.query.Queries.text;
import static dev.unirow.session.Await.await;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import dev.unirow.session.AsyncSession;
import dev.unirow.session.exception.NotFoundException;
import dev.unirow.session.exception.StatementException;
import dev.unirow.session.exception.TransactionFailedException;
import dev.unirow.session.tests.DatabaseContract;
import dev.unirow.session.tests.models.Crate;
import dev.unirow.session.tests.models.Crate.Room;
import dev.unirow.session.tests.models.Glossary;
import dev.unirow.session.tests.models.Tag;
import dev.unirow.testing.Capability;
import dev.unirow.testing.EachDatabase;
import dev.unirow.testing.Requires;
import io.smallrye.mutiny.Uni;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** No message of ours holds a value that was bound, whatever fails; the driver's exception, the cause, may. */
@EachDatabase
class MessagesContract extends DatabaseContract {
    private static final String MARKER = "s3cret";

    /** Shaped to mislead who reads the database's sentences. */
    private static final List<String> VALUES = List.of(
            MARKER, MARKER + "' for column 'x' at row 1", "it's \"" + MARKER + "\" (`" + MARKER + "`)", "(" + MARKER);

    @Override
    public Class<?>[] models() {
        return new Class<?>[] {Crate.class, Room.class, Tag.class, Glossary.class};
    }

    private Throwable failure(Uni<?> work) {
        Throwable failure = catchThrowable(() -> await(work));
        assertThat(failure).as("the failure").isNotNull();
        assertThat(failure.toString()).doesNotContainIgnoringCase(MARKER);
        assertThat(failure.getMessage()).doesNotContainIgnoringCase(MARKER);
        return failure;
    }

    private Uni<Void> flushed(Object... models) {
        return db.begin(session -> {
            session.addAll(models);
            return session.flush();
        });
    }

    private Uni<?> sent(String sql, Object... values) {
        return db.connect(connection -> connection.select(sql, List.of(values)));
    }

    @Test
    void ofRulesOfTables() {
        for (String value : VALUES) {
            await(flushed(
                    new Tag(value, null),
                    new Room(value),
                    new Crate(value, 1).setRoom(new Room(value)),
                    new Glossary(value, Set.of(value))));
            failure(flushed(new Tag(value, null)));
            failure(flushed(new Tag("other", null), new Tag(value, null)));
            failure(flushed(new Crate(value, 1)));
            failure(flushed(new Crate("a", 1).setRoom(new Room(value + "?"))));
            failure(flushed(new Crate(value, 2).setWeight(-1)));
            failure(flushed(new Glossary("other", Set.of(value))));
            failure(db.begin(session -> session.get(Room.class, value).call(session::delete)));
            failure(db.begin(session -> session.insertAll(List.of(new Tag("other", null), new Tag(value, null)))));
            failure(db.begin(session -> session.insert(new Tag(value, null))));
            failure(db.connect(
                    connection -> connection.execute("insert into room (name) values (:name)", Map.of("name", value))));
            failure(db.connect(connection -> connection.execute("delete from room where name = ?", List.of(value))));
        }
    }

    @Test
    void ofRowsThatAreNotThere() {
        for (String value : VALUES) {
            Throwable absent = failure(db.begin(session -> session.get(Tag.class, value)));
            assertThat(absent).isInstanceOf(NotFoundException.class);
            assertThat(((NotFoundException) absent).key()).isEqualTo(value);
            assertThat(((NotFoundException) absent).model()).isEqualTo(Tag.class);
            failure(db.read(session ->
                    session.one(select(Tag.class).where(text(Tag::label).eq(value)))));
            failure(db.begin(session -> session.delete(new Tag(value, null)).chain(session::flush)));
            failure(db.begin(session -> session.load(new Tag(value, null))));
            failure(db.begin(session -> session.refresh(new Tag(value, null))));
            failure(db.begin(session -> {
                session.add(new Tag(value, null));
                return session.flush()
                        .chain(() -> session.execute(
                                delete(Tag.class).where(text(Tag::label).eq(value))))
                        .chain(() -> session.find(Tag.class, value))
                        .chain(tag -> session.refresh(tag));
            }));
        }
        assertThat(failure(db.begin(session -> session.get(Crate.class, 7))))
                .hasMessage(
                        "No Crate with key 7. Where it may be absent, use find(), which returns null instead of failing.");
        assertThat(failure(db.begin(session -> session.get(Tag.class, "secret"))))
                .hasMessage(
                        "No Tag with the key that was asked for. Where it may be absent, use find(), which returns null instead of failing.");
    }

    @Test
    void ofTwoModelsWithOneKey() {
        for (String value : VALUES) {
            failure(flushed(new Tag(value, "one"), new Tag(value, "two")));
            failure(Uni.createFrom()
                    .deferred(() -> db.begin(
                            session -> session.saveAll(List.of(new Tag(value, "one"), new Tag(value, "two"))))));
        }
    }

    @Test
    void ofATransactionThatFailedBefore() {
        for (String value : VALUES) {
            await(flushed(new Tag(value, null)));
            AsyncSession session = db.session();
            session.add(new Tag(value, null));
            failure(session.flush());
            assertThat(failure(session.find(Tag.class, value))).isInstanceOf(TransactionFailedException.class);
            await(session.close());
        }
    }

    @Test
    @Requires(Capability.SERVER)
    void ofValuesThatDoNotFit() {
        for (String value : VALUES) {
            failure(flushed(new Tag(value.repeat(60), null)));
            failure(db.connect(connection ->
                    connection.execute("insert into crate (aisle, place, weight) values ('a', ?, 1)", List.of(value))));
        }
    }

    @Test
    void ofRowsThatAreReadAsSomethingElse() {
        record Number(int number) {}
        for (String value : VALUES) {
            await(flushed(new Tag(value, null)));
            failure(db.connect(connection -> connection.select(
                    Number.class, "select label as number from tag where label = ?", List.of(value))));
        }
    }

    /** What reads a text as a language of its own may quote it. */
    private String ofOwnLanguage() {
        return switch (target.kind()) {
            case POSTGRESQL -> "select to_tsquery('simple', ? || ' & & x') as found";
            case MARIADB -> "select 'a' regexp ? as found";
            case SQLITE_FILE, SQLITE_MEMORY -> "select json_extract('{}', ?) as found";
        };
    }

    @Test
    void ofTextsInALanguageOfTheirOwn() {
        for (String value : VALUES) {
            failure(sent(ofOwnLanguage(), "[" + value));
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "select nothing from tag where label = ?",
                "select label from no_such_table where label = ?",
                "select label frm tag where label = ?",
            })
    void ofWrongSqlIsToldInTheDatabasesWords(String sql) {
        for (String value : VALUES) {
            Throwable failure = failure(sent(sql, value));
            assertThat(failure).isInstanceOf(StatementException.class);
            assertThat(failure.getMessage()).containsPattern("nothing|no_such_table|tag|frm");
        }
    }
}
