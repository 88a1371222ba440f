package dev.unirow.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;

/** What takes long to make and is the same for each test process: made once on a machine, in its user's cache. */
final class UserCache {
    private UserCache() {}

    /** Fills a new folder. */
    interface Maker {
        void fill(Path folder) throws IOException;
    }

    /** The folder of that name, which is made if it is not there. */
    static Path folder(String name, Maker maker) {
        Path home = root().resolve(name);
        if (Files.isDirectory(home)) {
            return home;
        }
        try {
            Files.createDirectories(home.getParent());
            Path unfinished = Files.createTempDirectory(home.getParent(), name);
            maker.fill(unfinished);
            moveInPlace(unfinished, home);
            return home;
        } catch (IOException e) {
            throw new UncheckedIOException("Could not make " + home + ".", e);
        }
    }

    private static Path root() {
        String given = System.getenv("XDG_CACHE_HOME");
        Path caches =
                given == null || given.isEmpty() ? Path.of(System.getProperty("user.home"), ".cache") : Path.of(given);
        return caches.resolve("unirow-tests");
    }

    /** Another process may have been quicker, with the same files. */
    private static void moveInPlace(Path unfinished, Path home) throws IOException {
        try {
            Files.move(unfinished, home, StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException e) {
            if (!Files.isDirectory(home)) {
                throw e;
            }
            Folders.delete(unfinished);
        }
    }
}
