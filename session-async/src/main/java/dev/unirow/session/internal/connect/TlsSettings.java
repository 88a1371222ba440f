package dev.unirow.session.internal.connect;

import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * How a connection to a server is encrypted, and what is asked of the server's certificate. Files are in PEM.
 *
 * @param mode null for what follows from the rest: none without a root certificate, the strictest with one
 * @param rootCertificate who may have signed the server's certificate; null for those that the Java runtime trusts
 * @param certificate what the client shows for itself
 * @param key the private key of that, without a password
 */
public record TlsSettings(
        @Nullable Mode mode,
        @Nullable Path rootCertificate,
        @Nullable Path certificate,
        @Nullable Path key) {
    /** As libpq has them. */
    public enum Mode {
        DISABLE,
        ALLOW,
        PREFER,
        REQUIRE,
        VERIFY_CA,
        VERIFY_FULL;

        /** Whether the server's certificate is checked. */
        boolean verifies() {
            return this == VERIFY_CA || this == VERIFY_FULL;
        }
    }

    public static TlsSettings none() {
        return new TlsSettings(null, null, null, null);
    }

    public TlsSettings withMode(Mode wanted) {
        return new TlsSettings(wanted, rootCertificate, certificate, key);
    }

    public TlsSettings withRootCertificate(Path file) {
        return new TlsSettings(mode, file, certificate, key);
    }

    public TlsSettings withCertificate(Path file) {
        return new TlsSettings(mode, rootCertificate, file, key);
    }

    public TlsSettings withKey(Path file) {
        return new TlsSettings(mode, rootCertificate, certificate, file);
    }

    /** The mode that holds; {@code require} with a root certificate checks it, as in libpq. */
    Mode effectiveMode() {
        if (mode == null) {
            return rootCertificate == null ? Mode.DISABLE : Mode.VERIFY_FULL;
        }
        return mode == Mode.REQUIRE && rootCertificate != null ? Mode.VERIFY_CA : mode;
    }

    /** @throws IllegalArgumentException if a file cannot be read, or a certificate has no key */
    void check() {
        requireReadable(rootCertificate, "root certificate");
        requireReadable(certificate, "client certificate");
        requireReadable(key, "client certificate's key");
        if ((certificate == null) != (key == null)) {
            throw new IllegalArgumentException(
                    "A client certificate and its key belong together: name both of them, or none.");
        }
    }

    private static void requireReadable(@Nullable Path file, String what) {
        if (file != null && !Files.isReadable(file)) {
            throw new IllegalArgumentException(
                    "The " + what + " '" + file + "' for TLS cannot be read: there is no such file, or no right to.");
        }
    }
}
