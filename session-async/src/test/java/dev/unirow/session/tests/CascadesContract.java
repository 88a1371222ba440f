package dev.unirow.session.tests;

import static dev.unirow.query.Queries.select;
import static dev.unirow.session.Await.await;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.unirow.session.AsyncSession;
import dev.unirow.session.Echo;
import dev.unirow.session.exception.NotFoundException;
import dev.unirow.session.exception.UniqueViolationException;
import dev.unirow.session.exception.UnirowException;
import dev.unirow.session.tests.models.Letter;
import dev.unirow.session.tests.models.Letter.Envelope;
import dev.unirow.session.tests.models.Letter.Page;
import dev.unirow.session.tests.models.Letter.Writer;
import dev.unirow.testing.CapturedLog;
import dev.unirow.testing.EachDatabase;
import io.smallrye.mutiny.Uni;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * What is done with a model is done with those that its cascades lead to, and what takes it back takes it back for them
 * too.
 */
@EachDatabase
class CascadesContract extends DatabaseContract {
    AsyncSession session;

    private final Letter letter = new Letter("hello").setEnvelope(new Envelope("home"));
    private final Envelope envelope = letter.envelope();
    private final Page second = letter.write(2, "bye");
    private final Page first = letter.write(1, "dear");

    @Override
    public Class<?>[] models() {
        return new Class<?>[] {Letter.class, Envelope.class, Page.class, Writer.class};
    }

    @BeforeEach
    void openSession() {
        session = db.session();
    }

    @AfterEach
    void closeSession() {
        await(session.close());
    }

    private void commitLetter() {
        session.add(letter);
        await(session.commit());
    }

    private List<Page> pagesElsewhere() {
        return await(db.session(s -> s.all(select(Page.class)))).stream()
                .sorted((one, other) -> Integer.compare(one.number(), other.number()))
                .toList();
    }

    private long rows(Class<?> type) {
        return await(db.session(s -> s.count(select(type))));
    }

    private void assertAllNew() {
        assertThat(Stream.of(letter.id(), envelope.id(), first.id(), second.id()))
                .containsOnlyNulls();
        assertThat(letter.version()).isNull();
        assertThat(envelope.changed()).isNull();
        assertThat(first.version()).isZero();
        for (Object each : List.of(letter, envelope, first, second)) {
            assertThat(await(session.contains(each))).isFalse();
        }
    }

    private void assertStored() {
        assertThat(rows(Letter.class)).isEqualTo(1);
        assertThat(readElsewhere(Envelope.class, envelope.id()).address()).isEqualTo(envelope.address());
        assertThat(pagesElsewhere()).extracting(Page::id).containsExactly(first.id(), second.id());
    }

    @Test
    void addAddsToOneAndToManyInAnOrderThatTheirForeignKeysAllow() {
        session.add(letter);
        try (CapturedLog log = CapturedLog.of("unirow.engine")) {
            db.echo(Echo.ON);
            await(session.commit());
            db.echo(Echo.OFF);
            assertThat(log.lines().stream()
                            .filter(line -> line.contains("insert into"))
                            .map(line -> line.replaceAll("(?s).*?insert into\\W+(\\w+).*", "$1")))
                    .startsWith("envelope", "letter", "page");
        }

        for (Object each : List.of(letter, envelope, first, second)) {
            assertThat(await(session.contains(each))).isTrue();
        }
        assertThat(Stream.of(letter.id(), envelope.id(), first.id(), second.id()))
                .doesNotContainNull();
        assertThat(second.id()).as("in the order of the list").isLessThan(first.id());
        assertThat(envelope.changed()).isNotNull();
        assertStored();
    }

    @Test
    void whatIsAddedBesideItsParentIsInsertedOnce() {
        session.addAll(first, letter, second, envelope);
        await(session.commit());

        assertStored();
        assertThat(rows(Page.class)).isEqualTo(2);
    }

    @Test
    void whatIsPutIntoATrackedModelIsInsertedAtTheFlush() {
        commitLetter();
        Page third = letter.write(3, "p.s.");

        await(session.flush());

        assertThat(third.id()).isNotNull();
        await(session.commit());
        assertThat(pagesElsewhere()).extracting(Page::id).containsExactly(first.id(), second.id(), third.id());
    }

    @Test
    void withoutACascadeANewReferredModelIsRefusedAndNothingIsKept() {
        letter.setWriter(new Writer("me"));
        session.add(letter);

        assertThatThrownBy(() -> await(session.commit()))
                .isInstanceOf(UnirowException.class)
                .hasMessageContaining("Writer");

        await(session.rollback());
        assertAllNew();
        session.addAll(letter, letter.writer());
        await(session.commit());
        assertStored();
        assertThat(rows(Writer.class)).isEqualTo(1);
    }

    @Test
    void mergeWritesWhatTheCascadesReachAndCanBeDoneAgain() {
        commitLetter();
        await(session.detach(letter));

        letter.setSubject("changed");
        first.setText("changed");
        envelope.setAddress("away");
        await(session.merge(letter));
        await(session.commit());

        assertThat(readElsewhere(Letter.class, letter.id()).subject()).isEqualTo("changed");
        assertThat(readElsewhere(Envelope.class, envelope.id()).address()).isEqualTo("away");
        assertThat(readElsewhere(Page.class, first.id()).text()).isEqualTo("changed");
        assertThat(first.version())
                .isEqualTo(readElsewhere(Page.class, first.id()).version());
        assertThat(envelope.changed())
                .isEqualTo(readElsewhere(Envelope.class, envelope.id()).changed());
        first.setText("again");
        envelope.setAddress("back");
        await(session.merge(letter));
        await(session.commit());
        assertThat(readElsewhere(Page.class, first.id()).text()).isEqualTo("again");
        assertThat(readElsewhere(Envelope.class, envelope.id()).address()).isEqualTo("back");
    }

    @Test
    void mergeInsertsWhatIsNewOnceAndDeletesOrphans() {
        commitLetter();
        await(session.detach(letter));

        Page third = letter.write(3, "p.s.");
        letter.pages().remove(second);
        await(session.merge(letter));
        await(session.commit());
        assertThat(third.id()).isNotNull();
        assertThat(pagesElsewhere()).extracting(Page::id).containsExactly(first.id(), third.id());

        await(session.merge(letter));
        await(session.commit());
        assertThat(pagesElsewhere()).extracting(Page::id).containsExactly(first.id(), third.id());
    }

    @Test
    void aRollbackOfAMergeTakesItsInsertsAndVersionsBack() {
        commitLetter();
        await(session.detach(letter));
        Page third = letter.write(3, "p.s.");
        first.setText("changed");
        await(session.merge(letter));

        await(session.rollback());

        assertThat(third.id()).isNull();
        await(session.merge(letter));
        await(session.commit());
        assertThat(pagesElsewhere()).extracting(Page::id).containsExactly(first.id(), second.id(), third.id());
        assertThat(readElsewhere(Page.class, first.id()).text()).isEqualTo("changed");
    }

    @Test
    void deleteDeletesToOneAndToMany() {
        session.add(letter.setWriter(new Writer("me")));
        session.add(letter.writer());
        await(session.commit());

        await(session.delete(letter));
        assertThat(await(session.find(Page.class, first.id()))).isNull();
        await(session.commit());

        assertThat(rows(Letter.class)).isZero();
        assertThat(rows(Envelope.class)).isZero();
        assertThat(rows(Page.class)).isZero();
        assertThat(rows(Writer.class)).isEqualTo(1);
    }

    @Test
    void deleteOfADetachedModelDeletesToOneAndToMany() {
        commitLetter();
        await(session.close());

        await(db.begin(other -> other.delete(letter)));

        assertThat(rows(Letter.class) + rows(Envelope.class) + rows(Page.class)).isZero();
    }

    @Test
    void aRollbackOfADeleteKeepsAllRows() {
        commitLetter();
        await(session.delete(letter));
        await(session.flush());

        await(session.rollback());

        assertStored();
        assertThat(letter.id()).isNotNull();
        await(session.merge(letter.setSubject("kept")));
        await(session.commit());
        assertThat(readElsewhere(Letter.class, letter.id()).subject()).isEqualTo("kept");
        assertStored();
    }

    @Test
    void orphansAreDeletedToManyAndToOne() {
        commitLetter();
        Envelope other = new Envelope("away");

        letter.pages().remove(second);
        letter.setEnvelope(other);
        await(session.commit());

        assertThat(pagesElsewhere()).extracting(Page::id).containsExactly(first.id());
        assertThat(rows(Envelope.class)).isEqualTo(1);
        assertThat(readElsewhere(Letter.class, letter.id()).envelope().id()).isEqualTo(other.id());
        letter.setEnvelope(null);
        letter.pages().clear();
        await(session.commit());
        assertThat(rows(Envelope.class) + rows(Page.class)).isZero();
    }

    @Test
    void aRollbackBringsOrphansBack() {
        commitLetter();
        letter.pages().remove(second);
        letter.setEnvelope(new Envelope("away"));
        await(session.flush());

        await(session.rollback());

        assertThat(letter.envelope().id())
                .as("it was inserted in the transaction")
                .isNull();
        assertThat(second.id()).isNotNull();
        letter.setEnvelope(envelope);
        letter.pages().add(second);
        assertStored();
        Letter stored = await(session.find(Letter.class, letter.id()));
        assertThat(await(session.fetch(stored.pages()))).extracting(Page::id).containsExactly(first.id(), second.id());
        assertThat(stored.envelope().id()).isEqualTo(envelope.id());
    }

    @Test
    void aNestedRollbackBringsOrphansBack() {
        commitLetter();

        assertThatThrownBy(() -> await(session.nested(inner -> {
                    letter.pages().remove(second);
                    letter.setEnvelope(null);
                    letter.write(3, "p.s.");
                    return inner.flush().chain(() -> Uni.createFrom().failure(new IllegalStateException("no")));
                })))
                .isInstanceOf(IllegalStateException.class);

        assertThat(letter.envelope()).isSameAs(envelope);
        assertThat(letter.pages()).containsExactly(second, first);
        first.setText("and on it goes");
        await(session.commit());
        assertStored();
        assertThat(readElsewhere(Page.class, first.id()).text()).isEqualTo("and on it goes");
    }

    @Test
    void refreshReadsToOneAndToManyAgain() {
        commitLetter();
        letter.setSubject("mine");
        first.setText("mine");
        envelope.setAddress("mine");

        await(session.refresh(letter));

        assertThat(letter.subject()).isEqualTo("hello");
        assertThat(first.text()).isEqualTo("dear");
        assertThat(envelope.address()).isEqualTo("home");
        await(session.commit());
        assertThat(first.version()).as("nothing was sent").isZero();
    }

    @Test
    void refreshSeesWhatAnotherAddedAndDeleted() {
        commitLetter();
        await(db.begin(other -> other.get(Letter.class, letter.id())
                .call(theirs -> other.fetch(theirs.pages()))
                .invoke(theirs -> {
                    theirs.pages().remove(0);
                    theirs.write(3, "theirs");
                })));

        await(session.refresh(second));
        assertThatThrownBy(() -> await(session.refresh(first))).isInstanceOf(NotFoundException.class);
        await(session.rollback());

        Letter stored = await(session.find(Letter.class, letter.id()));
        assertThat(await(session.fetch(stored.pages())))
                .extracting(Page::number)
                .containsExactly(2, 3);
    }

    @Test
    void detachDetachesToOneAndToMany() {
        commitLetter();

        await(session.detach(letter));
        for (Object each : List.of(letter, envelope, first, second)) {
            assertThat(await(session.contains(each))).isFalse();
        }
        first.setText("mine");
        envelope.setAddress("mine");
        await(session.commit());

        assertThat(readElsewhere(Page.class, first.id()).text()).isEqualTo("dear");
        assertThat(readElsewhere(Envelope.class, envelope.id()).address()).isEqualTo("home");
    }

    @Test
    void aRollbackMakesAllThatWasInsertedByCascadesNewAndItCanBeAddedAgain() {
        session.add(letter);
        await(session.flush());
        first.setText("changed");
        await(session.flush());

        await(session.rollback());

        assertAllNew();
        session.add(letter);
        await(session.commit());
        assertStored();
    }

    @Test
    void aNestedRollbackMakesAllThatWasInsertedByCascadesNew() {
        session.add(new Writer("me"));
        assertThatThrownBy(() -> await(session.nested(inner -> {
                    inner.add(letter);
                    return inner.flush().chain(() -> Uni.createFrom().failure(new IllegalStateException("no")));
                })))
                .isInstanceOf(IllegalStateException.class);

        assertAllNew();
        session.add(letter);
        await(session.commit());
        assertStored();
        assertThat(rows(Writer.class)).isEqualTo(1);
    }

    @Test
    void aFailedFlushMakesAllThatWasInsertedByCascadesNew() {
        second.setNumber(1);
        session.add(letter);

        assertThatThrownBy(() -> await(session.flush())).isInstanceOf(UniqueViolationException.class);
        await(session.rollback());

        assertAllNew();
        second.setNumber(2);
        session.add(letter);
        await(session.commit());
        assertStored();
    }

    @Test
    void aFailedFlushInsideNestedMakesAllThatWasInsertedByCascadesNew() {
        second.setNumber(1);
        session.add(new Writer("me"));

        assertThatThrownBy(() -> await(session.nested(inner -> {
                    inner.add(letter);
                    return inner.flush();
                })))
                .isInstanceOf(UniqueViolationException.class);

        assertAllNew();
        second.setNumber(2);
        session.add(letter);
        await(session.commit());
        assertStored();
    }
}
