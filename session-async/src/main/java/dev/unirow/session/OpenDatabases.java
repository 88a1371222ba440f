package dev.unirow.session;

import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;

/**
 * The databases of this process that are open, for calls that name none. docs/decisions/0002 says why there is such a
 * thing.
 */
final class OpenDatabases {
    private static final Set<Database> OPEN = ConcurrentHashMap.newKeySet();

    private OpenDatabases() {}

    static void add(Database database) {
        OPEN.add(database);
    }

    static void remove(Database database) {
        OPEN.remove(database);
    }

    /** The only one with the model. */
    static Database with(Class<?> model) {
        List<Database> found =
                OPEN.stream().filter(database -> database.hasModel(model)).toList();
        if (found.size() == 1) {
            return found.get(0);
        }
        String name = model.getSimpleName();
        if (found.isEmpty()) {
            throw new IllegalStateException(
                    "No open database has the model " + name + ". Open one with Database.open(url, " + name
                            + ".class), or name the session: objects.on(session).");
        }
        throw new IllegalStateException("Several open databases have the model " + name + ": "
                + found.stream().map(Database::toString).sorted().collect(Collectors.joining(", "))
                + ". Name the one that is meant with objects.in(database), or call within its begin or session.");
    }
}
