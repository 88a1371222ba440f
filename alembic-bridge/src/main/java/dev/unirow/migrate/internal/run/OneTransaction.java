package dev.unirow.migrate.internal.run;

import dev.unirow.migrate.exception.RevisionFailedException;
import dev.unirow.migrate.internal.script.PreparedStep;
import dev.unirow.schema.DatabaseKind;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Whether steps can be parts of one transaction. */
public final class OneTransaction {
    private OneTransaction() {}

    /** @throws RevisionFailedException naming the first step that cannot be a part of one that is the run's own */
    public static void require(List<PreparedStep> steps, DatabaseKind kind) {
        require(steps, kind, "Run it with a transaction a revision, after the revisions before it.");
    }

    /** @throws RevisionFailedException naming the first step that cannot be a part of one that the caller has open */
    static void requireWithin(List<PreparedStep> steps, DatabaseKind kind) {
        require(steps, kind, "Run it on a connection without an open transaction.");
    }

    private static void require(List<PreparedStep> steps, DatabaseKind kind, String instead) {
        for (PreparedStep prepared : steps) {
            @Nullable String problem = problem(prepared, kind);
            if (problem != null) {
                throw RevisionFailedException.ofOneTransaction(
                        prepared.step().underWay(), problem + ". It cannot be a part of one transaction. " + instead);
            }
        }
    }

    private static @Nullable String problem(PreparedStep prepared, DatabaseKind kind) {
        if (!prepared.transactional()) {
            return "it runs outside a transaction, as its file says by '-- transaction: none'";
        }
        if (kind != DatabaseKind.MARIADB || !prepared.changesTables()) {
            return null;
        }
        return prepared.commitsAlone()
                ? "it changes tables, and MariaDB commits each such change at once, with all that stands before it"
                : "it has a step in Java, which may change tables, and MariaDB would commit what stands before it";
    }
}
