package dev.unirow.session.tests.connection;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;

/** What is printed to stderr, past all loggers, while this is open. */
final class PrintedErrors implements AutoCloseable {
    private final PrintStream former = System.err;
    private final ByteArrayOutputStream printed = new ByteArrayOutputStream();

    PrintedErrors() {
        System.setErr(new PrintStream(printed, true, UTF_8));
    }

    String text() {
        return printed.toString(UTF_8);
    }

    @Override
    public void close() {
        System.setErr(former);
    }
}
