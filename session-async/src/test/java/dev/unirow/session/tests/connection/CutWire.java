package dev.unirow.session.tests.connection;

import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * A wire to a real server that breaks when the client sends a certain word: before the server gets it, or instead of
 * the answer; or at once, for all that are connected.
 */
public final class CutWire implements AutoCloseable {
    private static final String ANYTHING = "\0anything";

    private final ServerSocket entry;
    private final URI server;
    private volatile String word = "";
    private volatile boolean deliver;
    private final Set<Socket> clients = ConcurrentHashMap.newKeySet();
    private final AtomicInteger openings = new AtomicInteger();
    private volatile long frozenAt = Long.MIN_VALUE;

    public CutWire(String url) {
        server = URI.create(url);
        try {
            entry = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        start(() -> {
            while (true) {
                connect(entry.accept());
            }
        });
    }

    public String url() {
        return server.toString().replace(":" + server.getPort() + "/", ":" + entry.getLocalPort() + "/");
    }

    /** Breaks once, and stays whole from then on. */
    public void cutAt(String sent, boolean delivered) {
        deliver = delivered;
        word = sent;
    }

    /** Breaks once, at whatever is sent next. */
    void cutAtNext(boolean delivered) {
        cutAt(ANYTHING, delivered);
    }

    String serverUrl() {
        return server.toString();
    }

    /** So many connections break at the first word that their client says. */
    void cutNextOpening(int connections) {
        openings.set(connections);
    }

    /** Ends all connections that there are. */
    void cutAll() {
        for (Socket client : clients) {
            close(client);
        }
        clients.clear();
    }

    /** Says this to all clients that there are, as if their server had. */
    void sayToAll(byte... words) {
        for (Socket client : clients) {
            try {
                client.getOutputStream().write(words);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    /** From now on, nothing comes through the connections that there are, and nobody is told. */
    void freezeAll() {
        frozenAt = System.nanoTime();
    }

    private void connect(Socket client) throws IOException {
        clients.add(client);
        long since = System.nanoTime();
        Socket there = new Socket(server.getHost(), server.getPort());
        start(() -> copyUntilCut(client, there, since));
        start(() -> {
            try (client;
                    there) {
                there.getInputStream().transferTo(client.getOutputStream());
            }
        });
    }

    private void copyUntilCut(Socket client, Socket there, long since) throws IOException {
        try (client;
                there) {
            InputStream in = client.getInputStream();
            OutputStream out = there.getOutputStream();
            byte[] buffer = new byte[65_536];
            if (openings.getAndUpdate(left -> Math.max(0, left - 1)) > 0) {
                in.read(buffer);
                return;
            }
            for (int n = in.read(buffer); n >= 0; n = in.read(buffer)) {
                String sent = new String(buffer, 0, n, StandardCharsets.ISO_8859_1).toUpperCase(Locale.ROOT);
                if (since < frozenAt) {
                    continue;
                }
                boolean cut = word.equals(ANYTHING) || (!word.isEmpty() && sent.contains(word));
                if (cut) {
                    word = "";
                    client.close();
                }
                if (!cut || deliver) {
                    out.write(buffer, 0, n);
                    out.flush();
                }
                if (cut) {
                    return;
                }
            }
        } finally {
            clients.remove(client);
        }
    }

    @FunctionalInterface
    private interface Step {
        void run() throws IOException;
    }

    private static void start(Step step) {
        Thread thread = new Thread(() -> {
            try {
                step.run();
            } catch (IOException e) {
                // an end of the wire was closed, which ends this thread
            }
        });
        thread.setDaemon(true);
        thread.start();
    }

    @Override
    public void close() {
        close(entry);
        cutAll();
    }

    private static void close(Closeable socket) {
        try {
            socket.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
