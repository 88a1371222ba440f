package dev.unirow.session.internal.hr;

/** How to reach one database. Nothing is opened, and no file is made, before the models are known to be mapped. */
public interface Driver {
    /** The class name of Hibernate's dialect. */
    String dialect();

    /** Opens it; a file of SQLite is checked at once, a server only when the first connection is asked for. */
    Backend open();
}
