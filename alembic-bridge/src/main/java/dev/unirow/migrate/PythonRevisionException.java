package dev.unirow.migrate;

/** A plan came to one of Alembic's Python scripts, which holds its place in the graph here but cannot be run. */
public final class PythonRevisionException extends MigrationException {

    private static final long serialVersionUID = 1L;

    private final String revision;

    PythonRevisionException(MigrationStep step, Revision revision) {
        super(
                "Revision %s is a Python script (%s), which only Alembic runs. Run 'alembic %s' up to there, then go on here."
                        .formatted(
                                revision.id(),
                                revision.path(),
                                step.kind() == MigrationStep.Kind.DOWNGRADE
                                        ? "downgrade "
                                                + (revision.isBase()
                                                        ? "base"
                                                        : revision.downRevisions()
                                                                .get(0))
                                        : "upgrade " + revision.id()));
        this.revision = revision.id();
    }

    public String revision() {
        return revision;
    }
}
