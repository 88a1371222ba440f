package dev.unirow.benchmarks.lists;

import static dev.unirow.query.Queries.col;
import static dev.unirow.query.Queries.select;

import dev.unirow.session.Database;
import dev.unirow.testing.MariaDbServer;
import dev.unirow.testing.PostgresServer;
import java.nio.file.Files;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.function.LongFunction;
import java.util.stream.LongStream;

/**
 * Long lists on each database: the time for 10,000, 100,000 and 200,000 values, and the exponent of its growth between
 * the last two. One is linear, two is quadratic.
 */
public final class ListGrowth {
    private static final int[] VALUES = {10_000, 100_000, 200_000};
    private static final int ROWS = 1_000;
    private static final int ROUNDS = 5;
    private static final Duration PATIENCE = Duration.ofMinutes(5);

    private ListGrowth() {}

    public static void main(String[] arguments) throws Exception {
        System.out.printf("%-38s %12s %12s %12s %9s%n", "values in a list", "10,000", "100,000", "200,000", "exponent");
        String file =
                Files.createTempDirectory("unirow-lists").resolve("lists.db").toString();
        measure("SQLite", "sqlite:///" + file);
        measure("PostgreSQL", PostgresServer.createDatabaseUrl());
        measure("MariaDB", MariaDbServer.createDatabaseUrl());
    }

    private static void measure(String name, String url) {
        try (Database database = Database.open(url, Numbered.class)) {
            database.createAll().await().atMost(PATIENCE);
            List<Numbered> rows =
                    LongStream.range(0, ROWS).mapToObj(Numbered::new).toList();
            database.begin(session -> session.insertAll(rows).replaceWithVoid())
                    .await()
                    .atMost(PATIENCE);
            print(database, name + ", by key", "id", number -> number);
            print(database, name + ", by text without an index", "text", Numbered::text);
        }
    }

    private static void print(Database database, String name, String attribute, LongFunction<Object> value) {
        double[] millis = Arrays.stream(VALUES)
                .mapToDouble(count -> median(database, attribute, list(count, value)))
                .toArray();
        double exponent = Math.log(millis[2] / millis[1]) / Math.log(2);
        System.out.printf(
                Locale.ROOT,
                "%-38s %9.1f ms %9.1f ms %9.1f ms %9.2f%n",
                name,
                millis[0],
                millis[1],
                millis[2],
                exponent);
    }

    private static List<Object> list(int count, LongFunction<Object> value) {
        return LongStream.range(0, count).mapToObj(value).toList();
    }

    private static double median(Database database, String attribute, List<Object> values) {
        double[] millis = new double[ROUNDS];
        for (int i = -1; i < ROUNDS; i++) {
            long start = System.nanoTime();
            int found = database.read(session -> session.all(
                            select(Numbered.class).where(col(attribute).in(values))))
                    .await()
                    .atMost(PATIENCE)
                    .size();
            if (found != ROWS) {
                throw new IllegalStateException("Found " + found + " rows instead of " + ROWS + ".");
            }
            if (i >= 0) {
                millis[i] = (System.nanoTime() - start) / 1e6;
            }
        }
        Arrays.sort(millis);
        return millis[ROUNDS / 2];
    }
}
