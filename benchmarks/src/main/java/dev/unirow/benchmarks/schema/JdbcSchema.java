package dev.unirow.benchmarks.schema;

import java.sql.Connection;
import java.sql.DatabaseMetaData;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;

/** The peer: what java.sql.DatabaseMetaData says of each table in turn, every row of it read. */
final class JdbcSchema implements AutoCloseable {
    private final Connection connection;

    JdbcSchema(String url) throws SQLException {
        connection = DriverManager.getConnection(url);
    }

    void execute(List<String> statements) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            for (String sql : statements) {
                statement.execute(sql);
            }
        }
    }

    /** How many tables, columns, keys and indexes' columns there are. */
    int read() throws SQLException {
        DatabaseMetaData metadata = connection.getMetaData();
        String catalog = connection.getCatalog();
        String schema = connection.getSchema();
        int rows = 0;
        for (String table : tables(metadata, catalog, schema)) {
            rows += 1
                    + count(metadata.getColumns(catalog, schema, table, null))
                    + count(metadata.getPrimaryKeys(catalog, schema, table))
                    + count(metadata.getImportedKeys(catalog, schema, table))
                    + count(metadata.getIndexInfo(catalog, schema, table, false, false));
        }
        return rows;
    }

    private static List<String> tables(DatabaseMetaData metadata, String catalog, String schema) throws SQLException {
        List<String> names = new ArrayList<>();
        try (ResultSet tables = metadata.getTables(catalog, schema, null, new String[] {"TABLE"})) {
            while (tables.next()) {
                names.add(tables.getString("TABLE_NAME"));
            }
        }
        return names;
    }

    private static int count(ResultSet result) throws SQLException {
        try (ResultSet rows = result) {
            int count = 0;
            int width = rows.getMetaData().getColumnCount();
            while (rows.next()) {
                for (int i = 1; i <= width; i++) {
                    rows.getObject(i);
                }
                count++;
            }
            return count;
        }
    }

    @Override
    public void close() throws SQLException {
        connection.close();
    }
}
