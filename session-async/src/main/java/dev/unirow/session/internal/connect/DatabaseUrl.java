package dev.unirow.session.internal.connect;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A database's URL, taken apart. Forms: SQLAlchemy's ({@code sqlite:///file.db}, {@code sqlite://},
 * {@code sqlite+aiosqlite:///file.db}, {@code postgresql+asyncpg://user:password@host:port/database?option=value},
 * {@code mariadb+asyncmy://…}, {@code mysql+aiomysql://…}), JDBC's ({@code jdbc:postgresql://host/database?user=…},
 * {@code jdbc:sqlite:file.db}) and Vert.x's.
 *
 * @param host empty for SQLite
 * @param port -1 where the URL has none
 * @param database the file for SQLite, empty in memory
 * @see <a href="https://docs.sqlalchemy.org/en/20/core/engines.html#database-urls">SQLAlchemy's database URLs</a>
 */
public record DatabaseUrl(
        Kind kind,
        String host,
        int port,
        String database,
        @Nullable String user,
        @Nullable String password,
        Map<String, String> options) {
    /** The databases that URLs can name. */
    public enum Kind {
        SQLITE("sqlite"),
        POSTGRESQL("postgresql", "postgres"),
        MARIADB("mariadb", "mysql");

        private final List<String> schemes;

        Kind(String... schemes) {
            this.schemes = List.of(schemes);
        }

        static @Nullable Kind ofScheme(String scheme) {
            String dialect = scheme.contains("+") ? scheme.substring(0, scheme.indexOf('+')) : scheme;
            for (Kind kind : values()) {
                if (kind.schemes.contains(dialect.toLowerCase(Locale.ROOT))) {
                    return kind;
                }
            }
            return null;
        }
    }

    public DatabaseUrl {
        options = Map.copyOf(options);
    }

    /**
     * Takes a URL apart.
     *
     * @throws IllegalArgumentException if it is none, or names a database that is not supported; the message shows no
     *     password
     */
    public static DatabaseUrl parse(String url) {
        return new DatabaseUrlParser(url).parse();
    }

    /** With this user and password where the URL has none; SQLite has neither. */
    public DatabaseUrl orCredentials(@Nullable String otherUser, @Nullable String otherPassword) {
        return kind == Kind.SQLITE
                ? this
                : new DatabaseUrl(
                        kind,
                        host,
                        port,
                        database,
                        user == null ? otherUser : user,
                        password == null ? otherPassword : password,
                        options);
    }

    /** The URL without its password, for messages. */
    @Override
    public String toString() {
        StringBuilder text = new StringBuilder(kind.schemes.get(0)).append("://");
        if (user != null) {
            text.append(user).append(password == null ? "@" : ":***@");
        }
        text.append(host);
        if (port >= 0) {
            text.append(':').append(port);
        }
        if (!database.isEmpty()) {
            text.append('/').append(database);
        }
        return text.toString();
    }
}
