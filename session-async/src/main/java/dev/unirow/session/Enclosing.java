package dev.unirow.session;

import dev.unirow.session.internal.unit.Engine;
import dev.unirow.session.internal.wire.BeginMode;
import dev.unirow.session.internal.wire.Lineage;
import org.jspecify.annotations.Nullable;

/**
 * The scopes around a piece of work. Where a database has one writer, a transaction inside another would wait for it,
 * and that one for the work that it is a part of.
 */
record Enclosing(Database database, Engine engine, @Nullable Ambient innermost) {
    /**
     * To be called on the loop before a transaction or statement begins.
     *
     * @throws IllegalStateException if it would wait for a transaction around it
     */
    void refuseToWait(BeginMode asked) {
        for (Ambient scope = innermost; scope != null; scope = scope.outer()) {
            if (scope.database() == database
                    && innermost(scope.session()) instanceof HibernateSession outer
                    && outer.holds(asked)) {
                throw new IllegalStateException("Cannot use " + database
                        + " beside the transaction around this work: that one has the database's only connection for writing until "
                        + "its work ends, so both would wait for each other. Write session.nested(…) for a part that may fail "
                        + "alone, use the session of the outer scope, or begin after the outer scope has ended.");
            }
        }
    }

    /** Whose the transactions of a scope inside these are. */
    Lineage inside() {
        return Lineage.ofScope(
                innermost != null && innermost(innermost.session()) instanceof HibernateSession outer
                        ? outer.lineage()
                        : null);
    }

    private static AsyncSession innermost(AsyncSession session) {
        return session instanceof ForwardingSession around ? around.innermost() : session;
    }
}
