package dev.unirow.session.tests;

import static dev.unirow.testing.ServerCertificates.CLIENT;
import static dev.unirow.testing.ServerCertificates.SERVER;

import dev.unirow.session.Database;
import dev.unirow.session.TlsMode;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Locale;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;

class PostgresTlsTest extends TlsContract {
    private static EmbeddedPostgres server;

    @BeforeAll
    static void startServer() throws IOException, SQLException {
        server = EmbeddedPostgres.builder()
                .setServerConfig("listen_addresses", "127.0.0.1")
                .setServerConfig("fsync", "off")
                .setServerConfig("ssl", "on")
                .setServerConfig("ssl_cert_file", SERVER.certificate().toString())
                .setServerConfig("ssl_key_file", SERVER.key().toString())
                .setServerConfig("ssl_ca_file", CLIENT.certificate().toString())
                .start();
        try (Connection connection = server.getPostgresDatabase().getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute("create role client superuser login");
            statement.execute("""
                    do $$ begin
                      execute format('copy (values (%L), (%L), (%L)) to %L', 'local all all trust',
                          'hostssl all client 127.0.0.1/32 cert', 'host all postgres 127.0.0.1/32 trust',
                          current_setting('hba_file'));
                      perform pg_reload_conf();
                    end $$""");
        }
    }

    @AfterAll
    static void stopServer() throws IOException {
        server.close();
    }

    @Override
    String url(String host) {
        return "postgresql+asyncpg://postgres@" + host + ":" + server.getPort() + "/postgres";
    }

    @Override
    String urlOfCertified(String host) {
        return "postgresql+asyncpg://client@" + host + ":" + server.getPort() + "/postgres";
    }

    @Override
    boolean isEncrypted(Database db) {
        return (Boolean) value(db, "select ssl from pg_stat_ssl where pid = pg_backend_pid()", "ssl");
    }

    @Override
    boolean allowIsPrefer() {
        return false;
    }

    @Override
    String urlMode(TlsMode mode) {
        return "sslmode=" + mode.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    @Override
    String urlRoot() {
        return "sslrootcert";
    }

    @Override
    String urlCertificate() {
        return "sslcert";
    }

    @Override
    String urlKey() {
        return "sslkey";
    }
}
