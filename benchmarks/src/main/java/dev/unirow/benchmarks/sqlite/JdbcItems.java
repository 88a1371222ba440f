package dev.unirow.benchmarks.sqlite;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;

/** The peer: one JDBC connection, prepared statements, batches of 100, one transaction. */
final class JdbcItems implements AutoCloseable {
    private final Connection connection;

    JdbcItems(Path file) throws SQLException {
        connection = DriverManager.getConnection("jdbc:sqlite:" + file);
        try (Statement statement = connection.createStatement()) {
            statement.execute("pragma journal_mode=wal");
            statement.execute("pragma synchronous=normal");
            statement.execute(SqliteItems.CREATE);
        }
        connection.setAutoCommit(false);
    }

    void insert(int rows) throws SQLException {
        clear();
        try (PreparedStatement insert =
                connection.prepareStatement("insert into item (amount, name, price, id) values (?, ?, ?, ?)")) {
            for (int i = 1; i <= rows; i++) {
                insert.setInt(1, i % 100);
                insert.setString(2, "item " + i);
                insert.setDouble(3, i / 7.0);
                insert.setLong(4, i);
                insert.addBatch();
                if (i % 100 == 0) {
                    insert.executeBatch();
                }
            }
            insert.executeBatch();
        }
        connection.commit();
    }

    private void clear() throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute("delete from item");
        }
        connection.commit();
    }

    /** Each in a transaction of its own, as the contestant's session reads without one. */
    void findEach(int rows) throws SQLException {
        connection.setAutoCommit(true);
        try (PreparedStatement find =
                connection.prepareStatement("select id, amount, name, price from item where id = ?")) {
            for (int i = 1; i <= rows; i++) {
                find.setLong(1, i);
                try (ResultSet found = find.executeQuery()) {
                    if (!found.next() || read(found).id() != i) {
                        throw new IllegalStateException("no item " + i);
                    }
                }
            }
        }
        connection.setAutoCommit(false);
    }

    void selectAll(int rows) throws SQLException {
        List<Item> items = new ArrayList<>();
        try (Statement select = connection.createStatement();
                ResultSet found = select.executeQuery("select id, amount, name, price from item")) {
            while (found.next()) {
                items.add(read(found));
            }
        }
        connection.commit();
        if (items.size() != rows) {
            throw new IllegalStateException(items.size() + " items");
        }
    }

    private static Item read(ResultSet row) throws SQLException {
        return new Item(row.getLong(1), row.getString(3), row.getInt(2), row.getDouble(4));
    }

    @Override
    public void close() throws SQLException {
        connection.close();
    }
}
