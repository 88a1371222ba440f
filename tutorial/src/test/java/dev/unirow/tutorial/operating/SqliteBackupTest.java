package dev.unirow.tutorial.operating;

import static dev.unirow.query.Queries.select;
import static dev.unirow.session.Await.await;
import static org.assertj.core.api.Assertions.assertThat;

import dev.unirow.session.AsyncSession;
import dev.unirow.session.Database;
import dev.unirow.testing.DatabaseKind;
import dev.unirow.testing.DatabaseTarget;
import dev.unirow.testing.Folders;
import dev.unirow.testing.OnDatabase;
import dev.unirow.tutorial.recipes.Country;
import io.smallrye.mutiny.Uni;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The backup of docs/operating.md is made while the file is in use, and opens. */
@OnDatabase(DatabaseKind.SQLITE_FILE)
class SqliteBackupTest {
    private DatabaseTarget target;

    @Test
    void aFileIsSavedWhileItIsInUse() {
        try (Database db = Database.open(target.newDatabaseUrl(), Country.class)) {
            await(db.createAll());
            await(db.begin(session -> session.insert(new Country("NL", "Netherlands"))));
            AsyncSession reading = db.session();
            await(reading.count(select(Country.class)));
            Path copy = Folders.newFolder().resolve("copy.db");
            // region backup
            Uni<Integer> saved =
                    db.connect(connection -> connection.execute("vacuum into ?", List.of(copy.toString())));
            // endregion
            await(saved);
            await(reading.close());

            try (Database restored = Database.open("sqlite:///" + copy, Country.class)) {
                long countries = await(restored.read(session -> session.count(select(Country.class))));
                assertThat(countries).isOne();
            }
        }
    }
}
