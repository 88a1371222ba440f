package dev.unirow.migrate.internal.autogenerate;

import dev.unirow.migrate.directory.MigrationsDirectory;
import dev.unirow.migrate.exception.MigrationException;
import dev.unirow.migrate.internal.run.MigrationSettings;
import dev.unirow.migrate.internal.run.OfflineModels;
import dev.unirow.migrate.revision.SnapshotDifferences;
import dev.unirow.schema.DatabaseKind;
import dev.unirow.schema.Operation;
import dev.unirow.schema.Schema;
import dev.unirow.schema.SchemaException;
import dev.unirow.schema.Target;
import dev.unirow.schema.engine.Schemas;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** The models against the last snapshots, for each kind of database and without any. */
public final class SnapshotCheck {
    private final MigrationsDirectory directory;
    private final MigrationSettings settings;
    private final Map<DatabaseKind, List<Operation>> differences = new EnumMap<>(DatabaseKind.class);
    private final Map<DatabaseKind, String> leftOut = new EnumMap<>(DatabaseKind.class);
    private final Map<DatabaseKind, String> unknown = new EnumMap<>(DatabaseKind.class);

    public SnapshotCheck(MigrationsDirectory directory, MigrationSettings settings) {
        this.directory = directory;
        this.settings = settings;
    }

    /**
     * Blocks: on the file system, and while Hibernate boots for each kind of database.
     *
     * @throws MigrationException when there are no models, or no revisions
     */
    public SnapshotDifferences run() {
        OfflineModels models = settings.offline();
        if (models == null || models.models().isEmpty()) {
            throw new MigrationException(
                    "Without a database, the models must be named: by Migrations.withModels, or for the command line by the index of models that model-processor writes.");
        }
        if (directory.graph().heads().isEmpty()) {
            throw new MigrationException(
                    "There are no revisions, so there is no snapshot to compare the models with. Make the first revision, or take over the tables of a database by a baseline.");
        }
        settings.targets().forEach(target -> compare(target, models));
        return new SnapshotDifferences(differences, leftOut, unknown);
    }

    private void compare(Target target, OfflineModels models) {
        DatabaseKind kind = target.kind();
        KnownSchemas known = new KnownSchemas(directory, kind);
        try {
            Schema before = settings.tables().of(known.atHeads());
            if (known.toldBySnapshots()) {
                Schema wanted = settings.tables().of(models.wanted(target));
                differences.put(kind, operations(kind, before, settings.renames(), wanted));
            } else {
                unknown.put(
                        kind,
                        "revision " + String.join(", ", known.guessed())
                                + " may have changed tables and left no snapshot");
            }
        } catch (KnownSchemas.UnknownSchemaException reason) {
            (reason.isLeftOut() ? leftOut : unknown).put(kind, String.valueOf(reason.getMessage()));
        } catch (SchemaException impossible) {
            unknown.put(kind, String.valueOf(impossible.getMessage()).replaceAll("\\.$", ""));
        }
    }

    /** What leads from a snapshot to the models. */
    static List<Operation> operations(DatabaseKind kind, Schema before, List<Operation> renames, Schema wanted) {
        List<Operation> operations = new ArrayList<>(Schemas.renames(kind, before, renames, wanted));
        operations.addAll(Schemas.diff(kind, Schemas.apply(kind, before, operations), wanted));
        return operations;
    }
}
