package dev.unirow.session.internal.connect;

import io.vertx.core.net.PemKeyCertOptions;
import io.vertx.core.net.PemTrustOptions;
import io.vertx.core.net.TrustOptions;
import io.vertx.sqlclient.SqlConnectOptions;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import javax.net.ssl.TrustManagerFactory;
import org.jspecify.annotations.Nullable;

/** What Vert.x's clients for PostgreSQL and MySQL have in common for TLS. */
final class TlsOptions {
    private TlsOptions() {}

    static void set(SqlConnectOptions options, TlsSettings tls) {
        tls.check();
        TlsSettings.Mode mode = tls.effectiveMode();
        if (mode.verifies()) {
            options.setTrustOptions(trusted(tls.rootCertificate()));
        } else {
            options.setTrustAll(true); // encrypted, to whoever answers
        }
        if (mode == TlsSettings.Mode.VERIFY_FULL) {
            options.setHostnameVerificationAlgorithm("HTTPS");
        }
        if (tls.certificate() != null && tls.key() != null) {
            options.setKeyCertOptions(new PemKeyCertOptions()
                    .addCertPath(tls.certificate().toAbsolutePath().toString())
                    .addKeyPath(tls.key().toAbsolutePath().toString()));
        }
    }

    private static TrustOptions trusted(@Nullable Path root) {
        return root == null
                ? TrustOptions.wrap(runtime().getTrustManagers()[0])
                : new PemTrustOptions().addCertPath(root.toAbsolutePath().toString());
    }

    /** Those that the Java runtime trusts. */
    private static TrustManagerFactory runtime() {
        try {
            TrustManagerFactory factory = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
            factory.init((KeyStore) null);
            return factory;
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("The Java runtime has no certificates to trust.", e);
        }
    }
}
