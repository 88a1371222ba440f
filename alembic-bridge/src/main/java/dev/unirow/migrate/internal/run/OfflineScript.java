package dev.unirow.migrate.internal.run;

import dev.unirow.migrate.exception.RevisionFileException;
import dev.unirow.migrate.internal.script.PreparedStep;
import dev.unirow.migrate.internal.script.ScriptItem;
import dev.unirow.migrate.revision.Revision;
import java.util.List;
import java.util.stream.Collectors;

/** Writes a plan as one SQL script that somebody else runs, a transaction a revision. */
public final class OfflineScript {
    private final VersionTable table;
    private final boolean showsCalls;
    private final StringBuilder text = new StringBuilder();

    private OfflineScript(VersionTable table, boolean showsCalls) {
        this.table = table;
        this.showsCalls = showsCalls;
    }

    /**
     * @param createsTable whether the script starts from an empty database
     * @throws RevisionFileException when a step needs Java
     */
    public static String of(List<PreparedStep> steps, VersionTable table, boolean createsTable) {
        return new OfflineScript(table, false).text(steps, createsTable);
    }

    /** For who only reads it: a step in Java is a comment. */
    public static String toRead(List<PreparedStep> steps, VersionTable table, boolean createsTable) {
        return new OfflineScript(table, true).text(steps, createsTable);
    }

    private String text(List<PreparedStep> steps, boolean createsTable) {
        if (createsTable) {
            begin();
            statement(table.create());
            commit();
        }
        steps.forEach(this::step);
        return text.toString();
    }

    private void step(PreparedStep prepared) {
        if (!showsCalls) {
            requireSql(prepared);
        }
        boolean detached = prepared.copiesTables();
        if (detached) {
            statement("PRAGMA foreign_keys=OFF");
        }
        if (prepared.transactional()) {
            begin();
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
        if (detached) {
            statement("PRAGMA foreign_key_check");
        }
        if (!prepared.transactional()) {
            begin();
        }
        prepared.step().changes().forEach(change -> statement(table.literal(change)));
        commit();
        if (detached) {
            statement("PRAGMA foreign_keys=ON");
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
