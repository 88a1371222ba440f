package dev.unirow.session.tests;

import static dev.unirow.query.Queries.select;
import static dev.unirow.session.Await.await;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.unirow.session.AsyncSession;
import dev.unirow.session.exception.ConstraintViolatedException.Kind;
import dev.unirow.session.exception.UniqueViolationException;
import dev.unirow.session.tests.models.Rack;
import dev.unirow.session.tests.models.Rack.Slot;
import dev.unirow.session.tests.models.Tag;
import dev.unirow.testing.EachDatabase;
import io.smallrye.mutiny.Uni;
import java.util.List;
import java.util.function.Function;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * Two models of one session with one key that the program gave: the same failure as for a row that is there already,
 * and earlier.
 */
@EachDatabase
class SameKeyContract extends DatabaseContract {
    private AsyncSession session;

    @Override
    public Class<?>[] models() {
        return new Class<?>[] {Tag.class, Rack.class, Slot.class};
    }

    @BeforeEach
    void openSession() {
        session = db.session();
    }

    @AfterEach
    void closeSession() {
        await(session.close());
    }

    private static void assertIsKeyOfTag(UniqueViolationException failure, Tag refused) {
        assertThat(failure)
                .isNotNull()
                .hasMessage("Another model in this session has the same key: give one a key of its own, or detach it "
                        + "(model Tag, table 'tag', constraint 'pk_tag', column 'label').");
        assertThat(failure.kind()).isEqualTo(Kind.UNIQUE);
        assertThat(failure.constraint()).isEqualTo("pk_tag");
        assertThat(failure.table()).isEqualTo("tag");
        assertThat(failure.model()).isEqualTo(Tag.class);
        assertThat(failure.written()).isSameAs(refused);
        assertThat(failure.key()).isEqualTo("S3CRET");
    }

    private UniqueViolationException refused(Function<AsyncSession, Uni<?>> operation) {
        return catchThrowableOfType(UniqueViolationException.class, () -> await(operation.apply(session)));
    }

    @Test
    void twoNewModelsWithOneKeyAreToldBeforeAnythingIsSent() {
        Tag second = new Tag("S3CRET", "second");
        session.addAll(new Tag("S3CRET", "first"), new Tag("other", "other"), second);

        assertIsKeyOfTag(refused(AsyncSession::flush), second);
        assertIsKeyOfTag(refused(AsyncSession::commit), second);
        assertIsKeyOfTag(refused(s -> s.all(select(Tag.class))), second);
        assertIsKeyOfTag(refused(s -> s.nested(inner -> Uni.createFrom().voidItem())), second);
        assertThat(await(session.inTransaction())).isFalse();

        await(session.detach(second));
        await(session.commit());
        assertThat(readElsewhere(Tag.class, "S3CRET").text()).isEqualTo("first");
        assertThat(count(Tag.class)).isEqualTo(2);
    }

    @Test
    void aNewModelWithTheKeyOfATrackedOneIsToldBeforeAnythingIsSent() {
        Tag first = new Tag("S3CRET", "first");
        session.add(first);
        await(session.flush());
        Tag second = new Tag("S3CRET", "second");
        session.add(second);

        assertIsKeyOfTag(refused(AsyncSession::flush), second);

        await(session.detach(second));
        session.add(new Tag("other", "other"));
        await(session.commit());
        assertThat(await(session.contains(first))).isTrue();
        assertThat(count(Tag.class)).isEqualTo(2);
    }

    @Test
    void aScopeFailsWithItAndKeepsNothing() {
        assertThatThrownBy(() -> await(db.begin(s -> {
                    s.add(new Tag("other", "other"));
                    return s.flush().invoke(() -> s.addAll(new Tag("S3CRET", "first"), new Tag("S3CRET", "second")));
                })))
                .isInstanceOf(UniqueViolationException.class);

        assertThat(count(Tag.class)).isZero();
    }

    @Test
    void nestedWorkFailsWithItAlone() {
        session.add(new Tag("outer", "kept"));

        assertThatThrownBy(() -> await(session.nested(inner -> {
                    inner.addAll(new Tag("S3CRET", "first"), new Tag("S3CRET", "second"));
                    return Uni.createFrom().voidItem();
                })))
                .isInstanceOf(UniqueViolationException.class);

        await(session.commit());
        assertThat(all(Tag.class)).extracting(Tag::label).containsExactly("outer");
    }

    @Test
    void aKeyMayChangeUntilTheFlush() {
        Slot one = new Slot("a", 1, null);
        Slot two = new Slot("a", 1, null);
        session.addAll(one, two);
        two.setNumber(2);

        await(session.commit());

        assertThat(count(Slot.class)).isEqualTo(2);
    }

    @Test
    void theKeyOfADeletedModelIsFree() {
        session.add(new Tag("S3CRET", "first"));
        await(session.commit());
        await(session.delete(await(session.get(Tag.class, "S3CRET"))));
        session.add(new Tag("S3CRET", "second"));

        await(session.commit());

        assertThat(readElsewhere(Tag.class, "S3CRET").text()).isEqualTo("second");
    }

    @Test
    void aModelMayBeAddedTwice() {
        Tag tag = new Tag("S3CRET", "first");
        session.addAll(tag, tag);
        await(session.flush());
        session.add(tag);

        await(session.commit());

        assertThat(count(Tag.class)).isEqualTo(1);
    }

    @Test
    void keysOfSeveralPartsAreComparedAsAWhole() {
        Slot second = new Slot("a", 1, null);
        session.addAll(new Slot("a", 1, null), new Slot("a", 2, null), new Slot("b", 1, null), second);

        UniqueViolationException failure = refused(AsyncSession::flush);

        assertThat(failure.constraint()).isEqualTo("pk_slot");
        assertThat(failure.written()).isSameAs(second);
        await(session.detach(second));
        await(session.commit());
        assertThat(rows("select * from slot"))
                .hasSize(3)
                .first()
                .satisfies(row -> assertThat(row).containsOnlyKeys("shelf", "number", "rack_label"));
    }

    @Test
    void modelsThatACascadeReachesAreToldAtTheFlush() {
        Rack rack = new Rack("left");
        rack.slots().addAll(List.of(new Slot("a", 1, rack), new Slot("a", 1, rack)));
        session.add(rack);

        UniqueViolationException failure = refused(AsyncSession::flush);

        assertThat(failure.constraint()).isEqualTo("pk_slot");
        assertThat(failure.model()).isEqualTo(Slot.class);
        assertThat(failure.getMessage()).startsWith("Another model in this session has the same key");
        await(session.rollback());
        rack.slots().remove(1);
        session.add(rack);
        await(session.commit());
        assertThat(count(Slot.class)).isEqualTo(1);
    }
}
