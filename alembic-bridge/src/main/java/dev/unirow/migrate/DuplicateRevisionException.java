package dev.unirow.migrate;

/** Two revisions carry one identifier, or two of them one branch label. */
public final class DuplicateRevisionException extends MigrationException {

    private static final long serialVersionUID = 1L;

    private final String name;

    private DuplicateRevisionException(String name, String message) {
        super(message);
        this.name = name;
    }

    static DuplicateRevisionException ofRevision(Revision first, Revision second) {
        String where = first.path() == null || second.path() == null
                ? ""
                : " (in " + first.path() + " and in " + second.path() + ")";
        return new DuplicateRevisionException(
                first.id(), "Revision " + first.id() + " is present more than once" + where);
    }

    static DuplicateRevisionException ofLabel(String label, Revision second, Revision first) {
        return new DuplicateRevisionException(
                label,
                "Branch name '%s' in revision %s already used by revision %s"
                        .formatted(label, second.id(), first.id()));
    }

    /** The identifier or the label that is there twice. */
    public String name() {
        return name;
    }
}
