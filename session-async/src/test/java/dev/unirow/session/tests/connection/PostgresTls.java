package dev.unirow.session.tests.connection;

import static dev.unirow.testing.ServerCertificates.CLIENT;

import dev.unirow.session.Database;
import dev.unirow.session.TlsMode;
import dev.unirow.testing.ServerCertificates;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Locale;

/** A server of its own, which ends with the process. */
final class PostgresTls implements TlsServer {
    private static final EmbeddedPostgres SERVER = start();

    private static EmbeddedPostgres start() {
        try {
            EmbeddedPostgres server = EmbeddedPostgres.builder()
                    .setServerConfig("listen_addresses", "127.0.0.1")
                    .setServerConfig("fsync", "off")
                    .setServerConfig("ssl", "on")
                    .setServerConfig(
                            "ssl_cert_file",
                            ServerCertificates.SERVER.certificate().toString())
                    .setServerConfig(
                            "ssl_key_file", ServerCertificates.SERVER.key().toString())
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
            return server;
        } catch (IOException | SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public String url(String host) {
        return "postgresql+asyncpg://postgres@" + host + ":" + SERVER.getPort() + "/postgres";
    }

    @Override
    public String urlOfCertified(String host) {
        return "postgresql+asyncpg://client@" + host + ":" + SERVER.getPort() + "/postgres";
    }

    @Override
    public boolean isEncrypted(Database db) {
        return (Boolean) TlsServer.value(db, "select ssl from pg_stat_ssl where pid = pg_backend_pid()", "ssl");
    }

    @Override
    public boolean allowIsPrefer() {
        return false;
    }

    @Override
    public String urlMode(TlsMode mode) {
        return "sslmode=" + mode.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    @Override
    public String urlRoot() {
        return "sslrootcert";
    }

    @Override
    public String urlCertificate() {
        return "sslcert";
    }

    @Override
    public String urlKey() {
        return "sslkey";
    }
}
