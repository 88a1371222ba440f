package dev.unirow.testing;

import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Assumptions;

/**
 * The program that a database's makers give to its users, for one database. Where it is missing, the test is skipped.
 */
public final class Client {
    private final List<String> command;
    private final Map<String, String> environment;

    private Client(List<String> command, Map<String, String> environment) {
        this.command = command;
        this.environment = environment;
    }

    /** The client for a database of {@link DatabaseTarget#newDatabaseUrl()} that is in a file or on a server. */
    public static Client of(DatabaseKind kind, String url) {
        return switch (kind) {
            case SQLITE_FILE, SQLITE_MEMORY ->
                new Client(List.of(program("sqlite3"), "-batch", "-noheader", "-separator", "\t", file(url)), Map.of());
            case POSTGRESQL -> {
                Server server = Server.of(url);
                List<String> command = List.of(
                        program("psql"),
                        "-XAt",
                        "-F",
                        "\t",
                        "-h",
                        server.host,
                        "-p",
                        server.port,
                        "-U",
                        server.user,
                        "-d",
                        server.database,
                        "-c");
                yield new Client(
                        command, Map.of("PGPASSWORD", server.password, "PGTZ", "UTC", "PGCLIENTENCODING", "UTF8"));
            }
            case MARIADB -> {
                Server server = Server.of(url);
                List<String> command = List.of(
                        MariaDbBinaries.client().map(Path::toString).orElseGet(() -> missing("mariadb")),
                        "--no-defaults",
                        "-N",
                        "-h",
                        server.host,
                        "-P",
                        server.port,
                        "-u",
                        server.user,
                        "-D",
                        server.database,
                        "--default-character-set=utf8mb4",
                        "-e");
                yield new Client(command, Map.of("MYSQL_PWD", server.password));
            }
        };
    }

    private static String file(String url) {
        return url.substring(url.indexOf(":///") + 4).replaceFirst("[?].*", "");
    }

    private static String program(String name) {
        return MariaDbBinaries.onPath(name).map(Path::toString).orElseGet(() -> missing(name));
    }

    private static String missing(String name) {
        return Assumptions.abort("The client '" + name + "' is not installed here.");
    }

    /** What it prints for a query: values with tabs between them, control characters as {@code \x01}. */
    public String print(String sql) throws IOException, InterruptedException {
        Path printed = Files.createTempFile("client", ".txt");
        Path errors = Files.createTempFile("client", ".log"); // warnings, too
        try {
            ProcessBuilder builder = new ProcessBuilder(new ArrayList<>(command))
                    .redirectOutput(printed.toFile())
                    .redirectError(errors.toFile());
            builder.command().add(sql);
            builder.environment().putAll(environment);
            Process process = builder.start();
            if (!process.waitFor(Waiting.LIMIT.toSeconds(), TimeUnit.SECONDS)) {
                process.destroyForcibly();
                throw new IllegalStateException(command.get(0) + " did not end.");
            }
            String text = Files.readString(printed, StandardCharsets.UTF_8).stripTrailing();
            if (process.exitValue() != 0) {
                throw new IllegalStateException(
                        command.get(0) + " ended with " + process.exitValue() + ": " + Files.readString(errors));
            }
            return text.replace("\u0001", "\\x01");
        } finally {
            Files.deleteIfExists(printed);
            Files.deleteIfExists(errors);
        }
    }

    private record Server(String host, String port, String user, String password, String database) {
        static Server of(String url) {
            URI uri = URI.create(url);
            String[] user = Optional.ofNullable(uri.getUserInfo()).orElse(":").split(":", 2);
            return new Server(
                    uri.getHost(),
                    String.valueOf(uri.getPort()),
                    user[0],
                    user[1],
                    uri.getPath().substring(1));
        }
    }
}
