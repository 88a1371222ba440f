package dev.unirow.session.tests.query;

import static dev.unirow.query.Queries.hql;
import static dev.unirow.query.Queries.select;
import static dev.unirow.session.Await.await;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.unirow.query.Hql;
import dev.unirow.session.AsyncSession;
import dev.unirow.session.exception.MultipleFoundException;
import dev.unirow.session.exception.NotFoundException;
import dev.unirow.session.exception.StatementException;
import dev.unirow.session.tests.DatabaseContract;
import dev.unirow.session.tests.models.Club;
import dev.unirow.session.tests.models.Pet;
import dev.unirow.session.tests.models.Tag;
import dev.unirow.session.tests.models.User;
import dev.unirow.testing.EachDatabase;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Statements in Hibernate's language: models, records and single values, at once and as streams. */
@EachDatabase
class HqlContract extends DatabaseContract {
    /** How many tags have a text. */
    public record Crowd(String text, long tags) {}

    private static final Hql<Crowd> CROWDS =
            hql(Crowd.class, "select t.text, count(*) from Tag t group by t.text order by t.text");

    @Override
    public Class<?>[] models() {
        return new Class<?>[] {
            User.class, Pet.class, Tag.class, Club.class, Club.Player.class, Club.Membership.class, Club.Sponsor.class
        };
    }

    @BeforeEach
    void insertTags() {
        await(db.begin(session -> session.insertAll(IntStream.range(0, 1_200)
                        .mapToObj(i -> new Tag(String.format("t%04d", i), i < 700 ? "a" : "b"))
                        .toList())
                .replaceWithVoid()));
    }

    private <R> List<R> all(Hql<R> statement) {
        return await(db.read(session -> session.all(statement)));
    }

    private <R> List<R> streamed(Hql<R> statement) {
        return await(db.read(session -> session.stream(statement).collect().asList()));
    }

    @Test
    void rowsAreRecords() {
        assertThat(all(CROWDS)).containsExactly(new Crowd("a", 700), new Crowd("b", 500));
        Crowd first = await(db.read(session -> session.first(CROWDS)));
        assertThat(first).isEqualTo(new Crowd("a", 700));
        assertThat(all(CROWDS.offset(1).limit(5))).containsExactly(new Crowd("b", 500));
    }

    @Test
    void modelsAreThoseThatTheSessionTracksAndWhatWasAddedIsSeen() {
        await(db.begin(session -> {
            Tag added = new Tag("zz", "c");
            session.add(added);
            return session.one(hql(Tag.class, "from Tag where text = :text").with("text", "c"))
                    .invoke(found -> assertThat(found).isSameAs(added));
        }));
    }

    @Test
    void parametersAreBoundAndMayBeLists() {
        Hql<Long> count = hql(Long.class, "select count(*) from Tag where label in :labels and text <> :text")
                .with("labels", List.of("t0001", "t0002", "t0900"))
                .with("text", "b'; drop table tag; --");

        Long found = await(db.read(session -> session.one(count)));
        assertThat(found).isEqualTo(3);
    }

    @Test
    void oneMeansOne() {
        Hql<Tag> none = hql(Tag.class, "from Tag where label = 'none'");
        Tag nobody = await(db.read(session -> session.oneOrNull(none)));
        assertThat(nobody).isNull();
        assertThatThrownBy(() -> await(db.read(session -> session.one(none)))).isInstanceOf(NotFoundException.class);
        assertThatThrownBy(() -> await(db.read(session -> session.one(CROWDS))))
                .isInstanceOf(MultipleFoundException.class);
        assertThatThrownBy(() -> await(db.read(session -> session.oneOrNull(CROWDS))))
                .isInstanceOf(MultipleFoundException.class);
    }

    @Test
    void rowsAreStreamedWhetherTheyAreModelsRecordsOrValues() {
        assertThat(streamed(CROWDS)).containsExactly(new Crowd("a", 700), new Crowd("b", 500));
        assertThat(streamed(hql(String.class, "select t.label from Tag t where t.text = :text order by t.label")
                        .with("text", "a")))
                .hasSize(700)
                .startsWith("t0000")
                .endsWith("t0699");
        await(db.begin(session -> session.stream(hql(Tag.class, "from Tag order by label"))
                .select()
                .first(600)
                .collect()
                .last()
                .invoke(tag -> assertThat(tag.label()).isEqualTo("t0599"))
                .chain(session::contains)
                .invoke(tracked -> assertThat(tracked).isFalse())));
        assertThat(await(db.stats()).inUse()).isZero();
    }

    @Test
    void aStreamTakesNoStatementThatLoadsACollection() {
        AsyncSession session = db.session();
        assertThatThrownBy(() -> session.stream(select(Club.class).fetch("players")))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage(
                        "A stream cannot load 'players' of 'Club' with each model: it reads rows in batches, which would part "
                                + "a model from some of its elements. Read the models with all(…), or the elements by a statement of their own.");
        assertThatThrownBy(() -> session.stream(hql(Club.class, "from Club c left  JOIN fetch c.players")))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith("A stream of HQL takes no 'join fetch'");
        await(session.close());
    }

    @Test
    void whatIsWrongWithTheTextIsAFailureAndBadArgumentsThrowAtTheCall() {
        for (String wrong :
                List.of("select nonsense", "from Nobody", "from Tag where nothing = 1", "delete from Tag")) {
            assertThatThrownBy(() -> await(db.read(session -> session.all(hql(Tag.class, wrong)))))
                    .as(wrong)
                    .isInstanceOf(StatementException.class);
        }
        assertThatThrownBy(() -> CROWDS.limit(0)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> CROWDS.offset(-1)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> CROWDS.with("text", "a\0b"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("NUL");
        assertThat(CROWDS).hasToString("select t.text, count(*) from Tag t group by t.text order by t.text");
    }

    @Test
    void severalValuesWhereOneIsExpectedAreNotBlamedOnAMissingConstraint() {
        await(db.begin(session -> session.insertAll(List.of(new Tag("q1", "same"), new Tag("q2", "same")))));

        assertThatThrownBy(() -> await(db.read(
                        session -> session.one(hql(String.class, "select t.text from Tag t where t.text = 'same'")))))
                .isInstanceOf(MultipleFoundException.class)
                .hasMessage(
                        "Expected one row (String), found 2 or more. Ask for less by further conditions, or take the "
                                + "first.");
        assertThatThrownBy(() -> await(db.read(session -> session.one(hql(Tag.class, "from Tag where text = 'same'")))))
                .isInstanceOf(MultipleFoundException.class)
                .hasMessageContaining("unique constraint");
    }
}
