package dev.unirow.benchmarks;

import java.util.Arrays;
import java.util.Locale;

/**
 * Runs a contestant and its peer in turn, many times, and prints the ratio of their medians. Taking turns, noise of the
 * machine falls on both.
 */
public final class Race {
    private static final int WARM_UPS = 30;
    private static final int ROUNDS = 15;

    private Race() {}

    /** One thing to measure. */
    @FunctionalInterface
    public interface Run {
        void run() throws Exception;
    }

    /**
     * Prints one line of the table.
     *
     * @param limit the ratio that the project has promised not to exceed
     */
    public static void print(String name, double limit, Run peer, Run contestant) throws Exception {
        print(name, limit, WARM_UPS, ROUNDS, peer, contestant);
    }

    /** {@link #print(String, double, Run, Run)} for what takes longer: a round of seconds needs fewer. */
    public static void print(String name, double limit, int warmUps, int rounds, Run peer, Run contestant)
            throws Exception {
        double[] peers = new double[rounds];
        double[] contestants = new double[rounds];
        for (int i = -warmUps; i < rounds; i++) {
            double peerTime = time(peer);
            double contestantTime = time(contestant);
            if (i >= 0) {
                peers[i] = peerTime;
                contestants[i] = contestantTime;
            }
        }
        double ratio = median(contestants) / median(peers);
        System.out.printf(
                Locale.ROOT,
                "%-38s %9.1f ms %9.1f ms %6.2f x   (at most %.1f x%s)%n",
                name,
                median(peers),
                median(contestants),
                ratio,
                limit,
                ratio <= limit ? "" : ": MISSED");
    }

    private static double time(Run run) throws Exception {
        long start = System.nanoTime();
        run.run();
        return (System.nanoTime() - start) / 1e6;
    }

    private static double median(double[] times) {
        double[] sorted = times.clone();
        Arrays.sort(sorted);
        return sorted[sorted.length / 2];
    }
}
