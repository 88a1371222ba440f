package dev.unirow.junit;

import dev.unirow.session.Database;
import io.smallrye.mutiny.Uni;
import java.util.List;

// region data
/** Two notes that all tests find. */
public final class Notes implements TestData {
    @Override
    public Uni<?> fill(Database db) {
        return db.begin(session -> session.insertAll(List.of(new Note("milk", "two"), new Note("tea", "green"))));
    }
}
// endregion
