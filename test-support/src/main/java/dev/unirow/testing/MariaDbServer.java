package dev.unirow.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.awaitility.Awaitility;
import org.awaitility.core.ConditionTimeoutException;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Assumptions;

/**
 * One MariaDB server a test process, started at first use on a free port of the loopback interface, with data of its own, and
 * stopped with the process. Each test asks for a database of its own. Where no MariaDB runs on the platform, the tests that
 * ask for one are skipped.
 */
public final class MariaDbServer {
    /** Whom the tests connect as. */
    public static final String USER = "unirow";

    public static final String PASSWORD = "unirow";

    private static final AtomicInteger COUNTER = new AtomicInteger();
    private static final String ADDRESS = "127.0.0.1";

    /** Ends the server, and its data, when the test process closes the pipe: also when that one is killed. */
    private static final String WATCH =
            "folder=$1; shift; \"$@\" & server=$!; read -r line; kill -9 $server; wait $server; rm -rf \"$folder\"";

    private final int port;

    private MariaDbServer(int port) {
        this.port = port;
    }

    private static final class Holder {
        static final Optional<MariaDbServer> SERVER = MariaDbBinaries.find().map(MariaDbServer::start);
    }

    private static MariaDbServer server() {
        return Holder.SERVER.orElseGet(() -> Assumptions.abort(
                "No MariaDB runs here: 'mariadbd' and 'mariadb-install-db' are not on the path, and the published binaries are "
                        + "for Linux on amd64."));
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
        return "mariadb+asyncmy://" + USER + ":" + PASSWORD + "@" + ADDRESS + ":" + port() + "/" + database;
    }

    /** A new user. */
    public static void createUser(String name, String password) {
        String quoted = password.replace("\\", "\\\\").replace("'", "''");
        execute("mysql", "create user " + name + "@'" + ADDRESS + "' identified by '" + quoted + "'");
        execute("mysql", "grant all privileges on *.* to " + name + "@'" + ADDRESS + "'");
    }

    /** Runs one statement over a blocking connection of its own, beside whatever the test does. */
    public static void execute(String database, String sql) {
        try (Connection connection = connect(port(), USER, PASSWORD, database);
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
            MariaDbServer server = new MariaDbServer(freePort());
            server.run(binaries, folder);
            return server;
        } catch (IOException | SQLException e) {
            throw new IllegalStateException("MariaDB did not start.", e);
        }
    }

    private static void install(MariaDbBinaries binaries, Path folder) throws IOException {
        List<String> command = command(binaries.installer(), binaries, folder);
        command.addAll(List.of("--auth-root-authentication-method=normal", "--skip-test-db", "--skip-name-resolve"));
        Path log = folder.resolve("install.log");
        try {
            int status = new ProcessBuilder(command)
                    .redirectErrorStream(true)
                    .redirectOutput(log.toFile())
                    .start()
                    .waitFor();
            if (status != 0) {
                throw new IOException("mariadb-install-db ended with " + status + ":\n" + Files.readString(log));
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("Interrupted while MariaDB's data were made.", e);
        }
    }

    private void run(MariaDbBinaries binaries, Path folder) throws IOException, SQLException {
        List<String> command = new ArrayList<>(List.of("sh", "-c", WATCH, "sh", folder.toString()));
        command.addAll(command(binaries.server(), binaries, folder));
        Path log = folder.resolve("error.log");
        command.addAll(List.of(
                "--socket=" + folder.resolve("socket"),
                "--pid-file=" + folder.resolve("pid"),
                "--log-error=" + log,
                "--port=" + port,
                "--bind-address=" + ADDRESS,
                "--skip-name-resolve",
                "--ssl-cert=" + ServerCertificates.SERVER.certificate(),
                "--ssl-key=" + ServerCertificates.SERVER.key(),
                "--ssl-ca=" + ServerCertificates.CLIENT.certificate(),
                "--max-connections=300",
                "--innodb-flush-method=nosync",
                "--innodb-flush-log-at-trx-commit=0",
                "--innodb-buffer-pool-size=64M",
                "--debug-no-sync",
                "--skip-sync-frm",
                "--skip-innodb-doublewrite"));
        Process watch = new ProcessBuilder(command)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        try {
            Awaitility.await()
                    .atMost(Duration.ofSeconds(60))
                    .pollInterval(Duration.ofMillis(50))
                    .ignoreExceptions()
                    .until(this::answers);
        } catch (ConditionTimeoutException e) {
            String said = Files.exists(log) ? Files.readString(log) : "nothing";
            watch.getOutputStream().close();
            throw new IOException("MariaDB does not answer at port " + port + ". Its log says:\n" + said, e);
        }
        try (Connection connection = connect(port, "root", null, "mysql");
                Statement statement = connection.createStatement()) {
            statement.execute("create user '" + USER + "'@'" + ADDRESS + "' identified by '" + PASSWORD + "'");
            statement.execute("grant all privileges on *.* to '" + USER + "'@'" + ADDRESS + "' with grant option");
        }
    }

    private boolean answers() throws SQLException {
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
