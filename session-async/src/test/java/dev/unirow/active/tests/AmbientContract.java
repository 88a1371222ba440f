package dev.unirow.active.tests;

import static dev.unirow.session.Await.await;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.unirow.active.tests.models.User;
import dev.unirow.session.AsyncSession;
import dev.unirow.testing.EachDatabase;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentSkipListSet;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A call joins the scope that its pipeline is in, by whatever way it gets there, and never another's. */
@EachDatabase
class AmbientContract extends ActiveContract {
    private static Uni<User> create(String name) {
        return User.objects.create(Map.of("name", name));
    }

    private static Set<String> names() {
        return await(User.objects.all()).stream().map(User::name).collect(Collectors.toCollection(TreeSet::new));
    }

    @ParameterizedTest
    @EnumSource
    void aCallBehindADetourJoinsItsScope(Detour detour) {
        Boolean tracked =
                await(db.begin(session -> detour.to(() -> create("kept")).chain(session::contains)));
        assertThat(tracked).isTrue();
        assertThatThrownBy(() -> await(db.begin(session -> detour.to(() -> create("undone"))
                        .chain(() -> Uni.createFrom().failure(new IllegalArgumentException("undo"))))))
                .hasMessage("undo");

        assertThat(names()).containsExactly("kept");
    }

    @ParameterizedTest
    @EnumSource
    void aCallBehindADetourOutsideOfAScopeIsATransactionOfItsOwn(Detour detour) {
        await(detour.to(() -> create("kept")));

        assertThat(names()).containsExactly("kept");
    }

    /** Flows that each write, read and find their own things, by ways and at moments that are drawn. */
    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void flowsAtOnceKeepToTheirOwnTransactionsByWhateverWay(long seed) {
        Random random = new Random(seed);
        Set<String> strays = new ConcurrentSkipListSet<>();
        List<Uni<Void>> flows = IntStream.range(0, 8)
                .mapToObj(i -> flow("flow " + i, i % 2 == 0, new Random(random.nextLong()), strays))
                .toList();

        await(Uni.join().all(flows).andFailFast().replaceWithVoid());

        assertThat(strays).isEmpty();
        assertThat(names())
                .isEqualTo(IntStream.range(0, 8)
                        .filter(i -> i % 2 == 0)
                        .boxed()
                        .flatMap(i -> IntStream.range(0, 6).mapToObj(step -> "flow " + i + " step " + step))
                        .collect(Collectors.toCollection(TreeSet::new)));
    }

    private Uni<Void> flow(String name, boolean kept, Random random, Set<String> strays) {
        List<Detour> ways = IntStream.range(0, 12)
                .mapToObj(i -> Detour.values()[random.nextInt(Detour.values().length)])
                .toList();
        return db.begin(session -> Multi.createFrom()
                        .range(0, 6)
                        .onItem()
                        .transformToUniAndConcatenate(step -> ways.get(2 * step)
                                .to(() -> create(name + " step " + step))
                                .call(made -> isOwn(session, made, name + " made by " + ways.get(2 * step), strays))
                                .chain(() -> ways.get(2 * step + 1)
                                        .to(() -> User.objects
                                                .filter("name__startswith", "flow")
                                                .orderBy("-id")
                                                .first()))
                                .call(found ->
                                        isOwn(session, found, name + " found by " + ways.get(2 * step + 1), strays)))
                        .collect()
                        .last()
                        .chain(() -> kept
                                ? Uni.createFrom().voidItem()
                                : Uni.createFrom().<Void>failure(new IllegalArgumentException("undo"))))
                .onFailure(IllegalArgumentException.class)
                .recoverWithNull();
    }

    private static Uni<Boolean> isOwn(AsyncSession session, User user, String what, Set<String> strays) {
        return session.contains(user).invoke(own -> {
            if (!own) {
                strays.add(what);
            }
        });
    }

    /** A call that is made once and subscribed to by several belongs to each that subscribes, one after the other. */
    @Test
    void oneCallThatSeveralFlowsSubscribeToJoinsTheScopeOfEach() {
        Uni<User> call = create("again");
        for (int i = 0; i < 3; i++) {
            Boolean tracked = await(db.begin(session -> call.chain(session::contains)));
            assertThat(tracked).isTrue();
        }
        assertThatThrownBy(() -> await(db.begin(
                        session -> call.chain(() -> Uni.createFrom().failure(new IllegalArgumentException("undo"))))))
                .hasMessage("undo");

        assertThat(await(User.objects.count())).isEqualTo(3);
    }

    /** What is remembered past its scope is the result; when it is forgotten, the next subscriber's scope is joined. */
    @Test
    void aMemoizedCallDoesNotRememberTheScopeThatItRanIn() {
        java.util.concurrent.atomic.AtomicBoolean forgotten = new java.util.concurrent.atomic.AtomicBoolean();
        Uni<User> remembered = create("remembered").memoize().until(forgotten::get);
        await(db.begin(session -> remembered.chain(session::contains)));
        Boolean trackedByAnother = await(db.begin(session -> remembered.chain(session::contains)));
        forgotten.set(true);
        Boolean anew = await(db.begin(session -> remembered.chain(session::contains)));

        assertThat(trackedByAnother).isFalse();
        assertThat(anew).isTrue();
        assertThat(await(User.objects.count())).isEqualTo(2);
    }

    /** A pipeline that somebody else subscribed to before has no scope of a later subscriber. */
    @Test
    void whatIsMadeInAScopeAndSubscribedToAfterItIsOutsideOfIt() {
        Uni<Uni<User>> later = db.begin(session -> Uni.createFrom().item(create("later")));

        await(await(later));

        assertThat(names()).containsExactly("later");
    }
}
