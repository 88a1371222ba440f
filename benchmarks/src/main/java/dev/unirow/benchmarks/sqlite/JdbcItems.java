package dev.unirow.benchmarks.sqlite;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;

/** The peer: one JDBC connection, prepared statements, batches of 100, one transaction. */
final class JdbcItems implements AutoCloseable {
    private static final String COLUMNS = "id, name, description, amount, price, available, added";

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
                connection.prepareStatement("insert into item (" + COLUMNS + ") values (?, ?, ?, ?, ?, ?, ?)")) {
            for (int i = 1; i <= rows; i++) {
                bind(insert, Item.numbered(i));
                insert.addBatch();
                if (i % 100 == 0) {
                    insert.executeBatch();
                }
            }
            insert.executeBatch();
        }
        connection.commit();
    }

    private static void bind(PreparedStatement insert, Item item) throws SQLException {
        insert.setLong(1, item.id());
        insert.setString(2, item.name());
        insert.setString(3, item.description());
        insert.setInt(4, item.amount());
        insert.setDouble(5, item.price());
        insert.setBoolean(6, item.available());
        LocalDateTime added = item.added();
        insert.setString(7, added == null ? null : added.toString().replace('T', ' '));
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
        try (PreparedStatement find = connection.prepareStatement("select " + COLUMNS + " from item where id = ?")) {
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
                ResultSet found = select.executeQuery("select " + COLUMNS + " from item")) {
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
        String added = row.getString(7);
        return new Item(
                row.getLong(1),
                row.getString(2),
                row.getString(3),
                row.getInt(4),
                row.getDouble(5),
                row.getBoolean(6),
                added == null ? null : LocalDateTime.parse(added.replace(' ', 'T')));
    }

    @Override
    public void close() throws SQLException {
        connection.close();
    }
}
