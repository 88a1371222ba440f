package dev.unirow.session.internal.hr;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** Where what is sent to the database is shown. Asked before anything is formatted, so that silence costs nothing. */
public interface EchoSink {
    boolean isOn();

    /** A transaction's step. */
    void step(String step);

    /** A statement about to be sent. */
    void statement(String sql);

    /** A statement that has ended: its parameters, a list a row of a batch, and how long it took. */
    void outcome(List<String> parameters, long nanos, @Nullable Throwable failure);
}
