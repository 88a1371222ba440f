package dev.unirow.benchmarks.model;

import dev.unirow.benchmarks.model.Branch.Leaf;
import dev.unirow.model.Models;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;
import org.openjdk.jmh.profile.GCProfiler;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.options.OptionsBuilder;

/**
 * What it costs to compare two models, and what that makes of a set of 8,000, all of which have one hash: each is
 * compared with all before it. Promised are at most 0.4 seconds, and that nothing is allocated to compare.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(1)
public class EqualityBenchmark {
    private final List<Leaf> models = models(8_000);
    private final Leaf one = models.get(300);
    private final Leaf other = models.get(400);

    public static void main(String[] arguments) throws Exception {
        new Runner(new OptionsBuilder()
                        .include(EqualityBenchmark.class.getName())
                        .addProfiler(GCProfiler.class)
                        .build())
                .run();
    }

    private static List<Leaf> models(int count) {
        List<Leaf> models = new ArrayList<>();
        for (int i = 1; i <= count; i++) {
            models.add(Leaf.stored(i));
        }
        return models;
    }

    @Benchmark
    @OutputTimeUnit(TimeUnit.NANOSECONDS)
    public boolean twoModels() {
        return one.equals(other);
    }

    @Benchmark
    @OutputTimeUnit(TimeUnit.MILLISECONDS)
    public Object setOf8000() {
        return new HashSet<>(models);
    }

    @Benchmark
    @OutputTimeUnit(TimeUnit.MILLISECONDS)
    public Object byKeyOf8000() {
        return Models.byKey(models);
    }
}
