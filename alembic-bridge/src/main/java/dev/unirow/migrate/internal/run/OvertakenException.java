package dev.unirow.migrate.internal.run;

/**
 * Another run has changed the version after this one made its plan, and before it ran any of it. The run that catches
 * it plans anew.
 */
final class OvertakenException extends RuntimeException {
    OvertakenException() {
        super("Another run has changed the version of the database.", null, false, false);
    }
}
