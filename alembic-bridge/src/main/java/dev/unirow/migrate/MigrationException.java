package dev.unirow.migrate;

import org.jspecify.annotations.Nullable;

/** Anything that keeps a migration command from doing what it was asked. The message is what the command line prints after {@code FAILED: }. */
public abstract sealed class MigrationException extends RuntimeException
        permits AmbiguousRevisionException,
                BaselineRevisionException,
                DatabaseBehindException,
                DestructiveRevisionException,
                InterruptedRevisionException,
                MigrationCancelledException,
                MigrationLockedException,
                NoModelsException,
                RevisionFailedException,
                UnexpectedStatusException,
                AmbiguousWalkException,
                DirectoryNotEmptyException,
                DuplicateRevisionException,
                InvalidRevisionIdException,
                InvalidTargetException,
                MissingDirectoryException,
                MissingRevisionException,
                MultipleHeadsException,
                NotAHeadException,
                OfflineRevisionException,
                PythonRevisionException,
                RelativeRevisionException,
                RevisionCycleException,
                RevisionFileException,
                UnknownRevisionException,
                VersionConflictException {

    private static final long serialVersionUID = 1L;

    MigrationException(String message) {
        super(message);
    }

    MigrationException(String message, @Nullable Throwable cause) {
        super(message, cause);
    }
}
