package dev.unirow.session.tests.scope;

import static dev.unirow.query.Queries.select;
import static dev.unirow.session.Await.await;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import dev.unirow.session.AsyncSession;
import dev.unirow.session.exception.SessionClosedException;
import dev.unirow.session.exception.UniqueViolationException;
import dev.unirow.session.tests.DatabaseContract;
import dev.unirow.session.tests.models.Pet;
import dev.unirow.session.tests.models.Tag;
import dev.unirow.session.tests.models.User;
import dev.unirow.testing.EachDatabase;
import dev.unirow.testing.Waiting;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.helpers.test.UniAssertSubscriber;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What scopes of a database promise: they close whatever happens, and a transaction's scope commits or rolls back. */
@EachDatabase
class ScopesContract extends DatabaseContract {
    @AfterEach
    void nothingIsLeftBehind() {
        assertNothingIsLeftBehind();
    }

    @Test
    void beginCommitsWhenTheWorkEnds() {
        User user = new User("chonky");

        String result = await(db.begin(session -> {
            session.add(user);
            return Uni.createFrom().item("done");
        }));

        assertThat(result).isEqualTo("done");
        assertThat(readElsewhere(User.class, user.id()).name()).isEqualTo("chonky");
    }

    @Test
    void beginRollsBackWhenTheWorkFails() {
        User user = new User("chonky");

        assertThatThrownBy(() -> await(db.begin(session -> {
                    session.add(user);
                    return session.flush().chain(() -> Uni.createFrom().failure(new IllegalStateException("no")));
                })))
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("no");

        assertThat(user.id()).isNull();
        assertThat(readElsewhere(User.class, 1)).isNull();
    }

    @Test
    void beginRollsBackWhenTheWorkThrows() {
        assertThatThrownBy(() -> await(db.begin(session -> {
                    session.add(new User("chonky"));
                    throw new IllegalStateException("no");
                })))
                .hasMessage("no");

        assertThat(readElsewhere(User.class, 1)).isNull();
    }

    @Test
    void beginRollsBackWhenTheCommitFails() {
        User owner = new User("chonky");

        assertThatThrownBy(() -> await(db.begin(session -> {
                    session.addAll(owner, new Pet("same", owner), new Pet("same", owner));
                    return Uni.createFrom().voidItem();
                })))
                .isInstanceOf(UniqueViolationException.class);

        assertThat(readElsewhere(User.class, 1)).isNull();
    }

    @Test
    void beginFailsWhenTheWorkSwallowedAFailureOfItsTransaction() {
        User owner = new User("chonky");

        assertThatThrownBy(() -> await(db.begin(session -> {
                    session.addAll(owner, new Pet("same", owner), new Pet("same", owner));
                    return session.flush().onFailure().recoverWithNull();
                })))
                .hasMessageContaining("nothing of it was kept");
    }

    @Test
    void beginRollsBackWhenItIsCancelled() {
        CompletableFuture<AsyncSession> flushed = new CompletableFuture<>();
        User user = new User("chonky");

        UniAssertSubscriber<Object> subscriber = db.begin(session -> {
                    session.add(user);
                    return session.flush()
                            .invoke(() -> flushed.complete(session))
                            .onFailure()
                            .invoke(flushed::completeExceptionally)
                            .chain(() -> Uni.createFrom().nothing());
                })
                .subscribe()
                .withSubscriber(UniAssertSubscriber.create());
        AsyncSession session = flushed.join();
        subscriber.cancel();

        await().atMost(Waiting.LIMIT)
                .untilAsserted(() -> assertThatThrownBy(() -> await(session.contains(user)))
                        .isInstanceOf(SessionClosedException.class));
        assertThat(readElsewhere(User.class, 1)).isNull();
        assertThat(user.id()).isNull();
    }

    @Test
    void aCancelledOperationEndsBeforeTheNextOneBegins() {
        AsyncSession session = db.session();
        try {
            session.add(new User("chonky"));
            session.commit()
                    .subscribe()
                    .withSubscriber(UniAssertSubscriber.create())
                    .cancel();
            session.add(new User("phroge"));
            await(session.commit());

            assertThat(await(session.inTransaction())).isFalse();
        } finally {
            await(session.close());
        }
    }

    @Test
    void sessionRollsBackWhatTheWorkDidNotCommit() {
        await(db.session(session -> {
            session.add(new User("kept"));
            return session.commit().chain(() -> {
                session.add(new User("lost"));
                return session.flush();
            });
        }));

        assertThat(readElsewhere(User.class, 1).name()).isEqualTo("kept");
        assertThat(readElsewhere(User.class, 2)).isNull();
    }

    @Test
    void aSessionThatOutlivesItsScopeSaysSo() {
        AtomicReference<AsyncSession> leaked = new AtomicReference<>();
        await(db.begin(session -> {
            leaked.set(session);
            return Uni.createFrom().voidItem();
        }));

        assertThatThrownBy(() -> await(leaked.get().find(User.class, 1)))
                .isInstanceOf(SessionClosedException.class)
                .hasMessageContaining("Return the whole pipeline from the work");
    }

    @Test
    void workThatReturnsNullIsToldSo() {
        assertThatThrownBy(() -> await(db.begin(session -> null)))
                .isInstanceOf(NullPointerException.class)
                .hasMessageContaining("returned null instead of a Uni");
    }

    @Test
    void workThatThrowsOrFailsReturnsItsConnectionInEachKindOfScope() {
        RuntimeException failure = new IllegalStateException("the work's own");
        assertThatThrownBy(() -> await(db.session(session -> thrown(failure)))).isSameAs(failure);
        assertThatThrownBy(() -> await(
                        db.read(session -> session.count(select(User.class)).chain(() -> thrown(failure)))))
                .isSameAs(failure);
        assertThatThrownBy(() -> await(
                        db.connect(connection -> connection.select("select 1").chain(() -> thrown(failure)))))
                .isSameAs(failure);
        assertThatThrownBy(() -> await(db.begin(session -> session.nested(inner -> thrown(failure)))))
                .isSameAs(failure);
    }

    private static Uni<Void> thrown(RuntimeException failure) {
        throw failure;
    }

    @Test
    void aScopeDoesNothingBeforeItsSubscriptionAndRepeatsItsWorkAtEach() {
        AtomicInteger runs = new AtomicInteger();
        Uni<Void> scope = db.begin(session -> {
            session.add(new User("number " + runs.incrementAndGet()));
            return Uni.createFrom().voidItem();
        });
        assertThat(runs).hasValue(0);

        await(scope);
        await(scope);

        assertThat(readElsewhere(User.class, 2).name()).isEqualTo("number 2");
    }

    @Test
    void severalTransactionsFollowEachOtherInOneSession() {
        AsyncSession session = db.session();
        try {
            for (int i = 1; i <= 5; i++) {
                session.add(new Tag("t" + i, "x"));
                await(i % 2 == 0 ? session.flush().chain(session::rollback) : session.commit());
            }
        } finally {
            await(session.close());
        }

        assertThat(readElsewhere(Tag.class, "t1")).isNotNull();
        assertThat(readElsewhere(Tag.class, "t2")).isNull();
        assertThat(readElsewhere(Tag.class, "t5")).isNotNull();
    }
}
