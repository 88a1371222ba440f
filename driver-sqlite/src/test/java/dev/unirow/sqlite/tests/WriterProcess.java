package dev.unirow.sqlite.tests;

import dev.unirow.sqlite.SqliteConfig;
import dev.unirow.sqlite.SqliteConnection;
import dev.unirow.sqlite.SqlitePool;
import dev.unirow.testing.JavaProgram;
import io.vertx.core.Vertx;
import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

/**
 * A program of its own that writes pairs of rows, each pair in one transaction, and reads all the while. It prints
 * {@code committed n} when a pair is committed, {@code read} for every 20 reads, and at the end {@code slowest n}: how
 * many milliseconds the slowest read took, as a {@link Stopwatch} tells.
 */
final class WriterProcess implements AutoCloseable {
    private final Process process;
    private final BufferedReader output;
    private final List<Long> committed = new ArrayList<>();
    private long slowestRead = Long.MAX_VALUE;

    private WriterProcess(Process process) {
        this.process = process;
        this.output = new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
    }

    /** @param life how long it writes before it ends by itself */
    static WriterProcess start(Path file, int writer, Duration life) throws IOException {
        return new WriterProcess(JavaProgram.of(WriterProcess.class)
                .process(file.toString(), String.valueOf(writer), String.valueOf(life.toMillis()))
                .redirectError(new File(file + "." + writer + ".log"))
                .start());
    }

    /** The next line of output; null at the end. */
    String next() {
        try {
            String line = output.readLine();
            // a line that the kill has cut has no end that could be trusted
            if (line != null && line.startsWith("committed ") && line.endsWith(".")) {
                committed.add(Long.valueOf(line.substring(10, line.length() - 1)));
            }
            if (line != null && line.startsWith("slowest ")) {
                slowestRead = Long.parseLong(line.substring(8));
            }
            return line;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    void awaitCommit() {
        int before = committed.size();
        while (committed.size() == before) {
            if (next() == null) {
                throw new AssertionError("The writer ended, see its log beside the file.");
            }
        }
    }

    void awaitReads(int lines) {
        for (int seen = 0; seen < lines; ) {
            String line = next();
            if (line == null) {
                throw new AssertionError("The writer ended, see its log beside the file.");
            }
            seen += line.equals("read") ? 1 : 0;
        }
    }

    /** Everything it has said was committed, when it has ended. */
    List<Long> finish() throws InterruptedException {
        while (next() != null) {}
        process.waitFor();
        return committed;
    }

    /** Known when it has ended by itself. */
    long slowestReadMillis() {
        return slowestRead;
    }

    int exitValue() {
        return process.exitValue();
    }

    /** SIGKILL, which leaves what it has said before readable. */
    void kill() {
        process.toHandle().destroyForcibly();
    }

    @Override
    public void close() {
        process.destroyForcibly();
    }

    public static void main(String[] arguments) {
        PrintStream out = System.out;
        int writer = Integer.parseInt(arguments[1]);
        Duration life = Duration.ofMillis(Long.parseLong(arguments[2]));
        SqlitePool pool =
                SqlitePool.open(SqliteConfig.file(Path.of(arguments[0])).withLockTimeout(Duration.ofSeconds(60)));
        CompletableFuture<Void> done = new CompletableFuture<>();
        pool.vertx().runOnContext(unused -> {
            CompletionStage<Void> written = writePair(pool, writer, 1, out).thenCompose(first -> {
                long end =
                        System.nanoTime() + life.toNanos(); // from when it is at work: a busy machine starts it slowly
                CompletionStage<Void> writing = write(pool, writer, 2, end, out);
                CompletionStage<Void> reading = read(pool.connect(), new Reads(end, out));
                return writing.thenCombine(reading, (wrote, read) -> wrote);
            });
            written.whenComplete((wrote, failure) -> {
                if (failure == null) {
                    done.complete(null);
                } else {
                    done.completeExceptionally(failure);
                }
            });
        });
        done.join();
        pool.close();
        pool.getCloseFuture().toCompletableFuture().join();
    }

    private static CompletionStage<Void> write(SqlitePool pool, int writer, long n, long end, PrintStream out) {
        if (System.nanoTime() > end) {
            return CompletableFuture.completedFuture(null);
        }
        return writePair(pool, writer, n, out).thenCompose(turn -> write(pool, writer, n + 1, end, out));
    }

    private static CompletionStage<Void> writePair(SqlitePool pool, int writer, long n, PrintStream out) {
        Object[] row = {writer, n};
        SqliteConnection session = pool.connect();
        return session.beginTransaction()
                .thenCompose(begun -> session.update("insert into first (writer, n) values (?, ?)", row))
                .thenCompose(inserted -> session.update("insert into second (writer, n) values (?, ?)", row))
                .thenCompose(inserted -> session.commitTransaction())
                .thenCompose(committed -> {
                    out.print("committed " + n + ".\n");
                    out.flush();
                    return session.close();
                })
                .thenCompose(closed -> later(pool));
    }

    /** The reads so far; the first ones are slow because classes are loaded. */
    private static final class Reads {
        final long end;
        final PrintStream out;
        final Pulse pulse = Pulse.beating();
        long number;
        long slowest;

        Reads(long end, PrintStream out) {
            this.end = end;
            this.out = out;
        }

        void took(Stopwatch stopwatch) {
            number++;
            if (number > 200) {
                slowest = Math.max(slowest, stopwatch.millis());
            }
            if (number % 20 == 0) {
                say("read");
            }
        }

        void say(String line) {
            out.print(line + "\n");
            out.flush();
        }
    }

    private static CompletionStage<Void> read(SqliteConnection session, Reads reads) {
        if (System.nanoTime() > reads.end) {
            reads.say("slowest " + reads.slowest);
            return session.close();
        }
        Stopwatch stopwatch = Stopwatch.started(reads.pulse);
        return session.select("select (select count(*) from first) - (select count(*) from second)")
                .thenCompose(result -> {
                    if (!Long.valueOf(0).equals(result.next()[0])) {
                        throw new AssertionError("A reader saw half a transaction.");
                    }
                    reads.took(stopwatch);
                    CompletableFuture<Void> turn = new CompletableFuture<>();
                    Vertx.currentContext().owner().setTimer(1, fired -> turn.complete(null));
                    return turn;
                })
                .thenCompose(turn -> read(session, reads));
    }

    /** Lets the reader have the loop. */
    private static CompletionStage<Void> later(SqlitePool pool) {
        CompletableFuture<Void> turn = new CompletableFuture<>();
        pool.vertx().runOnContext(unused -> turn.complete(null));
        return turn;
    }
}
