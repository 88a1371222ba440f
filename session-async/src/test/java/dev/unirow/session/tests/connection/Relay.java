package dev.unirow.session.tests.connection;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.function.UnaryOperator;

/** Makes a server that listens on one port of the loopback interface answer on another, and keeps what it is sent. */
final class Relay implements AutoCloseable {
    private final ServerSocket entry;
    private final StringBuffer sent = new StringBuffer();
    private final UnaryOperator<byte[]> greeting;

    /** @param port 0 for any that is free */
    Relay(int port, int target) throws IOException {
        this(port, target, UnaryOperator.identity());
    }

    /** @param greeting what becomes of the first that the server says to a client */
    Relay(int port, int target, UnaryOperator<byte[]> greeting) throws IOException {
        this.greeting = greeting;
        entry = new ServerSocket(port, 50, InetAddress.getLoopbackAddress());
        start(() -> {
            while (true) {
                Socket client = entry.accept();
                Socket server = new Socket(InetAddress.getLoopbackAddress(), target);
                start(() -> copy(client, server, true));
                start(() -> copy(server, client, false));
            }
        });
    }

    private void copy(Socket from, Socket to, boolean kept) throws IOException {
        try (from;
                to) {
            byte[] buffer = new byte[8192];
            if (!kept) {
                int n = Math.max(0, from.getInputStream().read(buffer));
                to.getOutputStream().write(greeting.apply(Arrays.copyOf(buffer, n)));
            }
            for (int n = from.getInputStream().read(buffer);
                    n >= 0;
                    n = from.getInputStream().read(buffer)) {
                if (kept) {
                    sent.append(new String(buffer, 0, n, StandardCharsets.ISO_8859_1));
                }
                to.getOutputStream().write(buffer, 0, n);
                to.getOutputStream().flush();
            }
        }
    }

    int port() {
        return entry.getLocalPort();
    }

    /** What clients have sent, a character a byte. */
    String sent() {
        return sent.toString();
    }

    private interface Step {
        void run() throws IOException;
    }

    private static void start(Step step) {
        Thread thread = new Thread(() -> {
            try {
                step.run();
            } catch (IOException e) {
                // an end was closed, which ends this thread
            }
        });
        thread.setDaemon(true);
        thread.start();
    }

    @Override
    public void close() {
        try {
            entry.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
