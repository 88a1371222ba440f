package dev.unirow.migrate.internal.autogenerate;

import dev.unirow.migrate.directory.MigrationsDirectory;
import dev.unirow.migrate.internal.script.RevisionScripts;
import dev.unirow.migrate.internal.script.SchemaSnapshot;
import dev.unirow.migrate.revision.Revision;
import dev.unirow.schema.DatabaseKind;
import dev.unirow.schema.Operation;
import dev.unirow.schema.Schema;
import dev.unirow.schema.SchemaException;
import dev.unirow.schema.engine.Schemas;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What a kind of database has after a revision, told by the snapshots beside the files. */
final class KnownSchemas {
    private final MigrationsDirectory directory;
    private final RevisionScripts scripts;
    private final DatabaseKind kind;
    private final Set<String> unknown = new LinkedHashSet<>();
    private final Set<String> guessed = new LinkedHashSet<>();

    KnownSchemas(MigrationsDirectory directory, DatabaseKind kind) {
        this.directory = directory;
        this.scripts = directory.load();
        this.kind = kind;
    }

    /** It cannot be known; the message is a part of a sentence. */
    static final class UnknownSchemaException extends Exception {
        private final boolean leftOut;

        UnknownSchemaException(String reason) {
            this(reason, false);
        }

        private UnknownSchemaException(String reason, boolean leftOut) {
            super(reason);
            this.leftOut = leftOut;
        }

        /** Whether the revisions are not meant for this kind of database: the last ones have no sections for it. */
        boolean isLeftOut() {
            return leftOut;
        }
    }

    /**
     * Revisions that were passed over, for they came without a snapshot: written by hand, they mostly change rows, not
     * tables.
     */
    Set<String> passedOver() {
        return unknown;
    }

    /**
     * Whether each branch has a snapshot, and no revision behind it may have changed tables without leaving one.
     * Otherwise a difference from the models may be what such a revision has done.
     */
    boolean toldBySnapshots() {
        return guessed.isEmpty() && !scripts.graph().heads().isEmpty();
    }

    /** The revisions that may have changed tables without leaving a snapshot. */
    Set<String> guessed() {
        return guessed;
    }

    /** Where a database is that has all revisions, as the connected one has. */
    Schema atHeads() throws UnknownSchemaException {
        return after(scripts.graph().heads().stream().map(Revision::id).toList());
    }

    /** The schema that follows all of these revisions; the empty one when there are none. */
    private Schema after(List<String> revisions) throws UnknownSchemaException {
        if (revisions.isEmpty()) {
            return Schema.empty();
        }
        Schema schema = after(revisions.get(0));
        for (int i = 1; i < revisions.size(); i++) {
            schema = joined(schema, revisions.subList(0, i), revisions.get(i));
        }
        return schema;
    }

    private Schema after(String revision) throws UnknownSchemaException {
        @Nullable String json = directory.snapshot(revision);
        if (json != null) {
            Optional<Schema> schema = SchemaSnapshot.fromJson(Path.of(revision + ".schema.json"), json)
                    .of(kind);
            if (schema.isEmpty()) {
                throw new UnknownSchemaException("revision " + revision + " left no snapshot of it", true);
            }
            return schema.get();
        }
        if (scripts.isOfPython(revision)) {
            throw new UnknownSchemaException("revision " + revision + " is one of Python's, which leave no snapshot");
        }
        if (!scripts.mayRunOn(revision, kind.id())) {
            throw new UnknownSchemaException("revision " + revision + " has none either", true);
        }
        List<String> parents = scripts.parents(revision);
        if (parents.size() < 2) {
            unknown.add(revision);
        }
        if (parents.isEmpty() || scripts.mayChangeTables(revision, kind.id())) {
            guessed.add(revision);
        }
        return after(parents);
    }

    /**
     * Where branches meet: what the one has done since they parted is done to the other, if the order does not matter.
     */
    private Schema joined(Schema schema, List<String> here, String branch) throws UnknownSchemaException {
        Set<String> common = ancestors(List.of(branch));
        common.retainAll(ancestors(here));
        Schema parting = after(ends(common));
        Schema other = after(branch);
        List<Operation> ours = Schemas.diff(kind, parting, schema);
        List<Operation> theirs = Schemas.diff(kind, parting, other);
        try {
            Schema joined = Schemas.apply(kind, schema, without(theirs, ours));
            if (Schemas.diff(kind, joined, Schemas.apply(kind, other, without(ours, theirs)))
                    .isEmpty()) {
                return joined;
            }
        } catch (SchemaException conflict) {
            // one changes what the other drops: told as any other conflict
        }
        Set<String> tables = tables(ours);
        tables.retainAll(tables(theirs));
        throw new UnknownSchemaException("the branches that end with " + String.join(", ", here) + " and with " + branch
                + " change " + String.join(", ", tables) + " each in its own way");
    }

    private static List<Operation> without(List<Operation> operations, List<Operation> others) {
        return operations.stream()
                .filter(operation -> !others.contains(operation))
                .toList();
    }

    private static Set<String> tables(List<Operation> operations) {
        return operations.stream().map(Operation::table).collect(Collectors.toCollection(TreeSet::new));
    }

    /** Those of a closed set that no other one of it follows. */
    private List<String> ends(Set<String> revisions) {
        Set<String> followed = new LinkedHashSet<>();
        revisions.forEach(revision -> followed.addAll(scripts.parents(revision)));
        return revisions.stream()
                .filter(revision -> !followed.contains(revision))
                .toList();
    }

    private Set<String> ancestors(List<String> revisions) {
        Set<String> found = new LinkedHashSet<>();
        List<String> open = new ArrayList<>(revisions);
        while (!open.isEmpty()) {
            String revision = open.remove(open.size() - 1);
            if (found.add(revision)) {
                open.addAll(scripts.parents(revision));
            }
        }
        return found;
    }
}
