package dev.unirow.session.tests;

import static dev.unirow.session.Await.await;
import static dev.unirow.session.tests.EngineOption.option;
import static dev.unirow.testing.ServerCertificates.CLIENT;
import static dev.unirow.testing.ServerCertificates.SERVER;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.unirow.session.Database;
import dev.unirow.session.DatabaseUnavailableException;
import dev.unirow.session.TlsMode;
import dev.unirow.session.tests.EngineOption.Way;
import dev.unirow.testing.Certificates;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

/** Encrypted connections to a server whose certificate is for {@code localhost} alone, and signed by itself. */
abstract class TlsContract {
    private static final Certificates.Pair STRANGER = Certificates.make().pair("stranger", "localhost");

    /** The URL of a database, by the name or address of the server. */
    abstract String url(String host);

    /** The URL of the same for a user who must show a certificate. */
    abstract String urlOfCertified(String host);

    /** Whether the connection is encrypted. */
    abstract boolean isEncrypted(Database db);

    /** Whether this kind of database's clients do not tell {@code allow} from {@code prefer}. */
    abstract boolean allowIsPrefer();

    /** How this kind of database's own clients write the modes. */
    abstract String urlMode(TlsMode mode);

    abstract String urlRoot();

    abstract String urlCertificate();

    abstract String urlKey();

    private EngineOption mode(TlsMode mode) {
        return option("tls.mode", mode.name(), urlMode(mode), builder -> builder.tls(mode));
    }

    private EngineOption root(Path file) {
        return option(
                "tls.root-certificate",
                file.toString(),
                urlRoot() + "=" + file,
                builder -> builder.rootCertificate(file));
    }

    private List<EngineOption> client(Certificates.Pair pair, EngineOption... others) {
        List<EngineOption> options = new ArrayList<>(Arrays.asList(others));
        options.add(option(
                "tls.certificate",
                pair.certificate().toString(),
                urlCertificate() + "=" + pair.certificate(),
                builder -> builder.clientCertificate(pair.certificate(), pair.key())));
        options.add(option("tls.key", pair.key().toString(), urlKey() + "=" + pair.key(), builder -> builder));
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
        opens(url("127.0.0.1"), List.of(), db -> assertThat(isEncrypted(db)).isFalse());
        opens(
                url("127.0.0.1"),
                List.of(mode(TlsMode.DISABLE)),
                db -> assertThat(isEncrypted(db)).isFalse());
        opens(
                url("127.0.0.1"),
                List.of(mode(TlsMode.ALLOW)),
                db -> assertThat(isEncrypted(db)).isEqualTo(allowIsPrefer()));
        opens(
                url("127.0.0.1"),
                List.of(mode(TlsMode.PREFER)),
                db -> assertThat(isEncrypted(db)).isTrue());
        opens(
                url("127.0.0.1"),
                List.of(mode(TlsMode.REQUIRE)),
                db -> assertThat(isEncrypted(db)).isTrue());
    }

    @Test
    @EffectOf({"tls.mode", "tls.root-certificate"})
    void theServersCertificateIsChecked() {
        EngineOption known = root(SERVER.certificate());
        EngineOption unknown = root(STRANGER.certificate());
        opens(
                url("127.0.0.1"),
                List.of(mode(TlsMode.VERIFY_CA), known),
                db -> assertThat(isEncrypted(db)).isTrue());
        opens(
                url("localhost"),
                List.of(mode(TlsMode.VERIFY_FULL), known),
                db -> assertThat(isEncrypted(db)).isTrue());
        opens(
                url("localhost"),
                List.of(known),
                db -> assertThat(isEncrypted(db)).isTrue());

        isRefused(url("127.0.0.1"), List.of(mode(TlsMode.VERIFY_FULL), known));
        isRefused(url("127.0.0.1"), List.of(known)); // which is the strictest
        isRefused(url("127.0.0.1"), List.of(mode(TlsMode.VERIFY_CA), unknown));
        isRefused(url("127.0.0.1"), List.of(mode(TlsMode.REQUIRE), unknown)); // as libpq
        isRefused(url("localhost"), List.of(mode(TlsMode.VERIFY_FULL), unknown));
        isRefused(url("localhost"), List.of(mode(TlsMode.VERIFY_FULL))); // the Java runtime does not trust it
    }

    @Test
    @EffectOf({"tls.certificate", "tls.key"})
    void theClientShowsItsCertificate() {
        opens(
                urlOfCertified("127.0.0.1"),
                client(CLIENT, mode(TlsMode.REQUIRE)),
                db -> assertThat(isEncrypted(db)).isTrue());

        opens(
                urlOfCertified("127.0.0.1"),
                client(CLIENT, mode(TlsMode.ALLOW)), // the server takes none that is plain
                db -> assertThat(isEncrypted(db)).isTrue());

        isRefused(urlOfCertified("127.0.0.1"), List.of(mode(TlsMode.DISABLE)));
        isRefused(urlOfCertified("127.0.0.1"), List.of(mode(TlsMode.REQUIRE)));
        isRefused(urlOfCertified("127.0.0.1"), client(STRANGER, mode(TlsMode.REQUIRE)));
    }

    @Test
    void filesThatAreNotThereAreNamedBeforeAnythingIsSent() {
        Path missing = Path.of("no-such-root.pem");
        for (Way way : Way.values()) {
            assertThatThrownBy(() -> way.toBuild(url("localhost"), List.of(root(missing)))
                            .open())
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessage(
                            "The root certificate 'no-such-root.pem' for TLS cannot be read: there is no such file, or no "
                                    + "right to.");
        }
        assertThatThrownBy(() -> Database.open(url("localhost") + "?" + urlKey() + "=" + CLIENT.key()))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("belong together");
        assertThatThrownBy(() -> Database.open(url("localhost") + "?sslmode=sometimes"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage(
                        "The option 'sslmode' cannot be 'sometimes': it is one of disable, allow, prefer, require, verify-ca, "
                                + "verify-full.");
    }

    static Object value(Database db, String sql, String column) {
        return await(db.connect(connection -> connection.select(sql))).get(0).get(column);
    }
}
