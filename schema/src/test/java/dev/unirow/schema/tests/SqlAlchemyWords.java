package dev.unirow.schema.tests;

import dev.unirow.schema.DatabaseKind;
import dev.unirow.testing.MariaDbServer;
import dev.unirow.testing.PostgresServer;
import java.util.function.Function;
import java.util.function.UnaryOperator;

/**
 * How SQLAlchemy speaks of a kind of database.
 *
 * @param driver the Python module that it reaches the database with
 * @param urls the URL of a connection's database
 * @param types one name for what the two call by several
 * @param knowsUniqueConstraints whether the database knows a unique constraint from a unique index
 */
record SqlAlchemyWords(
        String driver, Function<JdbcRunner, String> urls, UnaryOperator<String> types, boolean knowsUniqueConstraints) {
    static SqlAlchemyWords of(DatabaseKind kind) {
        return switch (kind) {
            case SQLITE ->
                new SqlAlchemyWords(
                        "sqlite3",
                        database -> "sqlite:///" + database.value("select file from pragma_database_list"),
                        type -> type.replace("double precision", "real"),
                        true);
            case POSTGRESQL ->
                new SqlAlchemyWords(
                        "psycopg2",
                        database -> "postgresql+psycopg2://postgres:postgres@127.0.0.1:" + PostgresServer.port() + "/"
                                + database.value("select current_database()"),
                        type -> type.replace("character varying", "varchar").replaceFirst("^character\\b", "char"),
                        true);
            case MARIADB ->
                new SqlAlchemyWords(
                        "pymysql",
                        database -> "mariadb+pymysql://" + MariaDbServer.USER + ":" + MariaDbServer.PASSWORD
                                + "@127.0.0.1:" + MariaDbServer.port() + "/" + database.value("select database()"),
                        type -> type.replaceFirst("^integer\\b", "int")
                                .replaceFirst("^json$", "longtext")
                                .replaceFirst(" (character set|collate) .*", ""),
                        false);
        };
    }

    String url(JdbcRunner database) {
        return urls.apply(database);
    }

    String type(String type) {
        return types.apply(type);
    }
}
