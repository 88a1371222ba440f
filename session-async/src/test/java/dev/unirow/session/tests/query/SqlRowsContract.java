package dev.unirow.session.tests.query;

import static dev.unirow.query.Queries.select;
import static dev.unirow.session.Await.await;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.unirow.session.AsyncSession;
import dev.unirow.session.exception.MultipleFoundException;
import dev.unirow.session.exception.NotFoundException;
import dev.unirow.session.exception.RowMappingException;
import dev.unirow.session.sql.SqlRows;
import dev.unirow.session.tests.DatabaseContract;
import dev.unirow.session.tests.models.Club;
import dev.unirow.session.tests.models.Pet;
import dev.unirow.session.tests.models.Rack;
import dev.unirow.session.tests.models.Tag;
import dev.unirow.session.tests.models.User;
import dev.unirow.session.tests.models.Vehicle;
import dev.unirow.session.tests.models.Vehicle.Car;
import dev.unirow.testing.EachDatabase;
import io.smallrye.mutiny.Uni;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What the rows of a session's SQL are read as: records, models, maps and single values, at once and as a stream. */
@EachDatabase
class SqlRowsContract extends DatabaseContract {
    /** A row of {@link Tag}, under another name. */
    record Labelled(String label, String theText) {}

    @Override
    public Class<?>[] models() {
        return Stream.of(
                        List.of(User.class, Pet.class, Tag.class, Rack.class, Rack.Slot.class),
                        List.of(Vehicle.MODELS),
                        List.of(Club.MODELS))
                .flatMap(List::stream)
                .toArray(Class<?>[]::new);
    }

    @BeforeEach
    void insertTags() {
        await(db.begin(session ->
                session.insertAll(new Tag("a", "one"), new Tag("b", null), new Tag("c", "'; drop table tag; --"))));
    }

    private <T> T read(Function<? super AsyncSession, Uni<T>> work) {
        return await(db.read(work));
    }

    @Test
    void rowsAreRecordsByTheLabelsOfTheirColumns() {
        List<Labelled> rows = read(session -> session.sql("select label, text as the_text from tag order by label")
                .as(Labelled.class)
                .all());

        assertThat(rows)
                .containsExactly(
                        new Labelled("a", "one"), new Labelled("b", null), new Labelled("c", "'; drop table tag; --"));
    }

    @Test
    void rowsAreMapsInTheOrderOfTheirColumns() {
        List<Map<String, Object>> rows =
                read(session -> session.sql("select text, label from tag where label in ('a', 'b') order by label")
                        .asMaps()
                        .all());

        assertThat(rows).hasSize(2);
        assertThat(rows.get(0)).containsExactly(Map.entry("text", "one"), Map.entry("label", "a"));
        assertThat(rows.get(1)).containsEntry("text", null).containsEntry("label", "b");
    }

    @Test
    void theOnlyColumnIsAValue() {
        long count = read(session ->
                session.sql("select count(*) from tag").as(Long.class).one());
        List<String> texts = read(session -> session.sql("select text from tag order by label")
                .as(String.class)
                .all());

        assertThat(count).isEqualTo(3);
        assertThat(texts).containsExactly("one", null, "'; drop table tag; --");
    }

    @Test
    void aModelIsTheOneThatTheSessionTracks() {
        await(db.begin(session -> session.get(Tag.class, "a")
                .chain(tracked -> session.sql("select * from tag order by label desc")
                        .as(Tag.class)
                        .all()
                        .invoke(found -> {
                            assertThat(found).extracting(Tag::label).containsExactly("c", "b", "a");
                            assertThat(found.get(2)).isSameAs(tracked);
                        })
                        .chain(found -> session.contains(found.get(0))))
                .invoke(isTracked -> assertThat(isTracked).isTrue())));
    }

    @Test
    void aTrackedModelKeepsTheValuesThatItHas() {
        Long id = committedUser("chonky").id();

        await(db.begin(session -> session.get(User.class, id)
                .invoke(user -> user.setName("slim"))
                .chain(user -> session.sql("select id from " + target.kind().quoted("user"))
                        .as(User.class)
                        .one()
                        .invoke(found -> assertThat(found).isSameAs(user))
                        .invoke(found -> assertThat(found.name()).isEqualTo("slim")))));
    }

    @Test
    void aModelNeedsItsKeyAloneAndMayComeTwice() {
        List<Tag> found = read(session -> session.sql(
                        "select label from tag where label = 'a' union all select label from tag where label = 'a'")
                .as(Tag.class)
                .all());

        assertThat(found).hasSize(2);
        assertThat(found.get(0)).isSameAs(found.get(1));
        assertThat(found.get(0).text()).isEqualTo("one");
    }

    @Test
    void modelsOfAHierarchyAreOfTheirOwnClass() {
        await(db.begin(session -> session.insertAll(new Car("B-1", 3), new Car("B-2", 5))));

        List<Vehicle> found = read(session -> session.sql("select * from vehicle order by plate")
                .as(Vehicle.class)
                .all());

        assertThat(found)
                .hasOnlyElementsOfType(Car.class)
                .extracting(Vehicle::plate)
                .containsExactly("B-1", "B-2");
    }

    @Test
    void aKeyMayHaveSeveralParts() {
        await(db.begin(session -> {
            session.addAll(new Rack.Slot("top", 1, null), new Rack.Slot("top", 2, null));
            return session.flush();
        }));

        Rack.Slot found = read(session -> session.sql("select shelf, number from slot where number = ?")
                .bindAll(2)
                .as(Rack.Slot.class)
                .one());

        assertThat(found.number()).isEqualTo(2);
    }

    @Test
    void aKeyMayReferToOtherModels() {
        Club club = new Club("chess");
        Club.Player player = new Club.Player("ann", club);
        await(db.begin(session -> {
            session.addAll(club, player, new Club.Membership(player, club, null));
            return session.flush();
        }));

        Club.Membership found = read(session -> session.sql("select * from membership")
                .as(Club.Membership.class)
                .one());

        assertThat(found.club().id()).isEqualTo(club.id());
    }

    @Test
    void oneMeansOne() {
        String none = "select label from tag where label = 'none'";
        String all = "select label from tag order by label";

        assertThat(this.<String>read(
                        session -> session.sql(none).as(String.class).first()))
                .isNull();
        assertThat(this.<String>read(
                        session -> session.sql(none).as(String.class).oneOrNull()))
                .isNull();
        assertThat(this.<String>read(
                        session -> session.sql(all).as(String.class).first()))
                .isEqualTo("a");
        assertThatThrownBy(() -> read(session -> session.sql(none).as(Tag.class).one()))
                .isInstanceOf(NotFoundException.class)
                .hasMessage("No Tag found.");
        assertThatThrownBy(() -> read(session -> session.sql(all).as(Tag.class).one()))
                .isInstanceOf(MultipleFoundException.class)
                .hasMessageStartingWith("Expected one Tag, found 2 or more.");
        assertThatThrownBy(() -> read(session -> session.sql(all).asMaps().oneOrNull()))
                .isInstanceOf(MultipleFoundException.class)
                .hasMessageStartingWith("Expected one row (Map), found 2 or more.");
    }

    @Test
    void aNullWhereAValueIsExpectedIsTold() {
        String nothing = "select text from tag where label = 'b'";

        assertThat(this.<String>read(
                        session -> session.sql(nothing).as(String.class).oneOrNull()))
                .isNull();
        assertThatThrownBy(() ->
                        read(session -> session.sql(nothing).as(String.class).one()))
                .isInstanceOf(RowMappingException.class)
                .hasMessage("Cannot read rows as String: the value is null. Take it by oneOrNull().");
        assertThatThrownBy(() -> streamed(session -> session.sql(nothing).as(String.class)))
                .isInstanceOf(RowMappingException.class)
                .hasMessageContaining("A stream has no nulls");
    }

    @Test
    void rowsThatAreNoSuchObjectSayWhyAndTheTransactionGoesOn() {
        await(db.begin(session -> session.sql("insert into tag (label) values ('d')")
                .execute()
                .chain(() -> refused(session, "select label as l, text from tag", Labelled.class))
                .invoke(told -> assertThat(told).hasMessageContaining("no column for the component 'label'"))
                .chain(() -> refused(session, "select label, text from tag", String.class))
                .invoke(told -> assertThat(told)
                        .hasMessage("Cannot read rows as String: it is one value, and there are the columns 'label', "
                                + "'text'. Select one of them, or read rows as a record or a map."))
                .chain(() -> refused(session, "select text from tag", Tag.class))
                .invoke(told -> assertThat(told)
                        .hasMessage(
                                "Cannot read rows as Tag: there is no column 'label', which is its key. Found 'text'. "
                                        + "Select the key once, or name it so by 'as'."))
                .chain(() -> refused(session, "select text as label from tag", Tag.class))
                .invoke(told -> assertThat(told)
                        .hasMessage("Cannot read rows as Tag: column 'label', its key, is null. Leave such rows out by "
                                + "'is not null'."))
                .chain(() -> refused(session, "select a.label, b.label from tag a, tag b", Labelled.class))
                .invoke(told -> assertThat(told)
                        .hasMessage("Cannot read rows as Labelled: there are two columns 'label'. Name one of them by "
                                + "'as'."))));

        assertThat(readElsewhere(Tag.class, "d")).isNotNull();
    }

    private static Uni<Throwable> refused(AsyncSession session, String sql, Class<?> row) {
        return session.sql(sql)
                .as(row)
                .all()
                .<Throwable>map(rows -> new AssertionError("They were read: " + rows))
                .onFailure(RowMappingException.class)
                .recoverWithItem(failure -> failure);
    }

    private <R> List<R> streamed(Function<AsyncSession, SqlRows<R>> rows) {
        return await(db.read(session -> rows.apply(session).stream().collect().asList()));
    }

    @Test
    void rowsAreStreamedWhateverTheyAreReadAs() {
        await(db.begin(session -> session.insertAll(
                IntStream.range(0, 1_200).mapToObj(i -> new Tag("t" + i, "x")).toList())));
        String all = "select label, text as the_text from tag where text = :text";

        List<Labelled> records =
                streamed(session -> session.sql(all).bind("text", "x").as(Labelled.class));
        List<Tag> models =
                streamed(session -> session.sql(all).bind("text", "x").as(Tag.class));
        List<Map<String, Object>> maps =
                streamed(session -> session.sql(all).bind("text", "x").asMaps());

        assertThat(records).hasSize(1_200).allMatch(row -> row.theText().equals("x"));
        assertThat(models).extracting(Tag::text).hasSize(1_200).containsOnly("x");
        assertThat(maps).hasSize(1_200).allMatch(row -> row.get("the_text").equals("x"));
        assertThat(await(db.stats()).inUse()).isZero();
    }

    @Test
    void aStreamLeavesTheSessionFreeAndTracksNothing() {
        await(db.begin(session -> session.insertAll(
                IntStream.range(0, 700).mapToObj(i -> new Tag("t" + i, "x")).toList())));

        List<Boolean> tracked =
                await(db.begin(session -> session.sql("select label from tag where text = 'x'").as(Tag.class).stream()
                        .onItem()
                        .transformToUniAndConcatenate(tag -> session.contains(tag))
                        .collect()
                        .asList()));

        assertThat(tracked).hasSize(700).containsOnly(false);
    }

    @Test
    void aStreamCanBeCancelledAndSubscribedToAgain() {
        List<String> twice = await(db.begin(session -> {
            var labels = session.sql("select label from tag order by label").as(String.class).stream();
            return labels.toUni()
                    .chain(first -> labels.toUni().map(second -> List.of(first, second)))
                    .call(() -> session.count(select(Tag.class)));
        }));

        assertThat(twice).containsExactly("a", "a");
        assertNothingIsLeftBehind();
    }
}
