package dev.unirow.testing;

import java.util.Set;
import org.junit.jupiter.api.extension.ExtensionContext;

/** Runs a class on one kind of database of each dialect. */
final class EachDialectExtension extends EachDatabaseExtension {
    @Override
    Set<DatabaseKind> kinds(ExtensionContext context) {
        Set<DatabaseKind> selected = super.kinds(context);
        if (selected.contains(DatabaseKind.SQLITE_MEMORY)) {
            selected.remove(DatabaseKind.SQLITE_FILE);
        }
        return selected;
    }
}
