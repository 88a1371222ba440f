package dev.unirow.junit;

import static dev.unirow.session.Await.await;

import dev.unirow.schema.DatabaseKind;
import dev.unirow.session.Database;
import dev.unirow.session.exception.UnirowException;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Databases of a server, beside the one of the URL, which is only used to reach it: on PostgreSQL the first is
 * prepared, and the others are copies of it; MariaDB copies none, and each is prepared.
 */
final class ServerPlace implements Place {
    private final String url;
    private final Preparation preparation;
    private final String name =
            "unirow_test_" + UUID.randomUUID().toString().replace("-", "").substring(0, 12);
    private final AtomicInteger made = new AtomicInteger();
    private @Nullable String template;

    ServerPlace(String url, Preparation preparation) {
        this.url = url;
        this.preparation = preparation;
    }

    @Override
    public boolean isFile() {
        return false;
    }

    @Override
    public String make() {
        String database = name + "_" + made.incrementAndGet();
        String own = named(url, database);
        try (Database admin = admin()) {
            if (admin.kind() == DatabaseKind.POSTGRESQL) {
                run(admin, "create database " + database + " template " + prepared(admin));
                return own;
            }
            run(admin, "create database " + database);
        }
        preparation.in(own);
        return own;
    }

    /** A template must have no connections: nobody else learns of this one. */
    private synchronized String prepared(Database admin) {
        String present = template;
        if (present == null) {
            present = name;
            run(admin, "create database " + present);
            preparation.in(named(url, present));
            template = present;
        }
        return present;
    }

    /** With one of the models, since a database is opened with some; nothing is asked about it. */
    private Database admin() {
        return preparation.builder(url).poolSize(1).open();
    }

    private static void run(Database admin, String sql) {
        try {
            await(admin.connect(connection -> connection.execute(sql)));
        } catch (UnirowException failure) {
            throw new IllegalStateException(
                    "The databases of the tests cannot be made on '" + admin.url() + "': '" + sql
                            + "' failed. Let the user of the URL create databases, or give the URL of another one.",
                    failure);
        }
    }

    @Override
    public void delete(String made) {
        Matcher database = Pattern.compile(name + "_\\d+").matcher(made);
        if (database.find()) {
            drop(database.group());
        }
    }

    private void drop(String database) {
        try (Database admin = admin()) {
            // whoever a test has left connected has to go
            String end = admin.kind() == DatabaseKind.POSTGRESQL ? " with (force)" : "";
            run(admin, "drop database if exists " + database + end);
        }
    }

    @Override
    public synchronized void close() {
        if (template != null) {
            drop(template);
            template = null;
        }
    }

    /** The URL with another database in it. */
    static String named(String url, String database) {
        int query = url.indexOf('?', url.lastIndexOf('@') + 1);
        String address = query < 0 ? url : url.substring(0, query);
        int authority = Math.max(address.indexOf("://") + 3, address.lastIndexOf('@') + 1);
        int path = address.indexOf('/', authority);
        return (path < 0 ? address : address.substring(0, path)) + "/" + database
                + (query < 0 ? "" : url.substring(query));
    }
}
