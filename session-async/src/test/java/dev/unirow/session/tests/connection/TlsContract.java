package dev.unirow.session.tests.connection;

import static dev.unirow.session.tests.connection.EngineOption.option;
import static dev.unirow.testing.ServerCertificates.CLIENT;
import static dev.unirow.testing.ServerCertificates.SERVER;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.unirow.session.Database;
import dev.unirow.session.TlsMode;
import dev.unirow.session.exception.DatabaseUnavailableException;
import dev.unirow.session.tests.connection.EngineOption.Way;
import dev.unirow.testing.Capability;
import dev.unirow.testing.Certificates;
import dev.unirow.testing.DatabaseKind;
import dev.unirow.testing.DatabaseTarget;
import dev.unirow.testing.EachDatabase;
import dev.unirow.testing.Requires;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Consumer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Encrypted connections to a server whose certificate is for {@code localhost} alone, and signed by itself. */
@EachDatabase
@Requires(Capability.SERVER)
class TlsContract {
    private static final Certificates.Pair STRANGER = Certificates.make().pair("stranger", "localhost");

    private TlsServer server;

    @BeforeEach
    void findServer(DatabaseTarget target) {
        server = target.kind() == DatabaseKind.POSTGRESQL ? new PostgresTls() : new MariaDbTls();
    }

    private EngineOption mode(TlsMode mode) {
        return option("tls.mode", mode.name(), server.urlMode(mode), builder -> builder.tls(mode));
    }

    private EngineOption root(Path file) {
        return option(
                "tls.root-certificate",
                file.toString(),
                server.urlRoot() + "=" + file,
                builder -> builder.rootCertificate(file));
    }

    private List<EngineOption> client(Certificates.Pair pair, EngineOption... others) {
        List<EngineOption> options = new ArrayList<>(Arrays.asList(others));
        options.add(option(
                "tls.certificate",
                pair.certificate().toString(),
                server.urlCertificate() + "=" + pair.certificate(),
                builder -> builder.clientCertificate(pair.certificate(), pair.key())));
        options.add(option("tls.key", pair.key().toString(), server.urlKey() + "=" + pair.key(), builder -> builder));
        return options;
    }

    private void opens(String url, List<EngineOption> options, Consumer<Database> effect) {
        for (Way way : Way.values()) {
            try (Database db = way.toBuild(url, options).open()) {
                effect.accept(db);
            }
        }
    }

    private void isRefused(String url, List<EngineOption> options) {
        for (Way way : Way.values()) {
            assertThatThrownBy(() -> way.toBuild(url, options).open().close())
                    .as("%s of %s", way, options)
                    .isInstanceOf(DatabaseUnavailableException.class);
        }
    }

    @Test
    @EffectOf("tls.mode")
    void theModeSaysWhetherConnectionsAreEncrypted() {
        opens(
                server.url("127.0.0.1"),
                List.of(),
                db -> assertThat(server.isEncrypted(db)).isFalse());
        opens(
                server.url("127.0.0.1"),
                List.of(mode(TlsMode.DISABLE)),
                db -> assertThat(server.isEncrypted(db)).isFalse());
        opens(
                server.url("127.0.0.1"),
                List.of(mode(TlsMode.ALLOW)),
                db -> assertThat(server.isEncrypted(db)).isEqualTo(server.allowIsPrefer()));
        opens(
                server.url("127.0.0.1"),
                List.of(mode(TlsMode.PREFER)),
                db -> assertThat(server.isEncrypted(db)).isTrue());
        opens(
                server.url("127.0.0.1"),
                List.of(mode(TlsMode.REQUIRE)),
                db -> assertThat(server.isEncrypted(db)).isTrue());
    }

    @Test
    @EffectOf({"tls.mode", "tls.root-certificate"})
    void theServersCertificateIsChecked() {
        EngineOption known = root(SERVER.certificate());
        EngineOption unknown = root(STRANGER.certificate());
        opens(
                server.url("127.0.0.1"),
                List.of(mode(TlsMode.VERIFY_CA), known),
                db -> assertThat(server.isEncrypted(db)).isTrue());
        opens(
                server.url("localhost"),
                List.of(mode(TlsMode.VERIFY_FULL), known),
                db -> assertThat(server.isEncrypted(db)).isTrue());
        opens(
                server.url("localhost"),
                List.of(known),
                db -> assertThat(server.isEncrypted(db)).isTrue());

        isRefused(server.url("127.0.0.1"), List.of(mode(TlsMode.VERIFY_FULL), known));
        isRefused(server.url("127.0.0.1"), List.of(known)); // which is the strictest
        isRefused(server.url("127.0.0.1"), List.of(mode(TlsMode.VERIFY_CA), unknown));
        isRefused(server.url("127.0.0.1"), List.of(mode(TlsMode.REQUIRE), unknown)); // as libpq
        isRefused(server.url("localhost"), List.of(mode(TlsMode.VERIFY_FULL), unknown));
        isRefused(server.url("localhost"), List.of(mode(TlsMode.VERIFY_FULL))); // the Java runtime does not trust it
    }

    @Test
    @EffectOf({"tls.certificate", "tls.key"})
    void theClientShowsItsCertificate() {
        opens(
                server.urlOfCertified("127.0.0.1"),
                client(CLIENT, mode(TlsMode.REQUIRE)),
                db -> assertThat(server.isEncrypted(db)).isTrue());

        opens(
                server.urlOfCertified("127.0.0.1"),
                client(CLIENT, mode(TlsMode.ALLOW)), // the server takes none that is plain
                db -> assertThat(server.isEncrypted(db)).isTrue());

        isRefused(server.urlOfCertified("127.0.0.1"), List.of(mode(TlsMode.DISABLE)));
        isRefused(server.urlOfCertified("127.0.0.1"), List.of(mode(TlsMode.REQUIRE)));
        isRefused(server.urlOfCertified("127.0.0.1"), client(STRANGER, mode(TlsMode.REQUIRE)));
    }

    @Test
    void filesThatAreNotThereAreNamedBeforeAnythingIsSent() {
        Path missing = Path.of("no-such-root.pem");
        for (Way way : Way.values()) {
            assertThatThrownBy(() -> way.toBuild(server.url("localhost"), List.of(root(missing)))
                            .open())
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessage(
                            "The root certificate 'no-such-root.pem' for TLS cannot be read: there is no such file, or no "
                                    + "right to.");
        }
        assertThatThrownBy(() -> Database.open(server.url("localhost") + "?" + server.urlKey() + "=" + CLIENT.key()))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("belong together");
        assertThatThrownBy(() -> Database.open(server.url("localhost") + "?sslmode=sometimes"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage(
                        "The option 'sslmode' cannot be 'sometimes': it is one of disable, allow, prefer, require, verify-ca, "
                                + "verify-full.");
    }
}
