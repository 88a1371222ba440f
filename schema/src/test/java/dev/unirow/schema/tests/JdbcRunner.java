package dev.unirow.schema.tests;

import static org.assertj.core.api.Assertions.assertThat;

import dev.unirow.schema.SqlRunner;
import dev.unirow.testing.MariaDbServer;
import dev.unirow.testing.PostgresServer;
import io.smallrye.mutiny.Uni;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** One blocking connection to a new database. */
final class JdbcRunner implements SqlRunner, AutoCloseable {
    private final Connection connection;
    private final String tables;

    private JdbcRunner(Connection connection, String tables) {
        this.connection = connection;
        this.tables = tables;
    }

    static JdbcRunner postgres() {
        String url = "jdbc:postgresql://127.0.0.1:" + PostgresServer.port() + "/" + PostgresServer.createDatabase()
                + "?user=postgres&password=postgres";
        return new JdbcRunner(
                open(url, new Properties()), "select tablename from pg_tables where schemaname = 'public'");
    }

    /** With names in the standard's quotes, as the tests write them. */
    static JdbcRunner mariaDb() {
        return mariaDb(MariaDbServer.createDatabase(), MariaDbServer.USER, MariaDbServer.PASSWORD);
    }

    /** As somebody else, to a database that is there. */
    static JdbcRunner mariaDb(String database, String user, String password) {
        String url = "jdbc:mariadb://127.0.0.1:" + MariaDbServer.port() + "/" + database + "?user=" + user
                + "&password=" + password + "&sessionVariables=sql_mode='ANSI_QUOTES,STRICT_ALL_TABLES'";
        return new JdbcRunner(
                open(url, new Properties()),
                "select table_name from information_schema.tables "
                        + "where table_schema = database() and table_type = 'BASE TABLE'");
    }

    static JdbcRunner sqlite() {
        return sqlite(":memory:");
    }

    /** With its database in a file, which other programs may open too. */
    static JdbcRunner sqlite(String file) {
        Properties properties = new Properties();
        properties.setProperty("foreign_keys", "true");
        return new JdbcRunner(
                open("jdbc:sqlite:" + file, properties),
                "select name from sqlite_schema where type = 'table' and name not like 'sqlite#_%' escape '#'");
    }

    private static Connection open(String url, Properties properties) {
        try {
            return DriverManager.getConnection(url, properties);
        } catch (SQLException e) {
            throw new IllegalStateException("No connection to " + url + ".", e);
        }
    }

    int run(String sql) {
        try (Statement statement = connection.createStatement()) {
            return statement.execute(sql) ? 0 : statement.getUpdateCount();
        } catch (SQLException e) {
            throw new IllegalStateException("Could not run '" + sql + "': " + e.getMessage(), e);
        }
    }

    @Override
    public Uni<Integer> execute(String sql) {
        return Uni.createFrom().item(() -> run(sql));
    }

    @Override
    public Uni<List<Map<String, @Nullable Object>>> select(String sql, List<?> parameters) {
        return Uni.createFrom().item(() -> {
            try (PreparedStatement statement = connection.prepareStatement(sql)) {
                for (int i = 0; i < parameters.size(); i++) {
                    statement.setObject(i + 1, parameters.get(i));
                }
                try (ResultSet rows = statement.executeQuery()) {
                    return maps(rows);
                }
            } catch (SQLException e) {
                throw new IllegalStateException("Could not select '" + sql + "': " + e.getMessage(), e);
            }
        });
    }

    private static List<Map<String, @Nullable Object>> maps(ResultSet rows) throws SQLException {
        ResultSetMetaData labels = rows.getMetaData();
        List<Map<String, @Nullable Object>> maps = new ArrayList<>();
        while (rows.next()) {
            Map<String, @Nullable Object> map = new LinkedHashMap<>();
            for (int i = 1; i <= labels.getColumnCount(); i++) {
                map.put(labels.getColumnLabel(i), rows.getObject(i));
            }
            maps.add(map);
        }
        return maps;
    }

    /**
     * Runs a migration as its rules ask: in one transaction, and without foreign keys while SQLite's tables are made
     * anew.
     */
    void migrate(List<String> statements) {
        boolean batch = statements.stream().anyMatch(statement -> statement.startsWith("-- batch "));
        if (batch) {
            run("pragma foreign_keys = off");
        }
        run("begin");
        statements.forEach(this::run);
        if (batch) {
            assertThat(select("pragma foreign_key_check", List.of()).await().indefinitely())
                    .isEmpty();
        }
        run("commit");
        if (batch) {
            run("pragma foreign_keys = on");
        }
    }

    /** The one value that a query gives. */
    Object value(String sql) {
        return select(sql, List.of())
                .await()
                .indefinitely()
                .get(0)
                .values()
                .iterator()
                .next();
    }

    /** How many rows each table holds. */
    Map<String, Object> counts() {
        Map<String, Object> counts = new TreeMap<>();
        for (String table : tables()) {
            counts.put(
                    table,
                    select("select count(*) as n from \"" + table + "\"", List.of())
                            .await()
                            .indefinitely()
                            .get(0)
                            .get("n"));
        }
        return counts;
    }

    /** All rows of all tables. */
    Map<String, Set<Map<String, @Nullable Object>>> contents() {
        Map<String, Set<Map<String, @Nullable Object>>> contents = new TreeMap<>();
        for (String table : tables()) {
            contents.put(
                    table,
                    Set.copyOf(select("select * from \"" + table + "\"", List.of())
                            .await()
                            .indefinitely()));
        }
        return contents;
    }

    List<String> tables() {
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(tables)) {
            List<String> names = new ArrayList<>();
            while (rows.next()) {
                names.add(rows.getString(1));
            }
            return names;
        } catch (SQLException e) {
            throw new IllegalStateException("Could not list the tables.", e);
        }
    }

    @Override
    public void close() {
        try {
            connection.close();
        } catch (SQLException e) {
            throw new IllegalStateException("The connection did not close.", e);
        }
    }
}
