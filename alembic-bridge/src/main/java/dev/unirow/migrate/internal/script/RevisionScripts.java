package dev.unirow.migrate.internal.script;

import dev.unirow.migrate.exception.BaselineRevisionException;
import dev.unirow.migrate.exception.RevisionFileException;
import dev.unirow.migrate.revision.MigrationPlan;
import dev.unirow.migrate.revision.MigrationStep;
import dev.unirow.migrate.revision.Revision;
import dev.unirow.migrate.revision.RevisionGraph;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** All files of a directory as they were at one moment, linked into a graph. */
public final class RevisionScripts {
    private final RevisionGraph graph;
    private final Map<String, RevisionScript> byId = new LinkedHashMap<>();

    public RevisionScripts(List<RevisionScript> scripts) {
        this.graph =
                RevisionGraph.of(scripts.stream().map(RevisionScript::revision).toList());
        scripts.forEach(script -> byId.put(script.revision().id(), script));
    }

    public RevisionGraph graph() {
        return graph;
    }

    /** The revisions that one follows; none of one that is not among the files. */
    public List<String> parents(String revision) {
        @Nullable RevisionScript script = byId.get(revision);
        return script == null ? List.of() : script.revision().downRevisions();
    }

    /** Whether a revision is one of Alembic's own. */
    public boolean isOfPython(String revision) {
        @Nullable RevisionScript script = byId.get(revision);
        return script != null && !(script instanceof RevisionScript.Sql);
    }

    /** Whether a revision can be applied on a dialect, as far as its file tells. */
    public boolean mayRunOn(String revision, String dialect) {
        return !(byId.get(revision) instanceof RevisionScript.Sql sql)
                || sql.file().hasSectionFor(Direction.UPGRADE, dialect);
    }

    /** Whether a revision may leave other tables than it found. Python's may, and so may one that cannot be read. */
    public boolean mayChangeTables(String revision, String dialect) {
        if (!(byId.get(revision) instanceof RevisionScript.Sql sql)) {
            return true;
        }
        try {
            return sql.file().items(Direction.UPGRADE, dialect).stream().anyMatch(ImplicitCommit::mayChangeTables);
        } catch (RevisionFileException broken) {
            return true;
        }
    }

    /**
     * Reads what every step runs on a dialect, so that a plan that cannot be finished is not begun.
     *
     * @throws BaselineRevisionException when a step takes back a baseline
     * @throws RevisionFileException when a file is Alembic's to run, has nothing for the dialect, or cannot be split
     *     into statements
     */
    public List<PreparedStep> prepare(MigrationPlan plan, String dialect) {
        plan.steps().forEach(this::requireNoBaselineTakenBack);
        return plan.steps().stream().map(step -> prepare(step, dialect)).toList();
    }

    private void requireNoBaselineTakenBack(MigrationStep step) {
        Revision revision = step.revision();
        if (step.kind() == MigrationStep.Kind.DOWNGRADE
                && revision != null
                && byId.get(revision.id()) instanceof RevisionScript.Sql sql
                && sql.file().header().baseline()) {
            throw new BaselineRevisionException(revision.id());
        }
    }

    private PreparedStep prepare(MigrationStep step, String dialect) {
        Revision revision = step.revision();
        if (revision == null) {
            return new PreparedStep(step, List.of(), List.of(), true);
        }
        RevisionScript script = byId.get(revision.id());
        if (script instanceof RevisionScript.Sql sql) {
            return prepare(step, sql.file(), dialect);
        }
        throw RevisionFileException.ofPython(revision.file(), revision.id(), alembic(step.kind(), revision));
    }

    private static String alembic(MigrationStep.Kind kind, Revision revision) {
        if (kind != MigrationStep.Kind.DOWNGRADE) {
            return "upgrade " + revision.id();
        }
        return "downgrade "
                + (revision.isBase() ? "base" : revision.downRevisions().get(0));
    }

    private static PreparedStep prepare(MigrationStep step, RevisionFile file, String dialect) {
        boolean up = step.kind() == MigrationStep.Kind.UPGRADE;
        List<String> destructive = new ArrayList<>(up ? file.header().destructive() : List.of());
        boolean transactional = file.header().transactional();
        List<ScriptItem> items = new ArrayList<>();
        for (ScriptItem item : file.items(up ? Direction.UPGRADE : Direction.DOWNGRADE, dialect)) {
            if (item instanceof ScriptItem.Destructive lost) {
                destructive.add(lost.what());
            } else if (item instanceof ScriptItem.NoTransaction) {
                transactional = false;
            } else {
                items.add(item);
            }
        }
        return new PreparedStep(step, items, destructive, transactional);
    }
}
