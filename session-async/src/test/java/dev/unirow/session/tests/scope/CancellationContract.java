package dev.unirow.session.tests.scope;

import static dev.unirow.query.Queries.select;
import static dev.unirow.query.Queries.text;
import static dev.unirow.session.Await.await;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.unirow.query.Select;
import dev.unirow.session.AsyncSession;
import dev.unirow.session.Database;
import dev.unirow.session.PoolStats;
import dev.unirow.session.SqlConnection;
import dev.unirow.session.exception.SessionClosedException;
import dev.unirow.session.tests.DatabaseContract;
import dev.unirow.session.tests.models.Tag;
import dev.unirow.testing.EachDatabase;
import dev.unirow.testing.Waiting;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.subscription.Cancellable;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Work that is cancelled at each of its moments: nothing of it is kept by halves, and no connection is lost. */
@EachDatabase
@org.junit.jupiter.api.Tag("slow") // beside a model of that name
class CancellationContract extends DatabaseContract {
    @Override
    public Database open() {
        return Database.builder(target.newDatabaseUrl())
                .models(models())
                .poolSize(2)
                .acquireTimeout(Waiting.LIMIT)
                .open();
    }

    /** Work of three steps; the last one commits where it writes. */
    enum Kind {
        BEGIN {
            @Override
            Uni<?> run(Database db, String key, Moment moment) {
                return db.begin(session -> moment.around(1, insert(session, key + " 1"))
                        .chain(() -> moment.around(2, insert(session, key + " 2")))
                        .chain(() -> moment.around(3, Uni.createFrom().voidItem()))); // it commits after this
            }
        },
        SESSION {
            @Override
            Uni<?> run(Database db, String key, Moment moment) {
                return db.session((AsyncSession session) -> moment.around(1, insert(session, key + " 1"))
                        .chain(() -> moment.around(2, insert(session, key + " 2")))
                        .chain(() -> moment.around(3, session.commit())));
            }
        },
        NESTED {
            @Override
            Uni<?> run(Database db, String key, Moment moment) {
                return db.begin(outer -> outer.nested(session -> moment.around(1, insert(session, key + " 1"))
                                .chain(() -> moment.around(2, insert(session, key + " 2"))))
                        .chain(() -> moment.around(3, outer.flush())));
            }
        },
        CONNECT {
            @Override
            Uni<?> run(Database db, String key, Moment moment) {
                return db.connect(connection -> moment.around(0, connection.begin())
                        .chain(() -> moment.around(1, insert(connection, key + " 1")))
                        .chain(() -> moment.around(2, insert(connection, key + " 2")))
                        .chain(() -> moment.around(3, connection.commit())));
            }
        },
        READ {
            @Override
            Uni<?> run(Database db, String key, Moment moment) {
                return db.read(session -> moment.around(1, session.all(select(Tag.class)))
                        .chain(() -> moment.around(2, session.count(select(Tag.class))))
                        .chain(() -> moment.around(3, session.all(select(Tag.class)))));
            }
        },
        STREAM {
            @Override
            Uni<?> run(Database db, String key, Moment moment) {
                return db.read((AsyncSession session) -> moment.around(
                                1, session.stream(select(Tag.class)).collect().first())
                        .chain(() -> moment.around(
                                2, session.stream(select(Tag.class)).collect().asList()))
                        .chain(() -> moment.around(
                                3, session.stream(select(Tag.class)).collect().last())));
            }
        };

        abstract Uni<?> run(Database db, String key, Moment moment);

        private static Uni<?> insert(AsyncSession session, String key) {
            session.add(new Tag(key, "text"));
            return session.flush();
        }

        private static Uni<?> insert(SqlConnection connection, String key) {
            return connection.execute("insert into tag (label) values (?)", List.of(key));
        }
    }

    /** When the work is cancelled: while a step runs, or right after it. */
    private static final class Moment {
        private static final Executor ELSEWHERE =
                CompletableFuture.delayedExecutor(0, TimeUnit.MILLISECONDS); // not on the stack of the step

        private final CompletableFuture<Cancellable> work = new CompletableFuture<>();
        private final int step;
        private final boolean after;

        Moment(int step, boolean after) {
            this.step = step;
            this.after = after;
        }

        <T> Uni<T> around(int number, Uni<T> uni) {
            if (number != step) {
                return uni;
            }
            return after
                    ? uni.call(() -> Uni.createFrom()
                            .nothing()
                            .onSubscription()
                            .invoke(() -> work.thenAcceptAsync(Cancellable::cancel, ELSEWHERE)))
                    : uni.onSubscription().invoke(() -> work.thenAcceptAsync(Cancellable::cancel, ELSEWHERE));
        }
    }

    private static Select<Tag> tagsOf(String key) {
        return select(Tag.class).where(text(Tag::label).startswith(key + " "));
    }

    private long countOf(String key) {
        return await(db.read(session -> session.count(tagsOf(key))));
    }

    private void assertNothingIsLeftOf(String key) {
        Awaitility.await()
                .atMost(Waiting.LIMIT)
                .pollDelay(Duration.ZERO)
                .pollInterval(Duration.ofMillis(5))
                .untilAsserted(() -> {
                    PoolStats stats = await(db.stats());
                    assertThat(stats.inUse()).as(key).isZero();
                    assertThat(stats.waiting()).as(key).isZero();
                });
        assertThat(countOf(key)).as(key).isIn(0L, 2L);
    }

    @ParameterizedTest
    @EnumSource
    void workThatIsCancelledInOrAfterOneOfItsStepsLeavesNothingByHalves(Kind kind) {
        storeSome();
        for (int round = 0; round < 3; round++) {
            for (int step = 0; step <= 3; step++) {
                for (boolean after : new boolean[] {false, true}) {
                    String key = kind + "-" + round + "-" + step + "-" + after;
                    Moment moment = new Moment(step, after);

                    moment.work.complete(kind.run(db, key, moment).subscribe().with(done -> {}, failure -> {}));

                    assertNothingIsLeftOf(key);
                }
            }
        }
        assertThat(countOf("some")).isEqualTo(20);
    }

    @ParameterizedTest
    @EnumSource
    void workThatIsCancelledAfterAnyTimeLeavesNothingByHalves(Kind kind) {
        storeSome();
        Moment never = new Moment(-1, false);
        for (int i = 0; i < 40; i++) {
            String key = kind + "-" + i;

            Cancellable work = kind.run(db, key, never).subscribe().with(done -> {}, failure -> {});
            long end = System.nanoTime() + i * 150_000L;
            while (System.nanoTime() < end) {
                Thread.onSpinWait();
            }
            work.cancel();

            assertNothingIsLeftOf(key);
        }
    }

    @ParameterizedTest
    @EnumSource
    void workThatIsCancelledWhileItWaitsForAConnectionIsNotStarted(Kind kind) {
        storeSome();
        Moment never = new Moment(-1, false);
        List<AsyncSession> holders =
                IntStream.range(0, 2).mapToObj(i -> db.session()).toList();
        AsyncSession first = holders.get(0);
        AsyncSession second = holders.get(1);
        await(first.count(select(Tag.class)));
        Cancellable other = second.count(select(Tag.class)).subscribe().with(count -> {}, failure -> {});
        Awaitility.await().atMost(Waiting.LIMIT).until(() -> {
            PoolStats stats = await(db.stats());
            return stats.inUse() == 2 || stats.waiting() == 1; // in memory, there is one connection for all
        });
        int before = await(db.stats()).waiting();

        Cancellable work = kind.run(db, "waiting", never).subscribe().with(done -> {}, failure -> {});
        Awaitility.await().atMost(Waiting.LIMIT).until(() -> await(db.stats()).waiting() == before + 1);
        work.cancel();
        other.cancel();
        await(first.close());
        await(second.close());

        assertNothingIsLeftOf("waiting");
        assertThat(countOf("waiting")).isZero();
    }

    @Test
    void closingGoesOnWhenItIsCancelledBeforeItsTurn() {
        storeSome();
        AsyncSession session = db.session();

        await(session.count(select(Tag.class)).invoke(() -> {
            session.count(select(Tag.class)).subscribe().with(count -> {}, failure -> {});
            session.close().subscribe().with(done -> {}, failure -> {}).cancel();
        }));

        assertNothingIsLeftOf("closed");
        assertThatThrownBy(() -> await(session.count(select(Tag.class)))).isInstanceOf(SessionClosedException.class);
    }

    @Test
    void aScopeThatIsCancelledWhileItWaitsToCloseClosesAllTheSame() {
        storeSome();
        CompletableFuture<Cancellable> scope = new CompletableFuture<>();

        scope.complete(db.session(session -> Uni.createFrom()
                        .completionStage(scope)
                        .chain(() -> session.count(select(Tag.class)))
                        .invoke(() -> session.count(select(Tag.class)) // closing comes after it
                                .subscribe()
                                .with(count -> scope.join().cancel(), failure -> {})))
                .subscribe()
                .with(done -> {}, failure -> {}));

        assertNothingIsLeftOf("scope");
    }

    private void storeSome() {
        await(db.begin(session -> session.insertAll(
                IntStream.range(0, 20).mapToObj(i -> new Tag("some " + i, null)).toList())));
    }
}
