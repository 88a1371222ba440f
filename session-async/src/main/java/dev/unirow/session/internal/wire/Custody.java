package dev.unirow.session.internal.wire;

import io.vertx.core.Future;

/** What becomes of a connection that a pool has lent. One of the two ends is called, once. */
interface Custody {
    /** Gives it back to the pool; what is open is rolled back. */
    Future<Void> giveBack();

    /** Takes it out of the pool: it ended. */
    Future<Void> drop();

    /** Those that lie idle may have ended together with it. */
    void suspectOthers();

    /** The statements that others have prepared may be of no use any more: none that is idle now is lent again. */
    void outdateOthers();
}
