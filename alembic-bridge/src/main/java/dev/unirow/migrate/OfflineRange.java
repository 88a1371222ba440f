package dev.unirow.migrate;

import dev.unirow.migrate.exception.InvalidTargetException;
import dev.unirow.migrate.internal.run.OfflineScript;
import dev.unirow.migrate.internal.run.VersionTable;
import dev.unirow.migrate.internal.script.RevisionScripts;
import dev.unirow.migrate.revision.MigrationPlan;
import dev.unirow.migrate.revision.Revision;
import dev.unirow.migrate.revision.TransactionScope;
import dev.unirow.schema.DatabaseKind;
import java.util.List;

/** Plans without a database: from where it stands is given, not read. */
final class OfflineRange {
    private final RevisionScripts scripts;
    private final DatabaseKind kind;
    private final VersionTable version;
    private final TransactionScope scope;

    OfflineRange(RevisionScripts scripts, DatabaseKind kind, VersionTable version, TransactionScope scope) {
        this.scripts = scripts;
        this.kind = kind;
        this.version = version;
        this.scope = scope;
    }

    /** @param range {@code start:end}, or the end alone for a new database */
    String upgrade(String range) {
        int colon = range.indexOf(':');
        List<String> rows = colon < 0 ? List.of() : rows(range.substring(0, colon));
        String target = range.substring(colon + 1);
        return script(scripts.graph().upgrade(rows, target), rows.isEmpty());
    }

    /** @throws InvalidTargetException when it is not {@code start:end} */
    String downgrade(String range) {
        int colon = range.indexOf(':');
        if (colon < 0) {
            throw InvalidTargetException.of("downgrade with --sql requires <fromrev>:<torev>");
        }
        return script(scripts.graph().downgrade(rows(range.substring(0, colon)), range.substring(colon + 1)), false);
    }

    private List<String> rows(String start) {
        return scripts.graph().resolve(start).stream().map(Revision::id).toList();
    }

    private String script(MigrationPlan plan, boolean createsTable) {
        return OfflineScript.of(scripts.prepare(plan, kind.id()), version, scope, createsTable);
    }
}
