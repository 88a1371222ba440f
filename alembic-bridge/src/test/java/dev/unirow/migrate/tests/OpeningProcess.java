package dev.unirow.migrate.tests;

import dev.unirow.session.Database;
import java.nio.file.Path;

/** A program of its own that opens a database, which is migrated by that, and ends. */
final class OpeningProcess {
    private OpeningProcess() {}

    public static void main(String[] args) {
        try (Database db = Database.builder(args[0])
                .migrations(Path.of(args[1]))
                .migrateOnOpen()
                .open()) {
            System.out.println("opened " + db.kind());
        }
    }
}
