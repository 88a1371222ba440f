package dev.unirow.migrate.internal.run;

import dev.unirow.migrate.exception.RevisionFailedException;
import dev.unirow.migrate.internal.script.PreparedStep;
import dev.unirow.schema.DatabaseKind;
import java.util.List;

/** Whether steps can be parts of one transaction. */
public final class OneTransaction {
    private static final String INSTEAD =
            "Run up to the revision before it, then it by itself with a transaction a revision.";

    private OneTransaction() {}

    /** @throws RevisionFailedException naming the first step that cannot */
    public static void require(List<PreparedStep> steps, DatabaseKind kind) {
        for (PreparedStep prepared : steps) {
            if (!prepared.transactional()) {
                throw RevisionFailedException.ofOneTransaction(
                        prepared.step().underWay(),
                        "it runs outside a transaction, as its file says by '-- transaction: none', and cannot be a part of one with others. "
                                + INSTEAD);
            }
            if (kind == DatabaseKind.MARIADB && prepared.changesTables()) {
                throw RevisionFailedException.ofOneTransaction(
                        prepared.step().underWay(),
                        (prepared.commitsAlone()
                                        ? "it changes tables, and MariaDB commits each such change at once, with all that stands before it"
                                        : "it has a step in Java, which may change tables, and MariaDB would commit what stands before it")
                                + ". It cannot be a part of one transaction. Run it with a transaction a revision, where it goes on after a failure.");
            }
        }
    }
}
