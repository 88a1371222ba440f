package dev.unirow.session.tests.scope;

import static dev.unirow.query.Queries.delete;
import static dev.unirow.query.Queries.select;
import static dev.unirow.session.Await.await;
import static org.assertj.core.api.Assertions.assertThat;

import dev.unirow.session.Database;
import dev.unirow.session.PoolStats;
import dev.unirow.session.tests.DatabaseContract;
import dev.unirow.session.tests.connection.CutWire;
import dev.unirow.session.tests.connection.KilledConnections;
import dev.unirow.session.tests.models.Tag;
import dev.unirow.testing.Capability;
import dev.unirow.testing.DatabaseKind;
import dev.unirow.testing.EachDatabase;
import dev.unirow.testing.Requires;
import dev.unirow.testing.Waiting;
import java.lang.management.ManagementFactory;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/**
 * Many flows write and read for a long time, while connections to the server are killed and wires are cut at the
 * commit: in each of its rounds all rows that were acknowledged are there, none that was not is, and nothing is held
 * afterwards. The deep one takes ten minutes on each server, unless {@code -Dsurefire.arguments=-Dsoak=PT1H} says
 * otherwise.
 */
@EachDatabase
@Requires(Capability.SERVER)
class SoakContract extends DatabaseContract {
    private static final int FLOWS = 8;
    private static final int CONNECTIONS = 5;
    private static final Duration ROUND = Duration.ofSeconds(5);

    /** However slow the machine is, most operations meet a connection that works. */
    private static final int OPERATIONS_EACH_BREAK = 3 * FLOWS;

    private static final long MEGABYTE = 1 << 20;

    private CutWire wire;
    private String url;

    private final Random random = new Random(6);

    @Override
    public Database open() {
        url = target.newDatabaseUrl();
        wire = new CutWire(url);
        return Database.builder(wire.url())
                .models(models())
                .poolSize(CONNECTIONS)
                .open();
    }

    @AfterEach
    void closeWire() {
        wire.close();
    }

    private KilledConnections killer(String url, Random random) {
        return target.kind() == DatabaseKind.POSTGRESQL
                ? new KilledConnections(
                        url,
                        "select pid from pg_stat_activity where datname = current_database() and pid <> pg_backend_pid()",
                        "select pg_terminate_backend(%s)",
                        random)
                : new KilledConnections(
                        url,
                        "select id from information_schema.processlist where db = database() and id <> connection_id()",
                        "kill %s",
                        random);
    }

    @Test
    void connectionsThatBreakForAWhileLoseNoRowAndLeaveNothingBehind() {
        soak(Duration.ofSeconds(10));
    }

    @Test
    @org.junit.jupiter.api.Tag("deep")
    @Timeout(3_600)
    void connectionsThatBreakForALongTimeLoseNoRowAndLeaveNothingBehind() {
        List<Long> heap = soak(Duration.parse(System.getProperty("soak", "PT10M")));

        List<Long> warm = heap.subList(Math.min(heap.size() / 3, 6), heap.size());
        long early = median(warm.subList(0, warm.size() / 2));
        long late = median(warm.subList(warm.size() / 2, warm.size()));
        assertThat(late - early).as("growth of the heap: %s", heap).isLessThan(4 * MEGABYTE);
    }

    private static long median(List<Long> values) {
        return values.stream().sorted().toList().get(values.size() / 2);
    }

    /** The heap in use after each round. */
    private List<Long> soak(Duration time) {
        List<Long> heap = new ArrayList<>();
        int operations = 0;
        int lost = 0;
        int unknown = 0;
        int rows = 0;
        long end = System.nanoTime() + time.toNanos();
        try (KilledConnections killer = killer(url, random)) {
            for (int round = 0; round < 2 || System.nanoTime() < end; round++) {
                List<SoakFlow> flows = round(round, killer);
                awaitAllGivenBack();
                check(round, flows);
                operations += operations(flows);
                lost += flows.stream().mapToInt(SoakFlow::lost).sum();
                unknown +=
                        flows.stream().mapToInt(flow -> flow.unknown().size()).sum();
                rows += flows.stream()
                        .mapToInt(flow -> flow.acknowledged().size() * 2)
                        .sum();
                heap.add(usedHeap());
            }
            assertThat(lost)
                    .as("operations that met a broken connection")
                    .isPositive()
                    .isLessThan(operations / 4);
            System.out.printf(
                    "soak of %s: %d rounds, %d operations, %d connections killed, %d operations lost, %d unknown or cancelled, "
                            + "%d rows acknowledged and found, heap after each round in MB %s, %s%n",
                    time,
                    heap.size(),
                    operations,
                    killer.killed(),
                    lost,
                    unknown,
                    rows,
                    heap.stream()
                            .map(bytes -> String.format("%.1f", bytes / (double) MEGABYTE))
                            .toList(),
                    await(db.stats()));
        }
        return heap;
    }

    private List<SoakFlow> round(int round, KilledConnections killer) {
        List<SoakFlow> flows = new ArrayList<>();
        for (int i = 0; i < FLOWS; i++) {
            flows.add(new SoakFlow(db, "r" + round + "-f" + i + "-", new Random(random.nextLong())));
        }
        long end = System.nanoTime() + ROUND.toNanos();
        ExecutorService threads = Executors.newFixedThreadPool(FLOWS);
        try {
            List<Future<?>> running = flows.stream()
                    .<Future<?>>map(flow -> threads.submit(() -> {
                        while (System.nanoTime() < end) {
                            flow.step();
                        }
                    }))
                    .toList();
            while (System.nanoTime() < end) {
                int enough = operations(flows) + OPERATIONS_EACH_BREAK;
                Awaitility.await()
                        .atMost(Waiting.LIMIT)
                        .pollDelay(Duration.ofMillis(20 + random.nextInt(200)))
                        .until(() -> operations(flows) >= enough || System.nanoTime() >= end);
                if (random.nextInt(4) == 0) {
                    wire.cutAt("COMMIT", random.nextBoolean());
                } else {
                    killer.killOne();
                }
            }
            wire.cutAt("", false);
            for (Future<?> each : running) {
                each.get(Waiting.LIMIT.toSeconds(), TimeUnit.SECONDS);
            }
        } catch (Exception e) {
            throw new AssertionError(e);
        } finally {
            threads.shutdownNow();
        }
        return flows;
    }

    private static int operations(List<SoakFlow> flows) {
        return flows.stream().mapToInt(SoakFlow::operations).sum();
    }

    private void awaitAllGivenBack() {
        Awaitility.await().atMost(Waiting.LIMIT).untilAsserted(() -> {
            PoolStats stats = await(db.stats());
            assertThat(stats.inUse()).isZero();
            assertThat(stats.waiting()).isZero();
            assertThat(stats.size()).isLessThanOrEqualTo(CONNECTIONS);
        });
    }

    private void check(int round, List<SoakFlow> flows) {
        try (Database straight = Database.open(url, models())) {
            Set<String> wanted =
                    flows.stream().flatMap(flow -> flow.acknowledged().stream()).collect(Collectors.toSet());
            Set<String> allowed = new HashSet<>(wanted);
            flows.forEach(flow -> allowed.addAll(flow.unknown()));
            List<Tag> tags = await(straight.read(session -> session.all(select(Tag.class))));
            Set<String> first = new TreeSet<>();
            Set<String> second = new TreeSet<>();
            for (Tag tag : tags) {
                if (tag.label().startsWith("r" + round + "-")) { // one that is late was unknown in an earlier round
                    (tag.label().endsWith("-a") ? first : second)
                            .add(tag.label().substring(0, tag.label().length() - 2));
                }
            }
            assertThat(first).as("half transactions").isEqualTo(second);
            assertThat(first).as("acknowledged rows").containsAll(wanted);
            assertThat(allowed).as("rows that nobody acknowledged").containsAll(first);
            await(straight.begin(session -> session.execute(delete(Tag.class))));
        }
    }

    private static long usedHeap() {
        System.gc();
        System.gc();
        return ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed();
    }
}
