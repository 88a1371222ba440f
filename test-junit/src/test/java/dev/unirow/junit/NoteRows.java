package dev.unirow.junit;

import static dev.unirow.session.Await.await;

import dev.unirow.session.Database;
import java.util.List;

/** The rows of the notes, by plain SQL. */
final class NoteRows {
    /** Those that {@link Notes} inserts. */
    static final List<String> OF_THE_DATA = List.of("{name=milk, text=two}", "{name=tea, text=green}");

    private NoteRows() {}

    static List<String> of(Database db) {
        return await(db.connect(c -> c.select("select name, text from note order by name"))).stream()
                .map(Object::toString)
                .toList();
    }
}
