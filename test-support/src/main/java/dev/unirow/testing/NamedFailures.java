package dev.unirow.testing;

import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.LifecycleMethodExecutionExceptionHandler;
import org.junit.jupiter.api.extension.TestExecutionExceptionHandler;

/** Adds to failures which kind of database they happened on: reports know a class and a method alone. */
record NamedFailures(DatabaseKind kind)
        implements TestExecutionExceptionHandler, LifecycleMethodExecutionExceptionHandler {
    @Override
    public void handleTestExecutionException(ExtensionContext context, Throwable failure) throws Throwable {
        throw named(failure);
    }

    @Override
    public void handleBeforeEachMethodExecutionException(ExtensionContext context, Throwable failure) throws Throwable {
        throw named(failure);
    }

    @Override
    public void handleAfterEachMethodExecutionException(ExtensionContext context, Throwable failure) throws Throwable {
        throw named(failure);
    }

    private Throwable named(Throwable failure) {
        failure.addSuppressed(new Name(kind));
        return failure;
    }

    /** The name among the exceptions that a stack trace shows. */
    private static final class Name extends Exception {
        Name(DatabaseKind kind) {
            super("On " + kind, null, false, false);
        }

        @Override
        public String toString() {
            return String.valueOf(getMessage());
        }
    }
}
