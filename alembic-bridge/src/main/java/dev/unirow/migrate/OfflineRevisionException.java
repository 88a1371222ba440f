package dev.unirow.migrate;

/** A revision asks for something that a script of SQL alone cannot do. */
public final class OfflineRevisionException extends MigrationException {

    private static final long serialVersionUID = 1L;

    private final String revision;

    OfflineRevisionException(String revision, ScriptItem.Call call) {
        super(
                "Revision %s calls '%s' on line %d, which a script of SQL cannot. Upgrade online, or write the step as SQL."
                        .formatted(revision, call.className(), call.line()));
        this.revision = revision;
    }

    public String revision() {
        return revision;
    }
}
