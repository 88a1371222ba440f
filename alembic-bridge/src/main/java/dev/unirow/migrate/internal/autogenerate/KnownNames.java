package dev.unirow.migrate.internal.autogenerate;

import dev.unirow.migrate.directory.MigrationsDirectory;
import dev.unirow.migrate.internal.run.ProgressStore;
import dev.unirow.migrate.internal.script.RevisionScripts;
import dev.unirow.migrate.internal.script.SchemaSnapshot;
import dev.unirow.migrate.revision.Revision;
import dev.unirow.schema.ColumnOperation;
import dev.unirow.schema.DatabaseKind;
import dev.unirow.schema.EnumType;
import dev.unirow.schema.Operation;
import dev.unirow.schema.Schema;
import dev.unirow.schema.Sequence;
import dev.unirow.schema.Table;
import dev.unirow.schema.VersionTableName;
import dev.unirow.schema.engine.Schemas;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The tables, sequences and enum types that the models ask for, or that the last revisions have left. Whatever else a
 * database has is somebody else's.
 */
final class KnownNames {
    private final Schema wanted;
    private final Schema before;
    private final List<String> renamed;
    private final Set<String> names;
    private final VersionTableName version;

    private KnownNames(
            Schema wanted, Schema before, List<String> renamed, Set<String> names, VersionTableName version) {
        this.wanted = wanted;
        this.before = before;
        this.renamed = renamed;
        this.names = names;
        this.version = version;
    }

    /**
     * Blocks on the file system.
     *
     * @param renames of what is known under its old name, too
     */
    static KnownNames of(
            MigrationsDirectory directory,
            DatabaseKind kind,
            Schema wanted,
            List<Operation> renames,
            VersionTableName version) {
        Schema before = Schema.empty();
        Set<String> names = new HashSet<>();
        names(wanted).forEach(names::add);
        List<String> renamed = renames.stream().flatMap(KnownNames::namesBefore).toList();
        names.addAll(renamed);
        for (SchemaSnapshot snapshot : last(directory)) {
            for (DatabaseKind each : DatabaseKind.values()) {
                snapshot.of(each).ifPresent(schema -> names(schema).forEach(names::add));
            }
            before = before.withRest(snapshot.of(kind).orElse(Schema.empty()));
        }
        return new KnownNames(wanted, before, renamed, names, version);
    }

    /** That of a column may be one of a table in another schema. */
    private static Stream<String> namesBefore(Operation rename) {
        return rename instanceof ColumnOperation.RenameColumn column
                ? Stream.of(column.table(), column.table() + "." + column.column())
                : Stream.of(rename.table());
    }

    /** The nearest ones before the end of each branch: a revision written by hand has none. */
    private static List<SchemaSnapshot> last(MigrationsDirectory directory) {
        RevisionScripts scripts = directory.load();
        List<SchemaSnapshot> found = new ArrayList<>();
        Set<String> seen = new HashSet<>();
        List<String> open = new ArrayList<>(
                scripts.graph().heads().stream().map(Revision::id).toList());
        while (!open.isEmpty()) {
            String revision = open.remove(open.size() - 1);
            if (!seen.add(revision)) {
                continue;
            }
            @Nullable String json = directory.snapshot(revision);
            if (json == null) {
                open.addAll(scripts.parents(revision));
            } else {
                found.add(SchemaSnapshot.fromJson(Path.of(revision + ".schema.json"), json));
            }
        }
        return found;
    }

    static Stream<String> names(Schema schema) {
        return Stream.of(
                        schema.tables().stream().map(Table::name),
                        schema.sequences().stream().map(Sequence::name),
                        schema.enums().stream().map(EnumType::name))
                .flatMap(each -> each);
    }

    /** What names the schemas that are to be read. */
    Schema mapping() {
        Schema known = wanted.withRest(before);
        return known.withRest(Schema.of(renamed.stream()
                .filter(name -> !isColumnOf(known, name))
                .map(name -> Table.of(name, List.of(), null))
                .toList()));
    }

    private static boolean isColumnOf(Schema known, String name) {
        int point = name.lastIndexOf('.');
        return point > 0 && known.table(name.substring(0, point)).isPresent();
    }

    /** What the last revisions have left, by their snapshots. */
    Schema before() {
        return before;
    }

    /** What is known of a live schema. */
    Schema of(Schema live) {
        return part(live, true);
    }

    /** What else is there. */
    Schema strangers(Schema live) {
        return part(live, false);
    }

    private Schema part(Schema live, boolean known) {
        return new Schema(
                live.tables().stream()
                        .filter(table -> !isOfRuns(table.name()) && knows(table.name()) == known)
                        .toList(),
                live.sequences().stream()
                        .filter(sequence -> knows(sequence.name()) == known)
                        .toList(),
                live.views(),
                live.enums().stream()
                        .filter(type -> knows(type.name()) == known)
                        .toList());
    }

    /** The version table, and what is beside it; its schema may be the connection's own, and go unsaid. */
    private boolean isOfRuns(String table) {
        return List.of(version.name(), ProgressStore.nameFor(version)).stream()
                .anyMatch(name -> table.equals(Schemas.qualified(version.schema(), name))
                        || (table.equals(name) && !names.contains(name)));
    }

    private boolean knows(String name) {
        return names.contains(name) || names.contains(Schemas.tableOfSequence(name));
    }
}
