package dev.unirow.session.internal.wire;

import java.util.Map;

/** How to reach one database. Nothing is opened, and no file is made, before the models are known to be mapped. */
public interface Driver {
    /** The settings by which Hibernate knows the dialect without asking the database. */
    Map<String, Object> dialect();

    /** Opens it; a file of SQLite is checked at once, a server only when the first connection is asked for. */
    Backend open();
}
