package dev.unirow.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.util.Base64;
import java.util.List;

/** Certificates that sign themselves, made by the runtime's keytool, as files in PEM. */
public final class Certificates {
    private static final char[] PASSWORD = "unirow".toCharArray();

    private final Path folder;
    private final boolean temporary;

    private Certificates(Path folder, boolean temporary) {
        this.folder = folder;
        this.temporary = temporary;
    }

    /** Into a new folder of temporary files, which is removed with the process. */
    public static Certificates make() {
        try {
            Path folder = Files.createTempDirectory("unirow-tls");
            folder.toFile().deleteOnExit();
            return new Certificates(folder, true);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Into a folder that stays. */
    static Certificates in(Path folder) {
        return new Certificates(folder, false);
    }

    /** One that was made into the folder before. */
    Pair made(String name) {
        return new Pair(folder.resolve(name + ".crt"), folder.resolve(name + ".key"));
    }

    /**
     * A certificate and its key, readable by their owner alone as servers ask for.
     *
     * @param host the only host that it is for
     */
    public Pair pair(String name, String host) {
        Path store = folder.resolve(name + ".p12");
        try {
            int status = new ProcessBuilder(List.of(
                            Path.of(System.getProperty("java.home"), "bin", "keytool")
                                    .toString(),
                            "-genkeypair",
                            "-alias",
                            "one",
                            "-keyalg",
                            "RSA",
                            "-keysize",
                            "2048",
                            "-dname",
                            "CN=" + name,
                            "-ext",
                            "san=dns:" + host,
                            "-ext",
                            "bc:c",
                            "-validity",
                            "3650",
                            "-storetype",
                            "PKCS12",
                            "-keystore",
                            store.toString(),
                            "-storepass",
                            new String(PASSWORD)))
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .start()
                    .waitFor();
            if (status != 0) {
                throw new IllegalStateException("keytool ended with " + status + ".");
            }
            KeyStore keys = KeyStore.getInstance(store.toFile(), PASSWORD);
            Pair pair = new Pair(
                    write(
                            name + ".crt",
                            "CERTIFICATE",
                            keys.getCertificate("one").getEncoded()),
                    write(
                            name + ".key",
                            "PRIVATE KEY",
                            keys.getKey("one", PASSWORD).getEncoded()));
            Files.delete(store);
            return pair;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Interrupted while a certificate was made.", e);
        }
    }

    private Path write(String name, String kind, byte[] content) throws IOException {
        Path file = folder.resolve(name);
        String body = Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(content);
        Files.writeString(file, "-----BEGIN " + kind + "-----\n" + body + "\n-----END " + kind + "-----\n");
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-------"));
        if (temporary) {
            file.toFile().deleteOnExit();
        }
        return file;
    }

    /** A certificate and its private key. */
    public record Pair(Path certificate, Path key) {}
}
