package dev.unirow.benchmarks.sqlite;

import dev.unirow.benchmarks.Race;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.stream.Stream;

/** 20,000 rows in a file, plain JDBC first, then Hibernate Reactive over the driver. */
public final class SqliteRace {
    private static final int ROWS = 20_000;

    private SqliteRace() {}

    public static void main(String[] arguments) throws Exception {
        Path folder = Files.createTempDirectory("unirow-benchmark");
        try (JdbcItems jdbc = new JdbcItems(folder.resolve("jdbc.db"));
                SqliteItems reactive = new SqliteItems(folder.resolve("reactive.db"))) {
            System.out.printf("%-38s %12s %12s%n", "SQLite, " + ROWS + " rows", "sqlite-jdbc", "the driver");
            Race.print("insert, batches of 100", 5, () -> jdbc.insert(ROWS), () -> reactive.insert(ROWS));
            Race.print(
                    "stateless insertAll, 100 a call",
                    2.2,
                    () -> jdbc.insert(ROWS),
                    () -> reactive.insertStateless(ROWS));
            Race.print("find by key, chained on the loop", 3, () -> jdbc.findEach(ROWS), () -> reactive.findEach(ROWS));
            Race.print("select all", 3, () -> jdbc.selectAll(ROWS), () -> reactive.selectAll(ROWS));
        } finally {
            try (Stream<Path> files = Files.walk(folder)) {
                for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                    Files.delete(file);
                }
            }
        }
    }
}
