package dev.unirow.session.tests;

import static dev.unirow.query.Queries.select;
import static dev.unirow.query.Queries.text;
import static dev.unirow.query.Queries.update;
import static dev.unirow.session.Await.await;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import dev.unirow.model.InvalidModelException;
import dev.unirow.session.AsyncSession;
import dev.unirow.session.Echo;
import dev.unirow.session.exception.ReadOnlySessionException;
import dev.unirow.session.exception.SessionClosedException;
import dev.unirow.session.exception.TransactionFailedException;
import dev.unirow.session.exception.UniqueViolationException;
import dev.unirow.session.tests.models.Book;
import dev.unirow.session.tests.models.Pet;
import dev.unirow.session.tests.models.Shelf;
import dev.unirow.session.tests.models.Tag;
import dev.unirow.session.tests.models.User;
import dev.unirow.testing.CapturedLog;
import dev.unirow.testing.EachDatabase;
import dev.unirow.testing.Waiting;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.helpers.test.UniAssertSubscriber;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Function;
import org.hibernate.Hibernate;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * The column "nested rollback" of docs/decisions/0001-operations-defined-for-four-model-states.md, a test a cell, and
 * what nested() promises besides.
 */
@EachDatabase
class NestedContract extends DatabaseContract {
    private static final class ChangedMyMind extends RuntimeException {}

    private AsyncSession session;
    private int runs;

    @Override
    public Class<?>[] models() {
        return new Class<?>[] {User.class, Pet.class, Tag.class, Shelf.class, Book.class};
    }

    @BeforeEach
    void openSession() {
        session = db.session();
    }

    @AfterEach
    void closeSession() {
        await(session.close());
    }

    /** Runs the work inside nested(), which then fails. */
    private void takenBack(Function<AsyncSession, Uni<?>> work) {
        assertThatThrownBy(() -> await(session.nested(inner -> work.apply(inner)
                        .chain(inner::flush)
                        .chain(() -> Uni.createFrom().failure(new ChangedMyMind())))))
                .isInstanceOf(ChangedMyMind.class);
    }

    private boolean contains(Object model) {
        return await(session.contains(model));
    }

    private User managedUser(String name) {
        User user = new User(name);
        session.add(user);
        await(session.flush());
        return user;
    }

    private Uni<Void> nothing() {
        return Uni.createFrom().voidItem();
    }

    // ---- success

    @Test
    void whatNestedWorkDidBecomesAPartOfTheTransactionAroundIt() {
        User outer = managedUser("outer");

        User inner = await(session.nested(nested -> {
            User user = new User("inner");
            nested.add(user);
            outer.setName("changed");
            return Uni.createFrom().item(user);
        }));

        assertThat(inner.id()).isNotNull();
        assertThat(contains(inner)).isTrue();
        assertThat(await(session.inTransaction())).isTrue();
        await(session.commit());
        assertThat(readElsewhere(User.class, inner.id()).name()).isEqualTo("inner");
        assertThat(readElsewhere(User.class, outer.id()).name()).isEqualTo("changed");
    }

    @Test
    void theTransactionAroundNestedWorkCanStillRollItBack() {
        User inner = new User("inner");
        await(session.nested(nested -> {
            nested.add(inner);
            return nothing();
        }));

        await(session.rollback());

        assertThat(inner.id()).isNull();
        assertThat(readElsewhere(User.class, 1)).isNull();
    }

    @Test
    void nestedBeginsATransactionWhereNoneIsOpen() {
        assertThat(await(session.nested(AsyncSession::inTransaction))).isTrue();

        assertThat(await(session.inTransaction())).isTrue();
    }

    @Test
    void nestedDoesNothingBeforeItsSubscriptionAndRepeatsItsWorkAtEach() {
        Uni<Void> twice = session.nested(nested -> {
            nested.add(new Tag("t" + ++runs, null));
            return nothing();
        });
        assertThat(await(session.inTransaction())).isFalse();

        await(twice);
        await(twice);
        await(session.commit());

        assertThat(readElsewhere(Tag.class, "t1")).isNotNull();
        assertThat(readElsewhere(Tag.class, "t2")).isNotNull();
    }

    // ---- a cell each

    @Test
    void aModelThatWasPendingBeforeIsInsertedAndKept() {
        User pending = new User("pending");
        session.add(pending);

        takenBack(inner -> nothing());
        await(session.commit());

        assertThat(pending.id()).isNotNull();
        assertThat(contains(pending)).isTrue();
        assertThat(readElsewhere(User.class, pending.id()).name()).isEqualTo("pending");
    }

    @Test
    void aModelThatWasAddedInsideAndNeverFlushedIsForgotten() {
        User user = new User("inside");

        assertThatThrownBy(() -> await(session.nested(inner -> {
                    inner.add(user);
                    throw new ChangedMyMind();
                })))
                .isInstanceOf(ChangedMyMind.class);
        await(session.commit());

        assertThat(contains(user)).isFalse();
        assertThat(await(session.count(select(User.class)))).isZero();
    }

    @Test
    void aModelThatWasInsertedInsideIsTransientAgainAndCanBeAddedAnew() {
        User user = new User("inside");

        takenBack(inner -> {
            inner.add(user);
            return inner.flush();
        });

        assertThat(user.id()).isNull();
        assertThat(user.version()).isNull();
        assertThat(contains(user)).isFalse();
        session.add(user);
        await(session.commit());
        assertThat(readElsewhere(User.class, user.id()).name()).isEqualTo("inside");
    }

    @Test
    void aModelThatWasInsertedInsideByACascadeIsTransientAgain() {
        Shelf shelf = new Shelf("hall");
        session.add(shelf);
        await(session.flush());
        AtomicReference<Book> inside = new AtomicReference<>();

        takenBack(inner -> {
            inside.set(shelf.put("Dune"));
            return inner.flush();
        });

        assertThat(inside.get().id()).isNull();
        assertThat(shelf.books()).isEmpty();
        await(session.commit());
        assertThat(await(db.<Long>read(other -> other.count(select(Book.class)))))
                .isZero();
        shelf.books().add(inside.get());
        await(session.commit());
        assertThat(readElsewhere(Book.class, inside.get().id()).title()).isEqualTo("Dune");
    }

    @Test
    void aModelWithCollectionsThatWasInsertedInsideCanBeAddedAnew() {
        Shelf shelf = new Shelf("hall");
        shelf.labels().add("old");
        takenBack(inner -> {
            inner.add(shelf);
            return inner.flush();
        });
        assertThat(shelf.id()).isNull();
        Shelf stranger = new Shelf("the key that was free again");
        stranger.labels().add("stranger's");
        session.add(stranger);
        await(session.flush());

        session.add(shelf);
        await(session.commit());

        await(db.<Void>read(other -> other.get(Shelf.class, stranger.id())
                .chain(found -> other.fetch(found.labels()))
                .invoke(labels -> assertThat(labels).containsExactly("stranger's"))
                .replaceWithVoid()));
        await(db.<Void>read(other -> other.get(Shelf.class, shelf.id())
                .chain(found -> other.fetch(found.labels()))
                .invoke(labels -> assertThat(labels).containsExactly("old"))
                .replaceWithVoid()));
    }

    @Test
    void aModelThatWasChangedInsideHasItsEarlierValuesAndVersionAndIsTracked() {
        committedUser("chonky");
        User user = await(session.find(User.class, 1));
        user.setName("before");
        await(session.flush());
        assertThat(user.version()).isEqualTo(1);

        takenBack(inner -> {
            user.setName("inside");
            return inner.flush();
        });

        assertThat(user.name()).isEqualTo("before");
        assertThat(user.version()).isEqualTo(1);
        user.setName("after");
        await(session.commit());
        assertThat(readElsewhere(User.class, 1).name()).isEqualTo("after");
    }

    @Test
    void aChangeThatWasNeverFlushedInsideIsTakenBackToo() {
        User user = managedUser("before");

        assertThatThrownBy(() -> await(session.nested(inner -> {
                    user.setName("inside");
                    throw new ChangedMyMind();
                })))
                .isInstanceOf(ChangedMyMind.class);
        await(session.commit());

        assertThat(user.name()).isEqualTo("before");
        assertThat(readElsewhere(User.class, user.id()).name()).isEqualTo("before");
    }

    @Test
    void aChangeFromBeforeThatWasNotFlushedIsKept() {
        User user = managedUser("first");
        user.setName("before");

        takenBack(inner -> nothing());
        await(session.commit());

        assertThat(readElsewhere(User.class, user.id()).name()).isEqualTo("before");
    }

    @Test
    void aVersionThatIsATimeAndPartsThatAreMutableAreRestored() {
        Shelf shelf = new Shelf("hall");
        Book book = shelf.put("Dune");
        book.size().setPages(100);
        session.add(shelf);
        await(session.flush());
        Instant changed = shelf.changed();
        Book.Size size = book.size();

        takenBack(inner -> {
            shelf.setPlace("cellar");
            book.size().setPages(200);
            book.cover()[0] = 9;
            return inner.flush();
        });

        assertThat(shelf.place()).isEqualTo("hall");
        assertThat(shelf.changed()).isEqualTo(changed);
        assertThat(book.size().pages()).isEqualTo(100);
        assertThat(book.cover()).containsExactly(1, 2, 3);
        assertThat(book.version()).isZero();
        shelf.setPlace("attic");
        book.size().setPages(300);
        await(session.commit());
        assertThat(readElsewhere(Book.class, book.id()).size().pages()).isEqualTo(300);
        assertThat(readElsewhere(Shelf.class, shelf.id()).place()).isEqualTo("attic");
    }

    @Test
    void aModelThatWasReadInsideIsDetached() {
        committedUser("chonky");
        AtomicReference<User> inside = new AtomicReference<>();

        takenBack(inner -> inner.get(User.class, 1).invoke(inside::set).invoke(user -> user.setName("inside")));

        assertThat(contains(inside.get())).isFalse();
        assertThat(inside.get().id()).isEqualTo(1);
        User again = await(session.find(User.class, 1));
        assertThat(again).isNotSameAs(inside.get());
        assertThat(again.name()).isEqualTo("chonky");
    }

    @Test
    void aModelThatWasDeletedInsideIsTrackedAgain() {
        User user = managedUser("chonky");

        takenBack(inner -> inner.delete(user).chain(inner::flush));

        assertThat(contains(user)).isTrue();
        assertThat(await(session.find(User.class, user.id()))).isSameAs(user);
        user.setName("after");
        await(session.commit());
        assertThat(readElsewhere(User.class, user.id()).name()).isEqualTo("after");
    }

    @Test
    void aModelThatWasMarkedForDeletionInsideIsTrackedAgain() {
        User user = managedUser("chonky");

        assertThatThrownBy(() -> await(session.nested(
                        inner -> inner.delete(user).chain(() -> Uni.createFrom().failure(new ChangedMyMind())))))
                .isInstanceOf(ChangedMyMind.class);
        await(session.commit());

        assertThat(readElsewhere(User.class, user.id())).isNotNull();
    }

    @Test
    void aModelThatWasDeletedBeforeStaysDeleted() {
        User user = managedUser("chonky");
        await(session.delete(user));

        takenBack(inner -> nothing());
        await(session.commit());

        assertThat(contains(user)).isFalse();
        assertThat(readElsewhere(User.class, user.id())).isNull();
    }

    @Test
    void aModelThatWasDetachedInsideIsTrackedAgain() {
        User user = managedUser("chonky");

        takenBack(inner -> inner.detach(user));

        assertThat(contains(user)).isTrue();
    }

    @Test
    void aModelThatWasDetachedBeforeStaysDetached() {
        User detached = committedUser("chonky");

        takenBack(inner -> inner.delete(detached));

        assertThat(contains(detached)).isFalse();
        await(session.commit());
        assertThat(readElsewhere(User.class, detached.id())).isNotNull();
    }

    @Test
    void aModelThatWasRefreshedInsideAfterAStatementHasItsEarlierValues() {
        User user = managedUser("before");

        takenBack(inner -> inner.execute(update(User.class).set(User::name, "inside"))
                .chain(() -> inner.refresh(user))
                .invoke(() -> assertThat(user.name()).isEqualTo("inside")));

        assertThat(user.name()).isEqualTo("before");
        await(session.commit());
        assertThat(readElsewhere(User.class, user.id()).name()).isEqualTo("before");
    }

    @Test
    void aReferenceThatWasLoadedInsideIsReadAgain() {
        User owner = committedUser("before");
        Pet made = new Pet("phroge", owner);
        await(db.begin(other -> other.save(made).replaceWithVoid()));
        Pet pet = await(session.find(Pet.class, made.id()));
        assertThat(Hibernate.isInitialized(pet.owner())).isFalse();

        takenBack(inner -> inner.fetch(pet.owner()).invoke(loaded -> pet.owner().setName("inside")));

        assertThat(await(session.fetch(pet.owner())).name()).isEqualTo("before");
        pet.owner().setName("after");
        await(session.commit());
        assertThat(readElsewhere(User.class, owner.id()).name()).isEqualTo("after");
    }

    @Test
    void aReferenceThatWasChangedInsideRefersToTheEarlierModel() {
        User first = managedUser("first");
        Pet pet = new Pet("phroge", first);
        session.add(pet);

        takenBack(inner -> {
            User second = new User("second");
            inner.add(second);
            pet.setOwner(second);
            return inner.flush();
        });
        await(session.commit());

        assertThat(pet.owner()).isSameAs(first);
        assertThat(readElsewhere(Pet.class, pet.id()).owner().id()).isEqualTo(first.id());
    }

    @Test
    void collectionsHaveTheirEarlierElements() {
        Shelf shelf = new Shelf("hall");
        Book dune = shelf.put("Dune");
        Book emma = shelf.put("Emma");
        shelf.labels().addAll(List.of("a", "b"));
        shelf.counts().put("novel", 2);
        session.add(shelf);
        await(session.flush());
        List<Book> books = shelf.books();

        takenBack(inner -> {
            shelf.books().remove(dune);
            shelf.labels().clear();
            shelf.labels().add("c");
            shelf.counts().put("novel", 1);
            shelf.counts().put("poem", 7);
            return inner.flush();
        });

        assertThat(shelf.books()).isSameAs(books).containsExactly(dune, emma);
        assertThat(contains(dune)).as("the orphan").isTrue();
        assertThat(shelf.labels()).containsExactlyInAnyOrder("a", "b");
        assertThat(shelf.counts()).containsOnly(Map.entry("novel", 2));
        shelf.labels().add("d");
        dune.setTitle("Dune Messiah");
        await(session.commit());
        await(db.<Void>read(other -> other.get(Shelf.class, shelf.id())
                .call(found -> other.fetch(found.labels())
                        .invoke(labels -> assertThat(labels).containsExactlyInAnyOrder("a", "b", "d")))
                .call(found -> other.fetch(found.counts())
                        .invoke(counts -> assertThat(counts).containsOnly(Map.entry("novel", 2))))
                .call(found -> other.fetch(found.books())
                        .invoke(all -> assertThat(all).extracting(Book::title).containsExactly("Dune Messiah", "Emma")))
                .replaceWithVoid()));
    }

    @Test
    void aCollectionThatWasLoadedInsideIsUnloadedAgain() {
        Shelf made = new Shelf("hall");
        made.put("Dune");
        await(db.begin(other -> other.save(made).replaceWithVoid()));
        Shelf shelf = await(session.find(Shelf.class, made.id()));

        takenBack(inner -> inner.fetch(shelf.books()).invoke(() -> shelf.put("Emma")));

        assertThat(Hibernate.isInitialized(shelf.books())).isFalse();
        assertThat(await(session.fetch(shelf.books()))).extracting(Book::title).containsExactly("Dune");
        shelf.put("Ulysses");
        await(session.commit());
        assertThat(await(db.<Long>read(other -> other.count(select(Book.class)))))
                .isEqualTo(2);
    }

    // ---- failures of the database and of models

    @Test
    void aStatementThatFailsInsideTakesNothingElseWithIt() {
        User owner = managedUser("chonky");
        session.add(new Pet("same", owner));
        Pet second = new Pet("same", owner);

        assertThatThrownBy(() -> await(session.nested(inner -> {
                    inner.add(second);
                    return inner.flush();
                })))
                .isInstanceOf(UniqueViolationException.class);

        assertThat(second.id()).isNull();
        session.add(second.setName("other"));
        await(session.commit());
        assertThat(await(db.<Long>read(other -> other.count(select(Pet.class)))))
                .isEqualTo(2);
    }

    @Test
    void aFlushThatFailsWhenTheWorkHasEndedFailsNested() {
        User owner = managedUser("chonky");
        Book first = new Book("same", null);
        session.add(first);

        assertThatThrownBy(() -> await(session.nested(inner -> {
                    inner.addAll(new Book("fine", null), new Book("same", null));
                    return nothing();
                })))
                .isInstanceOf(UniqueViolationException.class);

        await(session.commit());
        assertThat(readElsewhere(User.class, owner.id())).isNotNull();
        assertThat(await(db.<List<Book>>read(other -> other.all(select(Book.class)))))
                .extracting(Book::title)
                .containsExactly("same");
    }

    @Test
    void afterAFailureNothingGoesOnInsideAndAWorkThatSwallowedItFails() {
        User owner = managedUser("chonky");
        session.add(new Pet("same", owner));

        assertThatThrownBy(() -> await(session.nested(inner -> {
                    inner.add(new Pet("same", owner));
                    return inner.flush().onFailure().recoverWithNull().chain(() -> {
                        inner.add(new Pet("late", owner));
                        return nothing();
                    });
                })))
                .isInstanceOf(TransactionFailedException.class)
                .hasCauseInstanceOf(UniqueViolationException.class);

        await(session.commit());
        assertThat(await(db.<List<Pet>>read(other -> other.all(select(Pet.class)))))
                .extracting(Pet::name)
                .containsExactly("same");
    }

    @Test
    void aModelThatIsRefusedAtTheFlushLeavesNothingToBeSentLater() {
        User first = managedUser("first");
        User second = managedUser("second");

        assertThatThrownBy(() -> await(session.nested(inner -> {
                    first.setName("changed");
                    second.setName(" ");
                    return nothing();
                })))
                .isInstanceOf(InvalidModelException.class);

        await(session.commit());
        assertThat(readElsewhere(User.class, first.id()).name()).isEqualTo("first");
        assertThat(readElsewhere(User.class, second.id()).name()).isEqualTo("second");
    }

    @Test
    void manyRowsAreTriedOneByOneInOneTransaction() {
        await(db.begin(outer -> {
            Uni<Void> all = nothing();
            for (int i = 0; i < 40; i++) {
                Book book = new Book("title " + i % 10, null);
                all = all.chain(() -> outer.<Void>nested(inner -> {
                            inner.add(book);
                            return nothing();
                        })
                        .onFailure(UniqueViolationException.class)
                        .recoverWithNull());
            }
            return all;
        }));

        assertThat(await(db.<Long>read(other -> other.count(select(Book.class)))))
                .isEqualTo(10);
    }

    // ---- nested in nested

    @Test
    void theInnerOneIsTakenBackAlone() {
        User user = managedUser("outer");

        await(session.nested(middle -> {
            user.setName("middle");
            middle.add(new Tag("middle", null));
            return middle.nested(inner -> {
                        user.setName("inner");
                        inner.add(new Tag("inner", null));
                        return inner.flush().chain(() -> Uni.createFrom().failure(new ChangedMyMind()));
                    })
                    .onFailure(ChangedMyMind.class)
                    .recoverWithNull()
                    .invoke(() -> assertThat(user.name()).isEqualTo("middle"));
        }));
        await(session.commit());

        assertThat(readElsewhere(User.class, user.id()).name()).isEqualTo("middle");
        assertThat(readElsewhere(Tag.class, "middle")).isNotNull();
        assertThat(readElsewhere(Tag.class, "inner")).isNull();
    }

    @Test
    void theOuterOneTakesTheInnerOneBackWithIt() {
        User user = managedUser("outer");
        User inside = new User("inner");

        takenBack(middle -> middle.nested(inner -> {
            user.setName("inner");
            inner.add(inside);
            return inner.flush();
        }));
        await(session.commit());

        assertThat(user.name()).isEqualTo("outer");
        assertThat(inside.id()).isNull();
        assertThat(await(db.<Long>read(other -> other.count(select(User.class)))))
                .isEqualTo(1);
    }

    @Test
    void twoThatOverlapAreRefused() {
        CompletableFuture<Void> secondHasBegun = new CompletableFuture<>();

        assertThatThrownBy(() -> await(Uni.join()
                        .all(
                                session.nested(first -> Uni.createFrom()
                                        .completionStage(secondHasBegun)
                                        .chain(() -> first.find(Tag.class, "x"))),
                                session.nested(second -> {
                                    secondHasBegun.complete(null);
                                    return second.find(Tag.class, "x")
                                            .chain(() -> second.find(Tag.class, "y"))
                                            .chain(() -> second.find(Tag.class, "z"));
                                }))
                        .andCollectFailures()))
                .hasMessageContaining("overlap");

        session.add(new Tag("a", null));
        await(session.commit());
        assertThat(readElsewhere(Tag.class, "a")).isNotNull();
    }

    // ---- what is refused, cancelled, shown

    @Test
    void commitAndRollbackInsideAreRefusedAndTheWorkGoesOn() {
        await(session.nested(inner -> {
            inner.add(new Tag("a", null));
            return inner.commit()
                    .onFailure()
                    .invoke(failure -> assertThat(failure)
                            .isInstanceOf(IllegalStateException.class)
                            .hasMessageContaining("Cannot commit inside nested()"))
                    .onFailure()
                    .recoverWithNull()
                    .chain(inner::rollback)
                    .onFailure()
                    .invoke(failure -> assertThat(failure)
                            .isInstanceOf(IllegalStateException.class)
                            .hasMessageContaining("Cannot roll back inside nested()"))
                    .onFailure()
                    .recoverWithNull();
        }));
        await(session.commit());

        assertThat(readElsewhere(Tag.class, "a")).isNotNull();
    }

    @Test
    void aSessionThatOnlyReadsRefusesIt() {
        assertThatThrownBy(() -> await(db.read(reading -> reading.nested(inner -> nothing()))))
                .isInstanceOf(ReadOnlySessionException.class)
                .hasMessageStartingWith("Cannot nest a part of a transaction");
    }

    @Test
    void workThatReturnsNullIsToldSoAndTheTransactionGoesOn() {
        User user = managedUser("chonky");

        assertThatThrownBy(() -> await(session.nested(inner -> null)))
                .isInstanceOf(NullPointerException.class)
                .hasMessageContaining("returned null instead of a Uni");

        await(session.commit());
        assertThat(readElsewhere(User.class, user.id())).isNotNull();
    }

    @Test
    void aTimeOutInsideTakesTheWorkBackAndTheTransactionGoesOn() {
        User user = managedUser("before");

        assertThatThrownBy(() -> await(session.nested(inner -> {
                            user.setName("inside");
                            return inner.flush().chain(() -> Uni.createFrom().<Void>nothing());
                        })
                        .ifNoItem()
                        .after(Duration.ofMillis(100))
                        .fail()))
                .isInstanceOf(io.smallrye.mutiny.TimeoutException.class);
        await(session.commit());

        assertThat(user.name()).isEqualTo("before");
        assertThat(readElsewhere(User.class, user.id()).name()).isEqualTo("before");
    }

    @Test
    void aCancelledScopeTakesItsNestedWorkWithIt() {
        CompletableFuture<AsyncSession> flushed = new CompletableFuture<>();
        UniAssertSubscriber<Object> subscriber = db.begin(outer -> outer.nested(inner -> {
                    inner.add(new Tag("a", null));
                    return inner.flush()
                            .invoke(() -> flushed.complete(inner))
                            .chain(() -> Uni.createFrom().nothing());
                }))
                .onFailure()
                .invoke(flushed::completeExceptionally)
                .subscribe()
                .withSubscriber(UniAssertSubscriber.create());
        AsyncSession leaked =
                flushed.orTimeout(Waiting.LIMIT.toSeconds(), TimeUnit.SECONDS).join();

        subscriber.cancel();

        await().atMost(Waiting.LIMIT)
                .untilAsserted(() -> assertThatThrownBy(() -> await(leaked.inTransaction()))
                        .isInstanceOf(SessionClosedException.class));
        assertThat(readElsewhere(Tag.class, "a")).isNull();
    }

    @Test
    void oneThatIsCancelledBeforeItBeganLeavesNoSavepoint() {
        UniAssertSubscriber<Void> subscriber =
                session.nested(inner -> nothing()).subscribe().withSubscriber(UniAssertSubscriber.create());
        subscriber.cancel();

        session.add(new Tag("a", null));
        await(session.commit());

        assertThat(readElsewhere(Tag.class, "a")).isNotNull();
    }

    @Test
    void theEchoShowsSavepoints() {
        try (CapturedLog echo = CapturedLog.of("unirow.engine")) {
            db.echo(Echo.ON);

            await(session.nested(inner -> nothing()));
            takenBack(inner -> nothing());
            await(session.commit());

            assertThat(echo.linesWithoutTimes())
                    .containsExactly(
                            "BEGIN (implicit)",
                            "SAVEPOINT unirow_1",
                            "RELEASE SAVEPOINT unirow_1",
                            "SAVEPOINT unirow_2",
                            "ROLLBACK TO SAVEPOINT unirow_2",
                            "RELEASE SAVEPOINT unirow_2",
                            "COMMIT");
        }
    }

    @Test
    void aLookupByAQueryInsideSeesWhatWasAddedAndNotAfterwards() {
        takenBack(inner -> {
            inner.add(new Book("Dune", null));
            return inner.one(select(Book.class).where(text(Book::title).eq("Dune")));
        });

        assertThat(await(session.exists(select(Book.class)))).isFalse();
    }
}
