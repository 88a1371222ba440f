package dev.unirow.migrate.internal.run;

import dev.unirow.migrate.exception.RevisionFailedException;
import dev.unirow.migrate.exception.RevisionFileException;
import dev.unirow.migrate.internal.script.PreparedStep;
import dev.unirow.migrate.internal.script.ScriptItem;
import dev.unirow.migrate.revision.Revision;
import dev.unirow.migrate.revision.TransactionScope;
import dev.unirow.schema.DatabaseKind;
import java.util.List;
import java.util.stream.Collectors;

/** Writes a plan as one SQL script that somebody else runs, in transactions as a run would have them. */
public final class OfflineScript {
    private final VersionTable table;
    private final TransactionScope scope;
    private final boolean showsCalls;
    private final StringBuilder text = new StringBuilder();

    private OfflineScript(VersionTable table, TransactionScope scope, boolean showsCalls) {
        this.table = table;
        this.scope = scope;
        this.showsCalls = showsCalls;
    }

    /**
     * @param createsTable whether the script starts from an empty database
     * @throws RevisionFileException when a step needs Java
     * @throws RevisionFailedException when one cannot be a part of one transaction, and is to
     */
    public static String of(
            List<PreparedStep> steps, VersionTable table, TransactionScope scope, boolean createsTable) {
        return new OfflineScript(table, scope, false).text(steps, createsTable);
    }

    /** For who only reads it: a step in Java is a comment. */
    public static String toRead(
            List<PreparedStep> steps, VersionTable table, TransactionScope scope, boolean createsTable) {
        return new OfflineScript(table, scope, true).text(steps, createsTable);
    }

    private String text(List<PreparedStep> steps, boolean createsTable) {
        if (scope == TransactionScope.RUN) {
            OneTransaction.require(steps, table.kind());
            whole(steps, createsTable);
            return text.toString();
        }
        if (createsTable) {
            begin();
            statement(table.create());
            commit();
        }
        steps.forEach(this::step);
        return text.toString();
    }

    private void whole(List<PreparedStep> steps, boolean createsTable) {
        boolean detached = steps.stream().anyMatch(PreparedStep::copiesTables);
        if (detached) {
            statement("PRAGMA foreign_keys=OFF");
        }
        boolean commits = table.kind() == DatabaseKind.MARIADB; // with a change of a table
        if (createsTable && commits) {
            statement(table.create());
        }
        begin();
        if (createsTable && !commits) {
            statement(table.create());
        }
        for (PreparedStep prepared : steps) {
            items(prepared);
            version(prepared);
        }
        if (detached) {
            statement("PRAGMA foreign_key_check");
        }
        commit();
        if (detached) {
            statement("PRAGMA foreign_keys=ON");
        }
    }

    private void step(PreparedStep prepared) {
        boolean detached = prepared.copiesTables();
        if (detached) {
            statement("PRAGMA foreign_keys=OFF");
        }
        if (prepared.transactional()) {
            begin();
        }
        items(prepared);
        if (detached) {
            statement("PRAGMA foreign_key_check");
        }
        if (!prepared.transactional()) {
            begin();
        }
        version(prepared);
        commit();
        if (detached) {
            statement("PRAGMA foreign_keys=ON");
        }
    }

    private void version(PreparedStep prepared) {
        prepared.step().changes().forEach(change -> statement(table.literal(change)));
    }

    private void items(PreparedStep prepared) {
        if (!showsCalls) {
            requireSql(prepared);
        }
        comment("Running " + prepared.step());
        prepared.destructive().forEach(lost -> comment("destructive: " + lost));
        for (ScriptItem item : prepared.items()) {
            if (item instanceof ScriptItem.Statement statement) {
                statement(statement.sql());
            } else if (item instanceof ScriptItem.Call call) {
                comment("call " + call.className());
            }
        }
    }

    private static void requireSql(PreparedStep prepared) {
        Revision revision = prepared.step().revision();
        for (ScriptItem item : prepared.items()) {
            if (revision != null && item instanceof ScriptItem.Call call) {
                throw RevisionFileException.ofOfflineCall(
                        revision.file(), call.line(), revision.id(), call.className());
            }
        }
    }

    private void begin() {
        statement("BEGIN");
    }

    private void commit() {
        statement("COMMIT");
    }

    private void statement(String sql) {
        block(sql + ";");
    }

    /** No line of a message may become a statement. */
    private void comment(String content) {
        block(content.lines().map(line -> ("-- " + line).stripTrailing()).collect(Collectors.joining("\n")));
    }

    private void block(String content) {
        text.append(content).append("\n\n");
    }
}
