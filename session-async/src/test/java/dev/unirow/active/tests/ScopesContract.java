package dev.unirow.active.tests;

import static dev.unirow.session.Await.await;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.unirow.active.tests.models.User;
import dev.unirow.session.AsyncSession;
import dev.unirow.session.Database;
import dev.unirow.session.exception.ReadOnlySessionException;
import dev.unirow.testing.Capability;
import dev.unirow.testing.EachDatabase;
import dev.unirow.testing.Requires;
import io.smallrye.mutiny.Context;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.infrastructure.Infrastructure;
import io.smallrye.mutiny.subscription.Cancellable;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Whose session a call gets: docs/decisions/0002-active-record-uses-the-surrounding-scope.md. */
@EachDatabase
class ScopesContract extends ActiveContract {
    private static RuntimeException undo() {
        return new IllegalArgumentException("undo");
    }

    private static Uni<User> create(String name) {
        return User.objects.create(Map.of("name", name));
    }

    private static long count() {
        return await(User.objects.count());
    }

    @Test
    void callsInsideBeginAreOneTransaction() {
        await(db.begin(session -> create("Tom").chain(() -> new User("Jane").save())));
        assertThat(count()).isEqualTo(2);

        assertThatThrownBy(() -> await(db.begin(session -> create("Lucy")
                        .chain(() -> new User("Jim").save())
                        .chain(() -> User.objects.filter("name", "Tom").delete())
                        .chain(() -> User.objects.update(Map.of("language", "x")))
                        .chain(() -> User.objects.getOrCreate(Map.of("name", "Joan")))
                        .chain(() -> User.objects.count())
                        .invoke(seen -> assertThat(seen).isEqualTo(4))
                        .chain(() -> Uni.createFrom().failure(undo())))))
                .hasMessage("undo");
        assertThat(await(User.objects.orderBy("name").all()))
                .extracting(User::name)
                .containsExactly("Jane", "Tom");
        assertThat(await(User.objects.filter("language", "x").count())).isZero();
    }

    @Test
    void modelsOfAScopeAreTrackedByItsSession() {
        await(db.begin(session -> create("Tom")
                .call(tom -> session.contains(tom)
                        .invoke(tracked -> assertThat(tracked).isTrue()))
                .invoke(tom -> tom.setName("changed without a save"))));

        assertThat(await(User.objects.get()).name()).isEqualTo("changed without a save");
    }

    @Test
    void inASessionScopeNothingIsCommittedByItself() {
        await(db.session(session -> create("kept")
                .chain(session::commit)
                .chain(() -> new User("lost").save())
                .chain(() -> User.objects.count())
                .invoke(seen -> assertThat(seen).isEqualTo(2))));

        assertThat(await(User.objects.get()).name()).isEqualTo("kept");
    }

    @Test
    void aReadScopeRefusesToWrite() {
        awaitAll(create("Tom"));

        assertThat(await(db.read(session -> User.objects.get())).name()).isEqualTo("Tom");
        assertThatThrownBy(() -> await(db.read(session -> create("Jane"))))
                .isInstanceOf(ReadOnlySessionException.class);
        assertThatThrownBy(() -> await(db.read(session -> User.objects.delete())))
                .isInstanceOf(ReadOnlySessionException.class);
    }

    @Test
    void whatFollowsAScopeIsOutsideOfIt() {
        long seen = await(db.begin(session -> create("Tom")).chain(() -> User.objects.count()));

        assertThat(seen).isEqualTo(1);
    }

    @Test
    void aScopeIsJoinedOnWhateverThreadThePipelineGoesOn() {
        assertThatThrownBy(() -> await(db.begin(session -> Uni.createFrom()
                        .voidItem()
                        .emitOn(Infrastructure.getDefaultWorkerPool())
                        .chain(() -> create("Tom"))
                        .emitOn(Infrastructure.getDefaultWorkerPool())
                        .chain(() -> create("Jane").runSubscriptionOn(Infrastructure.getDefaultWorkerPool()))
                        .onItem()
                        .failWith(ScopesContract::undo))))
                .hasMessage("undo");

        assertThat(count()).isZero();
    }

    @Test
    void combinedCallsJoinTheirScope() {
        assertThatThrownBy(() -> await(db.begin(session -> Uni.join()
                        .all(
                                create("a"),
                                create("b"),
                                User.objects.bulkCreate(List.of(new User("c"))).map(all -> all.get(0)))
                        .andFailFast()
                        .chain(() -> User.objects.count())
                        .invoke(seen -> assertThat(seen).isEqualTo(3))
                        .onItem()
                        .failWith(ScopesContract::undo))))
                .hasMessage("undo");

        assertThat(count()).isZero();
    }

    /** Each flow's models must be tracked by its own session, however the flows' steps take turns. */
    @Test
    void interleavedFlowsKeepToTheirOwnSessions() {
        awaitAll(create("Tom"));
        List<Uni<Boolean>> flows = new ArrayList<>();
        for (int i = 0; i < 6; i++) {
            flows.add(db.read(session -> tracked(session)
                    .emitOn(Infrastructure.getDefaultWorkerPool())
                    .chain(() -> tracked(session))
                    .chain(first -> tracked(session)
                            .emitOn(Infrastructure.getDefaultWorkerPool())
                            .map(second -> first && second))));
        }

        List<Boolean> tracked = await(Uni.join().all(flows).andFailFast());

        assertThat(tracked).containsOnly(true);
    }

    private static Uni<Boolean> tracked(AsyncSession session) {
        return User.objects.get().chain(session::contains);
    }

    @Test
    void flowsThatWriteAtOnceKeepToTheirOwnTransactions() {
        List<Uni<Void>> flows = IntStream.range(0, 8)
                .mapToObj(i -> db.begin(session -> create("user " + i)
                                .emitOn(Infrastructure.getDefaultWorkerPool())
                                .chain(() -> create("user " + i + " again"))
                                .chain(() -> i % 2 == 0
                                        ? Uni.createFrom().voidItem()
                                        : Uni.createFrom().<Void>failure(undo())))
                        .onFailure(IllegalArgumentException.class)
                        .recoverWithNull())
                .toList();

        awaitAll(Uni.join().all(flows).andFailFast());

        assertThat(await(User.objects.all()))
                .hasSize(8)
                .allMatch(user -> Integer.parseInt(user.name().split(" ")[1]) % 2 == 0);
    }

    @Test
    void aNestedScopeHasASessionOfItsOwn() {
        boolean outerAgain = await(db.read(outer -> db.begin(inner -> create("Tom")
                        .call(tom -> inner.contains(tom)
                                .invoke(mine -> assertThat(mine).isTrue()))
                        .call(tom -> outer.contains(tom)
                                .invoke(mine -> assertThat(mine).isFalse())))
                .chain(() -> tracked(outer))));

        assertThat(outerAgain).isTrue();
    }

    @Test
    void aCallOnASessionUsesThatOneEverywhere() {
        AsyncSession session = db.session();
        try {
            User tom = await(User.objects.on(session).create(Map.of("name", "Tom")));
            assertThat(await(session.contains(tom))).isTrue();
            assertThat(await(User.objects.on(session).count())).isEqualTo(1);
            await(session.rollback());
        } finally {
            await(session.close());
        }
        assertThat(count()).isZero();
    }

    @Test
    void ofSeveralDatabasesOneMustBeNamed() {
        try (Database other = open()) {
            assertThatThrownBy(() -> await(User.objects.all()))
                    .isInstanceOf(IllegalStateException.class)
                    .hasMessageStartingWith("Several open databases have the model User: Database(")
                    .hasMessageEndingWith(
                            "Name the one that is meant with objects.in(database), or call within its begin or session.");
            assertThatThrownBy(() -> await(new User("Tom").save())).isInstanceOf(IllegalStateException.class);

            awaitAll(User.objects.in(other).create(new User("there")), db.begin(session -> new User("here").save()));

            assertThat(await(User.objects.in(db).get()).name()).isEqualTo("here");
            assertThat(await(other.read(session -> User.objects.get())).name()).isEqualTo("there");
            assertThat(await(other.read(session -> db.read(inner -> User.objects.get())))
                            .name())
                    .isEqualTo("here");
            boolean joined = await(other.read(
                    session -> db.read(inner -> User.objects.in(other).get().chain(session::contains))));
            assertThat(joined).isTrue();
        }
        assertThat(await(User.objects.get()).name()).isEqualTo("here");
    }

    @Test
    void withoutADatabaseTheErrorSaysWhatToDo() {
        var all = User.objects.all();
        db.close();

        assertThatThrownBy(() -> await(all))
                .isInstanceOf(IllegalStateException.class)
                .hasMessage(
                        "No open database has the model User. Open one with Database.open(url, User.class), or name the "
                                + "session: objects.on(session).");
    }

    @Test
    void whatASubscriberPutsIntoItsContextIsSeenInTheScopeAndNothingLeaksOut() {
        Context context = Context.of("tenant", "acme");
        CompletableFuture<String> seen = db.begin(session -> create("Tom")
                        .chain(() -> Uni.createFrom()
                                .context(inside -> Uni.createFrom().item(inside.<String>get("tenant")))))
                .subscribe()
                .asCompletionStage(context);

        assertThat(await(Uni.createFrom().completionStage(seen))).isEqualTo("acme");
        assertThat(context.keys()).containsExactly("tenant");
    }

    @Test
    void cancellationRollsTheScopeBack() {
        CompletableFuture<Void> created = new CompletableFuture<>();
        Cancellable running = db.begin(session -> create("Tom")
                        .invoke(() -> created.complete(null))
                        .chain(() -> Uni.createFrom().nothing()))
                .subscribe()
                .with(item -> {}, failure -> {});
        await(Uni.createFrom().completionStage(created));

        running.cancel();

        awaitAll(create("Jane")); // the writer's turn is free again
        assertThat(await(User.objects.all())).extracting(User::name).containsExactly("Jane");
    }

    @Test
    @Requires(Capability.ROW_LOCKS)
    void aNestedBeginIsATransactionOfItsOwn() {
        assertThatThrownBy(() -> await(db.begin(outer -> User.objects
                        .create(Map.of("name", "outer"))
                        .chain(() -> db.begin(inner -> User.objects.create(Map.of("name", "inner"))))
                        .onItem()
                        .failWith(() -> new IllegalArgumentException("undo")))))
                .hasMessage("undo");

        assertThat(await(User.objects.all())).extracting(User::name).containsExactly("inner");
    }

    /** A pipeline that is subscribed to apart has no scope around it: it must not land in the open transaction. */
    @Test
    @Requires(Capability.ROW_LOCKS)
    void aPipelineOfItsOwnIsOutsideOfTheScope() {
        assertThatThrownBy(() -> await(db.begin(session -> User.objects
                        .create(Map.of("name", "inside"))
                        .chain(() -> Uni.createFrom()
                                .completionStage(() -> User.objects
                                        .create(Map.of("name", "apart"))
                                        .subscribeAsCompletionStage()))
                        .onItem()
                        .failWith(() -> new IllegalArgumentException("undo")))))
                .hasMessage("undo");

        assertThat(await(User.objects.all())).extracting(User::name).containsExactly("apart");
    }
}
