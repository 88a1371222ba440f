package dev.unirow.testing;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.io.RandomAccessFile;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/** What all tests of a process print, in a file, with the console that it is kept from. */
final class TestOutput extends PrintStream {
    /** The file, relative to the working directory; without this property tests print to the console. */
    static final String PROPERTY = "unirow.test.output";

    private static final int SHOWN = 1 << 18;

    private final PrintStream console;
    private final RandomAccessFile file;
    private long start;

    private TestOutput(PrintStream console, RandomAccessFile file) {
        super(new OutputStream() {
            @Override
            public void write(int b) throws IOException {
                file.write(b);
            }

            @Override
            public void write(byte[] bytes, int offset, int length) throws IOException {
                file.write(bytes, offset, length);
            }
        });
        this.console = console;
        this.file = file;
    }

    /** Starts to keep both streams of this process. */
    static TestOutput keep(Path path) {
        try {
            Files.createDirectories(path.toAbsolutePath().getParent());
            Files.deleteIfExists(path);
            TestOutput output = new TestOutput(System.err, new RandomAccessFile(path.toFile(), "rw"));
            System.setOut(output);
            System.setErr(output);
            return output;
        } catch (IOException e) {
            throw new UncheckedIOException("Could not keep the tests' output in " + path + ".", e);
        }
    }

    /** From here on it is the output of other tests. */
    synchronized void begin() {
        try {
            start = file.length();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Prints to the console a failure, and what came since the beginning, or the end of it where that is long. */
    synchronized void show(String test, @Nullable Throwable failure) {
        try {
            long end = file.length();
            byte[] shown = new byte[(int) Math.min(end - start, SHOWN)];
            file.seek(end - shown.length);
            file.readFully(shown);
            file.seek(end);
            console.println("FAILED: " + test);
            if (failure != null) {
                failure.printStackTrace(console);
            }
            console.println("What was printed before:");
            console.println(new String(shown, UTF_8));
            start = end;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
