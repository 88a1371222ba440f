package dev.unirow.session.tests.scope;

import static dev.unirow.session.Await.await;
import static dev.unirow.session.ScopeOptions.options;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import dev.unirow.session.AsyncSession;
import dev.unirow.session.Isolation;
import dev.unirow.session.exception.ReadOnlySessionException;
import dev.unirow.session.exception.RetryableException;
import dev.unirow.session.exception.ScopeTimeoutException;
import dev.unirow.session.tests.DatabaseContract;
import dev.unirow.session.tests.models.Tag;
import dev.unirow.testing.EachDatabase;
import dev.unirow.testing.Waiting;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.helpers.test.UniAssertSubscriber;
import java.lang.reflect.Constructor;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What the options of scopes promise. */
@EachDatabase
@org.junit.jupiter.api.Tag("slow") // beside a model of that name
class ScopeOptionsContract extends DatabaseContract {
    /** What a session throws at the loser of a race. */
    private static RetryableException lost() {
        try {
            Constructor<RetryableException> constructor =
                    RetryableException.class.getDeclaredConstructor(String.class, String.class, Throwable.class);
            constructor.setAccessible(true);
            return constructor.newInstance("lost", "40001", null);
        } catch (ReflectiveOperationException failure) {
            throw new AssertionError(failure);
        }
    }

    @AfterEach
    void nothingIsLeftBehind() {
        assertNothingIsLeftBehind();
    }

    @Test
    void theWorkIsRunAgainFromFreshStateAfterARetryableFailure() {
        AtomicInteger runs = new AtomicInteger();
        Set<AsyncSession> sessions = new HashSet<>();

        int result = await(db.begin(options().retry(3).backOff(Duration.ofMillis(1), Duration.ofMillis(4)), session -> {
            sessions.add(session);
            session.add(new Tag("run " + runs.incrementAndGet(), null));
            return session.flush().map(done -> {
                if (runs.get() < 3) {
                    throw lost();
                }
                return runs.get();
            });
        }));

        assertThat(result).isEqualTo(3);
        assertThat(sessions).hasSize(3);
        assertThat(readElsewhere(Tag.class, "run 1")).isNull();
        assertThat(readElsewhere(Tag.class, "run 3")).isNotNull();
    }

    @Test
    void theLastFailureCarriesThoseBeforeIt() {
        AtomicInteger runs = new AtomicInteger();

        assertThatThrownBy(() -> await(
                        db.begin(options().retry(2).backOff(Duration.ofMillis(1), Duration.ofMillis(1)), session -> {
                            runs.incrementAndGet();
                            throw lost();
                        })))
                .isInstanceOf(RetryableException.class)
                .satisfies(failure -> assertThat(failure.getSuppressed()).hasSize(2));
        assertThat(runs).hasValue(3);
    }

    @Test
    void otherFailuresAreNotRetried() {
        AtomicInteger runs = new AtomicInteger();

        assertThatThrownBy(() -> await(db.begin(options().retry(5), session -> {
                    runs.incrementAndGet();
                    throw new IllegalStateException("no");
                })))
                .hasMessage("no");
        assertThat(runs).hasValue(1);
    }

    @Test
    void workThatHasCommittedIsNotRunAgain() {
        AtomicInteger runs = new AtomicInteger();

        assertThatThrownBy(() -> await(db.session(options().retry(5), session -> {
                    session.add(new Tag("run " + runs.incrementAndGet(), null));
                    return session.commit().chain(() -> Uni.createFrom().failure(lost()));
                })))
                .isInstanceOf(RetryableException.class);
        assertThat(runs).hasValue(1);
    }

    @Test
    void aScopeThatIsCancelledWhileItWaitsDoesNotRunAgain() {
        AtomicInteger runs = new AtomicInteger();
        UniAssertSubscriber<Object> subscriber = db.begin(
                        options().retry(5).backOff(Duration.ofSeconds(2), Duration.ofSeconds(2)), session -> {
                            runs.incrementAndGet();
                            throw lost();
                        })
                .subscribe()
                .withSubscriber(UniAssertSubscriber.create());
        await().atMost(Waiting.LIMIT).until(() -> runs.get() == 1);

        subscriber.cancel();

        await().during(Duration.ofMillis(2500)).atMost(Waiting.LIMIT).until(() -> runs.get() == 1);
    }

    @Test
    void aScopeThatTakesTooLongIsCancelledAndRolledBack() {
        assertThatThrownBy(() -> await(db.begin(options().timeout(Duration.ofMillis(200)), session -> {
                    session.add(new Tag("late", null));
                    return session.flush().chain(() -> Uni.createFrom().nothing());
                })))
                .isInstanceOf(ScopeTimeoutException.class)
                .hasMessageContaining("200 ms");

        await().atMost(Waiting.LIMIT)
                .untilAsserted(
                        () -> assertThat(readElsewhere(Tag.class, "late")).isNull());
    }

    @Test
    void whoBlocksAfterATimeoutHoldsUpNoOther() {
        CompletableFuture<Void> freed = new CompletableFuture<>();
        CompletableFuture<Void> blocked = db.session(
                        options().timeout(Duration.ofMillis(50)),
                        s -> Uni.createFrom().<Void>nothing())
                .onFailure()
                .invoke(freed::join)
                .subscribeAsCompletionStage();
        try {
            assertThatThrownBy(() -> db.session(
                                    options().timeout(Duration.ofMillis(200)),
                                    s -> Uni.createFrom().<Void>nothing())
                            .await()
                            .atMost(Waiting.LIMIT))
                    .isInstanceOf(ScopeTimeoutException.class);
            assertThat(blocked).isNotDone();
        } finally {
            freed.complete(null);
        }
        assertThatThrownBy(blocked::join).hasRootCauseInstanceOf(ScopeTimeoutException.class);
    }

    @Test
    void aReadOnlyScopeRefusesToWrite() {
        assertThatThrownBy(() -> await(db.begin(options().readOnly(), session -> {
                    session.add(new Tag("a", null));
                    return Uni.createFrom().voidItem();
                })))
                .isInstanceOf(ReadOnlySessionException.class);
        assertThatThrownBy(() -> await(db.connect(
                        options().readOnly(),
                        connection -> connection.execute("insert into tag (label) values ('a')"))))
                .isInstanceOf(ReadOnlySessionException.class);

        assertThat(await(db.<List<Map<String, Object>>>connect(
                        options().readOnly(), connection -> connection.select("select 1 as one"))))
                .hasSize(1);
        assertThat(readElsewhere(Tag.class, "a")).isNull();
    }

    @Test
    void anIsolationLevelIsThatOfTheDatabaseOrRefusedAtTheCall() {
        assertThat(await(db.<Integer>begin(options().isolation(Isolation.SERIALIZABLE), session -> {
                    session.add(new Tag("a", null));
                    return session.flush().replaceWith(1);
                })))
                .isEqualTo(1);
        if (!target.hasWeakerIsolation()) {
            assertThatThrownBy(() -> db.begin(
                            options().isolation(Isolation.READ_COMMITTED), session -> session.find(Tag.class, "a")))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessageContaining("are SERIALIZABLE");
        }
    }

    @Test
    void connectRefusesRetries() {
        assertThatThrownBy(() -> db.connect(options().retry(1), connection -> connection.select("select 1")))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("commit one by one");
    }

    @Test
    void badOptionsAreRefusedAtTheCall() {
        assertThatThrownBy(() -> options().retry(-1)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> options().timeout(Duration.ZERO)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> options().backOff(Duration.ofSeconds(2), Duration.ofSeconds(1)))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void aBeginInsideABeginIsIndependentOrRefusedAtOnceWhereThereIsOneWriter() {
        Uni<Void> nested = db.begin(outer -> {
            outer.add(new Tag("outer", null));
            return outer.flush()
                    .chain(() -> db.begin(inner -> {
                        inner.add(new Tag("inner", null));
                        return inner.flush();
                    }))
                    .chain(() -> Uni.createFrom().failure(new IllegalArgumentException("outer fails")));
        });

        if (!target.locksRows()) {
            assertThatThrownBy(() -> await(nested))
                    .isInstanceOf(IllegalStateException.class)
                    .hasMessageContaining("session.nested(");
        } else {
            assertThatThrownBy(() -> await(nested)).hasMessage("outer fails");
            assertThat(readElsewhere(Tag.class, "inner")).isNotNull();
        }
        assertThat(readElsewhere(Tag.class, "outer")).isNull();
    }

    @Test
    void aBeginInsideABeginThatHasSentNothingYetIsIndependentEverywhere() {
        await(db.begin(outer -> {
            outer.add(new Tag("outer", null));
            return db.begin(inner -> {
                        inner.add(new Tag("inner", null));
                        return inner.flush()
                                .chain(() -> Uni.createFrom().<Void>failure(new IllegalStateException("no")));
                    })
                    .onFailure(IllegalStateException.class)
                    .recoverWithNull();
        }));

        assertThat(readElsewhere(Tag.class, "inner")).isNull();
        assertThat(readElsewhere(Tag.class, "outer")).isNotNull();
    }
}
