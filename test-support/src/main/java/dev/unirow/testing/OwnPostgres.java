package dev.unirow.testing;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** A PostgreSQL on a folder and a port of its own. */
final class OwnPostgres implements OwnServer {
    private final Path data;
    private final int port;
    private EmbeddedPostgres server;

    OwnPostgres() {
        try {
            data = Files.createTempDirectory("unirow-postgres");
            server = builder().start();
        } catch (IOException e) {
            throw new UncheckedIOException("PostgreSQL did not start.", e);
        }
        port = server.getPort();
    }

    private EmbeddedPostgres.Builder builder() {
        return EmbeddedPostgres.builder()
                .setDataDirectory(data)
                .setCleanDataDirectory(false)
                .setPGStartupWait(Waiting.LIMIT)
                .setServerConfig("listen_addresses", "127.0.0.1")
                .setServerConfig("synchronous_commit", "on"); // EmbeddedPostgres has it off
    }

    @Override
    public String url() {
        return "postgresql+asyncpg://postgres:postgres@127.0.0.1:" + port + "/postgres";
    }

    @Override
    public void crash() {
        try {
            List<String> lines = Files.readAllLines(data.resolve("postmaster.pid"));
            // with those it has started, which would need a moment to find out that it is gone
            List<ProcessHandle> killed = ProcessHandle.of(Long.parseLong(lines.get(0))).stream()
                    .flatMap(postmaster -> Stream.concat(Stream.of(postmaster), postmaster.descendants()))
                    .toList();
            killed.forEach(ProcessHandle::destroyForcibly);
            killed.forEach(process -> process.onExit()
                    .orTimeout(Waiting.LIMIT.toSeconds(), TimeUnit.SECONDS)
                    .join());
            server.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void start() {
        try {
            server = builder().setPort(port).start();
        } catch (IOException e) {
            throw new UncheckedIOException("PostgreSQL did not start again.", e);
        }
    }

    @Override
    public void close() {
        try {
            server.close();
            Folders.delete(data);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
