package dev.unirow.junit;

import dev.unirow.session.Database;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Files of SQLite in a temporary folder: the first is prepared, the others are copies of it. */
final class FilePlace implements Place {
    private static final String TEMPLATE = "template.db";

    private final String asked;
    private final Preparation preparation;
    private final AtomicInteger made = new AtomicInteger();
    private @Nullable Path folder;

    FilePlace(String asked, Preparation preparation) {
        this.asked = asked;
        this.preparation = preparation;
    }

    @Override
    public boolean isFile() {
        return true;
    }

    @Override
    public String make() {
        Path copies = prepared();
        Path copy = copies.resolve("test" + made.incrementAndGet() + ".db");
        try {
            Files.copy(copies.resolve(TEMPLATE), copy);
        } catch (IOException failure) {
            throw new UncheckedIOException("The database of the tests cannot be copied to '" + copy + "'.", failure);
        }
        return url(copy);
    }

    private synchronized Path prepared() {
        Path present = folder;
        if (present != null) {
            return present;
        }
        try {
            Path created = Files.createTempDirectory("unirow-test");
            Path template = created.resolve(TEMPLATE);
            Path given = given();
            if (given != null && Files.exists(given)) {
                Files.copy(given, template);
            }
            preparation.in(url(template));
            folder = created;
            return created;
        } catch (IOException failure) {
            throw new UncheckedIOException("The database of the tests cannot be made.", failure);
        }
    }

    /** The file that the URL names; none in memory. */
    private @Nullable Path given() {
        try (Database named = preparation.builder(asked).openLazy()) {
            String name = named.name();
            return name == null || name.equals(":memory:") ? null : Path.of(name);
        }
    }

    private String url(Path file) {
        int options = asked.indexOf('?');
        return "sqlite:///" + file.toAbsolutePath() + (options < 0 ? "" : asked.substring(options));
    }

    @Override
    public void delete(String url) {
        String path = url.substring("sqlite:///".length());
        Path file = Path.of(path.contains("?") ? path.substring(0, path.indexOf('?')) : path);
        Stream.of("", "-wal", "-shm", "-journal").forEach(end -> remove(Path.of(file + end)));
    }

    private static void remove(Path file) {
        try {
            Files.deleteIfExists(file);
        } catch (IOException failure) {
            throw new UncheckedIOException("The database of a test cannot be deleted: '" + file + "'.", failure);
        }
    }

    @Override
    public synchronized void close() {
        if (folder != null) {
            delete(url(folder.resolve(TEMPLATE)));
            remove(folder);
            folder = null;
        }
    }
}
