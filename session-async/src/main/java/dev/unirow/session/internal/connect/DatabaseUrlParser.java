package dev.unirow.session.internal.connect;

import dev.unirow.session.internal.connect.DatabaseUrl.Kind;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Reads a URL by hand: {@link java.net.URI} refuses passwords that every server accepts, and puts them into its
 * messages. No message here repeats anything of the URL beyond its scheme.
 */
final class DatabaseUrlParser {
    private static final String EXAMPLES =
            "Write for example sqlite:///data.db, sqlite:// (in memory), postgresql://user:password@host:5432/database or "
                    + "mariadb://user:password@host:3306/database.";

    private static final Pattern AFTER_CREDENTIALS =
            Pattern.compile("(\\[[0-9A-Fa-f:.]+]|[A-Za-z0-9._-]*)(:[^/?@]*)?(/[^/?@]*)?(\\?[^?]*)?");

    private final String url;

    DatabaseUrlParser(String url) {
        this.url = url.strip();
    }

    DatabaseUrl parse() {
        if (url.isEmpty()) {
            throw new IllegalArgumentException("The database URL is empty. " + EXAMPLES);
        }
        String rest = withoutPrefix(withoutPrefix(url, "jdbc:"), "vertx-reactive:");
        int colon = rest.indexOf(':');
        if (colon <= 0 || !rest.substring(0, colon).matches("[A-Za-z][A-Za-z0-9+._-]*")) {
            throw new IllegalArgumentException("The database URL has no scheme. " + EXAMPLES);
        }
        String scheme = rest.substring(0, colon);
        Kind kind = Kind.ofScheme(scheme);
        if (kind == null) {
            throw new IllegalArgumentException("The database URL's scheme '" + scheme
                    + "' is not supported: known are sqlite, postgresql, mariadb and mysql, each also with a Python "
                    + "driver's name (sqlite+aiosqlite, postgresql+asyncpg, mariadb+asyncmy).");
        }
        String afterScheme = rest.substring(colon + 1);
        return kind == Kind.SQLITE ? sqlite(afterScheme) : server(kind, afterScheme);
    }

    private static String withoutPrefix(String text, String prefix) {
        return text.regionMatches(true, 0, prefix, 0, prefix.length()) ? text.substring(prefix.length()) : text;
    }

    /**
     * {@code ///relative}, {@code ////absolute}, {@code //} or nothing for memory; JDBC's has no slashes before the
     * path.
     */
    private DatabaseUrl sqlite(String text) {
        Split query = Split.atFirst(text, '?');
        String path = query.left();
        if (path.startsWith("///")) {
            path = path.substring(3);
        } else if (path.startsWith("//")) {
            if (path.length() > 2) {
                throw new IllegalArgumentException(
                        "An SQLite URL has no host: write three slashes before a relative path (sqlite:///data.db), "
                                + "four before an absolute one.");
            }
            path = "";
        }
        String file = path.equals(":memory:") ? "" : decode(path);
        return new DatabaseUrl(Kind.SQLITE, "", -1, file, null, null, options(query.right()));
    }

    private DatabaseUrl server(Kind kind, String text) {
        if (!text.startsWith("//")) {
            throw new IllegalArgumentException("The database URL has no '//' after its scheme. " + EXAMPLES);
        }
        String rest = text.substring(2);
        int at = credentialsEnd(rest);
        Split credentials = at < 0 ? new Split("", null) : Split.atFirst(rest.substring(0, at), ':');
        Split query = Split.atFirst(at < 0 ? rest : rest.substring(at + 1), '?');
        Split address = Split.atFirst(query.left(), '/');
        Map<String, String> options = options(query.right());
        String user = at < 0 ? options.remove("user") : decode(credentials.left());
        String password = at < 0
                ? options.remove("password")
                : (credentials.right() == null ? options.remove("password") : decode(credentials.right()));
        String database = address.right() == null ? "" : decode(address.right());
        if (database.isEmpty()) {
            throw new IllegalArgumentException("The database URL names no database. " + EXAMPLES);
        }
        HostAndPort hostAndPort = HostAndPort.parse(address.left());
        return new DatabaseUrl(kind, hostAndPort.host(), hostAndPort.port(), database, user, password, options);
    }

    /** JDBC's form: a password among the options may hold any character but those that separate options. */
    private static final Pattern CREDENTIALS_AS_OPTIONS =
            Pattern.compile("(\\[[0-9A-Fa-f:.]+]|[A-Za-z0-9._-]*)(:[0-9]*)?/[^/?@]*\\?(.*&)?(user|password)=.*");

    /**
     * The last '@' that something like {@code host[:port][/database][?options]} follows, so that passwords may hold
     * any.
     */
    private static int credentialsEnd(String text) {
        if (CREDENTIALS_AS_OPTIONS.matcher(text).matches()) {
            return -1;
        }
        for (int at = text.lastIndexOf('@'); at >= 0; at = text.lastIndexOf('@', at - 1)) {
            if (AFTER_CREDENTIALS.matcher(text.substring(at + 1)).matches()) {
                return at;
            }
        }
        return text.lastIndexOf('@');
    }

    private static Map<String, String> options(@Nullable String query) {
        Map<String, String> options = new LinkedHashMap<>();
        if (query == null || query.isEmpty()) {
            return options;
        }
        for (String pair : query.split("&")) {
            Split option = Split.atFirst(pair, '=');
            if (option.left().isEmpty() || option.right() == null) {
                throw new IllegalArgumentException(
                        "The options after '?' in the database URL are written name=value, with '&' between them.");
            }
            options.put(decode(option.left()), decode(option.right()));
        }
        return options;
    }

    private static String decode(String text) {
        try {
            // '+' is itself outside of forms
            return URLDecoder.decode(text.replace("+", "%2B"), StandardCharsets.UTF_8);
        } catch (IllegalArgumentException e) {
            // without the cause: its message repeats the text, which may be a password
            throw new IllegalArgumentException(
                    "The database URL holds a '%' that two hexadecimal digits do not follow: write '%25' for a percent sign.");
        }
    }

    private record Split(String left, @Nullable String right) {
        static Split atFirst(String text, char separator) {
            int at = text.indexOf(separator);
            return at < 0 ? new Split(text, null) : new Split(text.substring(0, at), text.substring(at + 1));
        }
    }

    private record HostAndPort(String host, int port) {
        static HostAndPort parse(String text) {
            int colon = text.lastIndexOf(':');
            boolean hasPort = colon >= 0 && colon > text.lastIndexOf(']');
            String host = hasPort ? text.substring(0, colon) : text;
            if (host.startsWith("[") && host.endsWith("]")) {
                host = host.substring(1, host.length() - 1);
            }
            return new HostAndPort(host.isEmpty() ? "localhost" : host, hasPort ? port(text.substring(colon + 1)) : -1);
        }

        private static int port(String digits) {
            try {
                int port = Integer.parseInt(digits);
                if (port > 0 && port <= 65_535) {
                    return port;
                }
            } catch (NumberFormatException ignored) {
                // the sentence below says it better
            }
            throw new IllegalArgumentException("The database URL's port is not a number from 1 to 65535. " + EXAMPLES);
        }
    }
}
