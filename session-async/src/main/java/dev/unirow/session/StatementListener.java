package dev.unirow.session;

/**
 * Is told of each statement that has ended, for metrics, traces or an audit. Given to {@link DatabaseBuilder#listener},
 * or found by {@link java.util.ServiceLoader} for every database of the process.
 *
 * <p>Called on the session's event loop, which it must not block, before the statement's result goes on. What it throws
 * is logged once and harms no statement.
 */
@FunctionalInterface
public interface StatementListener {
    /** A statement has ended: answered, refused or lost; one whose rows are streamed, when its stream ends. */
    void ended(ExecutedStatement statement);

    /**
     * The listener for the statements of one session or connection: asked on the thread that opens it, or subscribes to
     * the scope that does, so that what belongs to the caller can be kept, such as the span that its own are children
     * of.
     */
    default StatementListener forCaller() {
        return this;
    }
}
