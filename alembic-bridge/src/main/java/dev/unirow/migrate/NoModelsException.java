package dev.unirow.migrate;

/** There are no models to compare the database with; every table would seem to be one too many. */
public final class NoModelsException extends MigrationException {

    private static final long serialVersionUID = 1L;

    NoModelsException() {
        super(
                "Can't proceed with --autogenerate option; the database was opened without models. Name them where it is opened, as in"
                        + " Database.open(url, Hero.class).");
    }
}
