package dev.unirow.session.internal.wire;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * What the transactions of one session are to be like.
 *
 * @param isolation the level, in the words of standard SQL; null for the database's own
 * @param timeout when statements should be given up; null for never
 * @param lineage whose they are
 * @param opening where the program asked for them; null where nobody wants to know
 */
public record TransactionSettings(
        BeginMode mode,
        @Nullable String isolation,
        @Nullable Duration timeout,
        Lineage lineage,
        @Nullable Opening opening) {
    /** Asked for by the caller, whose they are. */
    public TransactionSettings(BeginMode mode, @Nullable String isolation, @Nullable Duration timeout) {
        this(mode, isolation, timeout, Lineage.ofProgram(), Opening.here());
    }

    public static TransactionSettings of(BeginMode mode) {
        return new TransactionSettings(mode, null, null);
    }

    /** Those of another owner. */
    public TransactionSettings of(Lineage other) {
        return new TransactionSettings(mode, isolation, timeout, other, opening);
    }

    /** Whether writing is refused. */
    public boolean isReadOnly() {
        return mode == BeginMode.READ_ONLY || mode == BeginMode.READ_ONLY_TRANSACTION;
    }
}
