package dev.unirow.schema.tests;

import dev.unirow.testing.PostgresServer;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;

/** One blocking connection to a new database. */
final class JdbcRunner implements AutoCloseable {
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

    static JdbcRunner sqlite() {
        Properties properties = new Properties();
        properties.setProperty("foreign_keys", "true");
        return new JdbcRunner(
                open("jdbc:sqlite::memory:", properties),
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
            return statement.executeUpdate(sql);
        } catch (SQLException e) {
            throw new IllegalStateException("Could not run '" + sql + "': " + e.getMessage(), e);
        }
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
