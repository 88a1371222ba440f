package dev.unirow.migrate.internal.run;

import dev.unirow.schema.DatabaseKind;
import dev.unirow.schema.Operation;
import dev.unirow.schema.Target;
import dev.unirow.schema.VersionTableName;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * How migrations are made, and run.
 *
 * @param renames what autogenerate shall take for a new name, not for a drop and an add
 * @param fills SQL expressions for the rows without a value, by table and column
 * @param targets what autogenerate writes sections for, beside the connected database
 * @param offline null when the models are not known beyond the connected database
 * @param tables what the revisions are about
 * @param version where a database keeps the revisions that it is at
 */
public record MigrationSettings(
        List<Operation> renames,
        Map<String, String> fills,
        List<Target> targets,
        @Nullable OfflineModels offline,
        MigratedTables tables,
        VersionTableName version,
        RunSettings run) {
    public static MigrationSettings standard() {
        return new MigrationSettings(
                List.of(),
                Map.of(),
                List.of(Target.postgresql(), Target.sqlite(), Target.mariadb()),
                null,
                MigratedTables.all(),
                VersionTableName.standard(),
                RunSettings.standard());
    }

    /** What SQL is written for on databases of this kind. */
    public Target target(DatabaseKind kind) {
        return targets.stream()
                .filter(target -> target.kind() == kind)
                .findFirst()
                .orElseGet(() -> switch (kind) {
                    case POSTGRESQL -> Target.postgresql();
                    case MARIADB -> Target.mariadb();
                    case SQLITE -> Target.sqlite();
                });
    }

    public MigrationSettings withRenames(List<Operation> wanted) {
        return new MigrationSettings(List.copyOf(wanted), fills, targets, offline, tables, version, run);
    }

    public MigrationSettings withFills(Map<String, String> wanted) {
        return new MigrationSettings(renames, Map.copyOf(wanted), targets, offline, tables, version, run);
    }

    public MigrationSettings withTargets(List<Target> wanted) {
        return new MigrationSettings(renames, fills, List.copyOf(wanted), offline, tables, version, run);
    }

    public MigrationSettings withOffline(@Nullable OfflineModels models) {
        return new MigrationSettings(renames, fills, targets, models, tables, version, run);
    }

    public MigrationSettings withTables(MigratedTables wanted) {
        return new MigrationSettings(renames, fills, targets, offline, wanted, version, run);
    }

    public MigrationSettings withVersion(VersionTableName wanted) {
        return new MigrationSettings(renames, fills, targets, offline, tables, wanted, run);
    }

    public MigrationSettings withRun(RunSettings wanted) {
        return new MigrationSettings(renames, fills, targets, offline, tables, version, wanted);
    }
}
