package dev.unirow.benchmarks.schema;

import dev.unirow.benchmarks.Race;
import dev.unirow.schema.Schema;
import dev.unirow.session.Database;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** 500 tables on each server, the metadata of its JDBC driver first, then {@link Database#reflect()}. */
public final class SchemaRace {
    private static final int TABLES = 500;
    private static final Duration PATIENCE = Duration.ofMinutes(1);

    private SchemaRace() {}

    public static void main(String[] arguments) throws Exception {
        race(SchemaServer.postgresql());
        race(SchemaServer.mariaDb());
    }

    private static void race(SchemaServer server) throws Exception {
        try (Database database = Database.open(server.url());
                JdbcSchema jdbc = new JdbcSchema(server.jdbcUrl())) {
            jdbc.execute(tables(server.identity()));
            check(server, jdbc.read(), reflect(database));
            System.out.printf(
                    "%-38s %12s %12s%n", server.name() + ", " + TABLES + " tables", server.driver(), "Unirow");
            Race.print("reflect the schema", 1, 3, 5, jdbc::read, () -> reflect(database));
        }
    }

    private static Schema reflect(Database database) {
        return database.reflect().await().atMost(PATIENCE);
    }

    // a race that one of them wins by leaving something out is none
    private static void check(SchemaServer server, int rows, Schema schema) {
        int ours = schema.tables().stream()
                .mapToInt(table -> 1
                        + table.columns().size()
                        + 1 // the primary key, and the indexes of it and of the unique constraint
                        + table.foreignKeys().size()
                        + 1
                        + table.uniques().size()
                        + table.indexes().size())
                .sum();
        if (schema.tables().size() != TABLES || ours != rows) {
            throw new IllegalStateException(server.driver() + " counts " + rows + " parts, and we count " + ours
                    + " in " + schema.tables().size() + " tables.");
        }
    }

    private static List<String> tables(String identity) {
        List<String> statements = new ArrayList<>();
        for (int i = 0; i < TABLES; i++) {
            statements.add("create table t" + i + " (id integer " + identity + " primary key, "
                    + "name varchar(120) not null unique, price numeric(10,2) default 0 check (price >= 0), "
                    + "added timestamp(6) null, parent integer references t" + i / 2 + " (id))");
            statements.add("create index ix" + i + " on t" + i + " (added)");
        }
        return statements;
    }
}
