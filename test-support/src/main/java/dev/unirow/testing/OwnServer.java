package dev.unirow.testing;

/** A server on the loopback interface that one test has for itself, and may stop. It runs to begin with. */
public interface OwnServer extends AutoCloseable {
    /** The URL of a database of it, the same after each start. */
    String url();

    /** Ends it without a farewell; what it has committed is kept. */
    void crash();

    /** Starts it after {@link #crash()}, and waits until it answers. */
    void start();

    /** Ends it for good, with its data. */
    @Override
    void close();
}
