package dev.unirow.session.tests.scope;

import static dev.unirow.query.Queries.select;
import static dev.unirow.session.Await.await;
import static org.assertj.core.api.Assertions.assertThat;

import dev.unirow.session.AsyncSession;
import dev.unirow.session.Database;
import dev.unirow.session.tests.DatabaseContract;
import dev.unirow.session.tests.models.Tag;
import dev.unirow.session.tests.models.User;
import dev.unirow.testing.EachDatabase;
import dev.unirow.testing.Waiting;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Sessions are used from any thread, also by several at once. */
@EachDatabase
@org.junit.jupiter.api.Tag("slow") // beside a model of that name
class ThreadsContract extends DatabaseContract {
    private static final int SESSIONS = 20;

    @Override
    public Database open() {
        return Database.builder(target.newDatabaseUrl())
                .models(models())
                .poolSize(SESSIONS)
                .open();
    }

    @Test
    void fourThreadsUseOneSessionAtOnce() throws Exception {
        AsyncSession session = db.session();
        ExecutorService threads = Executors.newFixedThreadPool(4);
        try {
            List<Future<?>> running = new ArrayList<>();
            for (int t = 0; t < 4; t++) {
                int thread = t;
                running.add(threads.submit(() -> {
                    for (int i = 0; i < 50; i++) {
                        String label = thread + "-" + i;
                        session.add(new Tag(label, "x"));
                        await(session.flush());
                        assertThat(await(session.find(Tag.class, label))).isNotNull();
                    }
                }));
            }
            for (Future<?> each : running) {
                each.get(Waiting.LIMIT.toSeconds(), TimeUnit.SECONDS);
            }
            await(session.commit());
        } finally {
            threads.shutdownNow();
            await(session.close());
        }

        assertThat(readElsewhere(Tag.class, "3-49")).isNotNull();
    }

    @Test
    void manyOperationsThatAreSubscribedAtOnceRunOneAfterTheOther() {
        AsyncSession session = db.session();
        try {
            List<Uni<Void>> all = new ArrayList<>();
            for (int i = 0; i < 200; i++) {
                session.add(new Tag("t" + i, "x"));
                all.add(session.flush());
            }
            await(Uni.join().all(all).andFailFast());
            await(session.commit());
        } finally {
            await(session.close());
        }

        assertThat(readElsewhere(Tag.class, "t199")).isNotNull();
    }

    @Test
    void manyScopesAtOnceLoseNothing() {
        List<User> users = await(Multi.createFrom()
                .range(0, 60)
                .onItem()
                .transformToUni(i -> {
                    User user = new User("user " + i);
                    return db.begin(session -> {
                                session.add(user);
                                return session.flush();
                            })
                            .replaceWith(user);
                })
                .merge(20)
                .collect()
                .asList());

        assertThat(users)
                .extracting(User::id)
                .doesNotContainNull()
                .doesNotHaveDuplicates()
                .hasSize(60);
    }

    /** Each flow has rows of its own, so that what it does comes to the same whatever runs beside it. */
    @Test
    void twoHundredFlowsOnTwentySharedSessionsDoWhatASerialRunDoes() throws Exception {
        List<FlowOfOperations> flows =
                IntStream.range(0, 200).mapToObj(FlowOfOperations::new).toList();
        List<AsyncSession> sessions =
                IntStream.range(0, SESSIONS).mapToObj(i -> db.session()).toList();
        ExecutorService threads = Executors.newFixedThreadPool(16);
        try {
            for (int group = 0; group < sessions.size(); group += sessionsAtOnce()) {
                List<Future<?>> running = new ArrayList<>();
                for (int i = 0; i < flows.size(); i++) {
                    int of = i % sessions.size();
                    if (of >= group && of < group + sessionsAtOnce()) {
                        FlowOfOperations flow = flows.get(i);
                        running.add(threads.submit(() -> flow.run(sessions.get(of))));
                    }
                }
                for (Future<?> each : running) {
                    each.get(Waiting.LIMIT.toSeconds(), TimeUnit.SECONDS);
                }
                for (int of = group; of < Math.min(sessions.size(), group + sessionsAtOnce()); of++) {
                    await(sessions.get(of).commit());
                }
            }
        } finally {
            threads.shutdownNow();
            sessions.forEach(session -> await(session.close()));
        }

        Map<String, String> expected = new TreeMap<>();
        flows.forEach(flow -> expected.putAll(flow.expected()));
        Map<String, String> found = new TreeMap<>();
        List<Tag> tags = await(db.read((AsyncSession session) -> session.all(select(Tag.class))));
        tags.forEach(tag -> found.put(tag.label(), tag.text()));
        assertThat(found).isEqualTo(expected);
    }

    /** How many sessions can have changes that are not committed. */
    int sessionsAtOnce() {
        return target.locksRows() ? SESSIONS : 1;
    }
}
