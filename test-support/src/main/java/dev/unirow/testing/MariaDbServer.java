package dev.unirow.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.BindException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.awaitility.Awaitility;
import org.awaitility.core.ConditionTimeoutException;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Assumptions;

/**
 * One MariaDB server a test process, started at first use on a free port of the loopback interface, with data of its
 * own, and stopped with the process. Each test asks for a database of its own. Where no MariaDB runs on the platform,
 * the tests that ask for one are skipped.
 */
public final class MariaDbServer {
    /** Whom the tests connect as. */
    public static final String USER = "unirow";

    public static final String PASSWORD = "unirow";

    private static final AtomicInteger COUNTER = new AtomicInteger();
    private static final String ADDRESS = "127.0.0.1";

    private static final String PORT_TAKEN = "Do you already have another server running on port";
    private static final int ATTEMPTS = 5;

    /**
     * Ends the server, and its data, when the test process closes the pipe: also when that one is killed. A line ends
     * the server alone.
     */
    private static final String WATCH =
            "folder=$1; shift; \"$@\" & server=$!; read -r line; kill -9 $server; wait $server; "
                    + "[ -n \"$line\" ] || rm -rf \"$folder\"";

    private final MariaDbBinaries binaries;
    private final Path folder;
    private final int port;
    private @Nullable Process watch;

    private MariaDbServer(MariaDbBinaries binaries, Path folder, int port) {
        this.binaries = binaries;
        this.folder = folder;
        this.port = port;
    }

    private static final class Holder {
        static final Optional<MariaDbServer> SERVER = MariaDbBinaries.find().map(MariaDbServer::start);
    }

    private static MariaDbServer server() {
        return Holder.SERVER.orElseGet(MariaDbServer::skip);
    }

    private static <T> T skip() {
        return Assumptions.abort(
                "No MariaDB runs here: 'mariadbd' and 'mariadb-install-db' are not on the path, and the published binaries are "
                        + "for Linux on amd64.");
    }

    /** A server that one test has for itself, with an empty database. */
    public static OwnServer own() {
        MariaDbServer server = start(MariaDbBinaries.find().orElseGet(MariaDbServer::skip));
        server.query("mysql", USER, PASSWORD, "create database own");
        return new OwnServer() {
            @Override
            public String url() {
                return server.urlOf("own");
            }

            @Override
            public void crash() {
                server.crash();
            }

            @Override
            public void start() {
                try {
                    server.run();
                } catch (IOException e) {
                    throw new UncheckedIOException(e);
                }
            }

            @Override
            public void close() {
                server.end();
            }
        };
    }

    /** The port that the server listens on. */
    public static int port() {
        return server().port;
    }

    /** A new, empty database; its name. */
    public static String createDatabase() {
        String name = "test_" + COUNTER.incrementAndGet();
        execute("mysql", "create database " + name);
        return name;
    }

    /** A URL of a new, empty database, as Python writes it. */
    public static String createDatabaseUrl() {
        return url(createDatabase());
    }

    /** The URL of the named database, as Python writes it. */
    public static String url(String database) {
        return server().urlOf(database);
    }

    private String urlOf(String database) {
        return "mariadb+asyncmy://" + USER + ":" + PASSWORD + "@" + ADDRESS + ":" + port + "/" + database;
    }

    /** A new user. */
    public static void createUser(String name, String password) {
        String quoted = password.replace("\\", "\\\\").replace("'", "''");
        execute("mysql", "create user " + name + "@'" + ADDRESS + "' identified by '" + quoted + "'");
        execute("mysql", "grant all privileges on *.* to " + name + "@'" + ADDRESS + "'");
    }

    /** Runs one statement over a blocking connection of its own, beside whatever the test does. */
    public static void execute(String database, String sql) {
        server().query(database, USER, PASSWORD, sql);
    }

    private void query(String database, String user, @Nullable String password, String sql) {
        try (Connection connection = connect(port, user, password, database);
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        } catch (SQLException e) {
            throw new IllegalStateException("Could not run '" + sql + "' on " + database + ".", e);
        }
    }

    private static Connection connect(int port, String user, @Nullable String password, String database)
            throws SQLException {
        return DriverManager.getConnection("jdbc:mariadb://" + ADDRESS + ":" + port + "/" + database, user, password);
    }

    private static MariaDbServer start(MariaDbBinaries binaries) {
        try {
            Path folder = Files.createTempDirectory("unirow-mariadb");
            install(binaries, folder);
            MariaDbServer server = running(binaries, folder);
            String user = "'" + USER + "'@'" + ADDRESS + "'";
            server.query("mysql", "root", null, "create user " + user + " identified by '" + PASSWORD + "'");
            server.query("mysql", "root", null, "grant all privileges on *.* to " + user + " with grant option");
            return server;
        } catch (IOException e) {
            throw new IllegalStateException("MariaDB did not start.", e);
        }
    }

    /** A port that was free may have been taken since, by the server of another test process among others. */
    private static MariaDbServer running(MariaDbBinaries binaries, Path folder) throws IOException {
        for (int attempt = 1; ; attempt++) {
            MariaDbServer server = new MariaDbServer(binaries, folder, freePort());
            try {
                server.run();
                return server;
            } catch (BindException e) {
                server.crash();
                if (attempt == ATTEMPTS) {
                    throw e;
                }
            }
        }
    }

    private static void install(MariaDbBinaries binaries, Path folder) throws IOException {
        List<String> command = command(binaries.installer(), binaries, folder);
        command.addAll(List.of("--auth-root-authentication-method=normal", "--skip-test-db", "--skip-name-resolve"));
        Path log = folder.resolve("install.log");
        try {
            ProcessBuilder installer =
                    new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(log.toFile());
            installer.environment().put("TMPDIR", temporary(folder).toString());
            int status = installer.start().waitFor();
            if (status != 0) {
                throw new IOException("mariadb-install-db ended with " + status + ":\n" + Files.readString(log));
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("Interrupted while MariaDB's data were made.", e);
        }
    }

    /**
     * A server that starts deletes what it takes for left-overs, also those of another one that runs, or is installed.
     */
    private static Path temporary(Path folder) throws IOException {
        return Files.createDirectories(folder.resolve("tmp"));
    }

    private void run() throws IOException {
        List<String> command = new ArrayList<>(List.of("sh", "-c", WATCH, "sh", folder.toString()));
        command.addAll(command(binaries.server(), binaries, folder));
        Path log = folder.resolve("error.log");
        Files.deleteIfExists(log);
        command.addAll(List.of(
                "--socket=" + folder.resolve("socket"),
                "--pid-file=" + folder.resolve("pid"),
                "--log-error=" + log,
                "--tmpdir=" + temporary(folder),
                "--port=" + port,
                "--bind-address=" + ADDRESS,
                "--skip-name-resolve",
                "--ssl-cert=" + ServerCertificates.SERVER.certificate(),
                "--ssl-key=" + ServerCertificates.SERVER.key(),
                "--ssl-ca=" + ServerCertificates.CLIENT.certificate(),
                "--max-connections=300",
                "--innodb-flush-method=nosync",
                "--innodb-flush-log-at-trx-commit=2", // what is committed survives the server, if not the machine
                "--innodb-buffer-pool-size=64M",
                "--debug-no-sync",
                "--skip-sync-frm",
                "--skip-innodb-doublewrite"));
        watch = new ProcessBuilder(command)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        try {
            Awaitility.await()
                    .atMost(Waiting.LIMIT)
                    .pollInterval(Duration.ofMillis(50))
                    .ignoreExceptionsInstanceOf(SQLException.class)
                    .until(() -> answers(log));
        } catch (ConditionTimeoutException e) {
            String said = Files.exists(log) ? Files.readString(log) : "nothing";
            end();
            throw new IOException("MariaDB does not answer at port " + port + ". Its log says:\n" + said, e);
        }
    }

    private void crash() {
        Process running = Objects.requireNonNull(watch);
        try {
            running.getOutputStream().write("crash\n".getBytes(StandardCharsets.UTF_8));
            running.getOutputStream().close();
            running.waitFor();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void end() {
        try {
            Objects.requireNonNull(watch).getOutputStream().close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private boolean answers(Path log) throws IOException, SQLException {
        if (Files.exists(log) && Files.readString(log).contains(PORT_TAKEN)) {
            throw new BindException("Port " + port + " was taken before MariaDB had it.");
        }
        try (Connection connection = connect(port, "root", null, "mysql")) {
            return connection.isValid(1);
        }
    }

    /** What both programs are told. */
    private static List<String> command(Path program, MariaDbBinaries binaries, Path folder) {
        List<String> command = new ArrayList<>(List.of(program.toString(), "--no-defaults"));
        if (binaries.home() != null) {
            command.add("--basedir=" + binaries.home());
        }
        if (System.getProperty("user.name").equals("root")) {
            command.add("--user=root"); // it refuses to run as root unless told so
        }
        command.add("--datadir=" + folder.resolve("data"));
        command.add("--innodb-log-file-size=8M");
        return command;
    }

    private static int freePort() {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getByName(ADDRESS))) {
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new UncheckedIOException("No port is free.", e);
        }
    }
}
