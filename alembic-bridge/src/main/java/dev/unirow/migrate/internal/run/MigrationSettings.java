package dev.unirow.migrate.internal.run;

import dev.unirow.migrate.revision.DataMigration;
import dev.unirow.schema.DatabaseKind;
import dev.unirow.schema.Operation;
import dev.unirow.schema.Target;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * How migrations are run and made.
 *
 * @param allowsDestructive whether revisions may lose data
 * @param renames what autogenerate shall take for a new name, not for a drop and an add
 * @param fills SQL expressions for the rows without a value, by table and column
 * @param targets what autogenerate writes sections for, beside the connected database
 * @param offline null when the models are not known beyond the connected database
 * @param tables what the revisions are about
 * @param patience how long to wait for another run
 * @param limits how long statements may wait and take
 * @param progress gets a line for each step before it runs
 */
public record MigrationSettings(
        boolean allowsDestructive,
        DataMigrations calls,
        List<Operation> renames,
        Map<String, String> fills,
        List<Target> targets,
        @Nullable OfflineModels offline,
        MigratedTables tables,
        Duration patience,
        RunLimits limits,
        Consumer<String> progress) {
    private static final Logger LOG = Logger.getLogger("unirow.migrate");

    public static MigrationSettings standard() {
        return new MigrationSettings(
                false,
                new DataMigrations(Map.of()),
                List.of(),
                Map.of(),
                List.of(Target.postgresql(), Target.sqlite(), Target.mariadb()),
                null,
                MigratedTables.all(),
                Duration.ofMinutes(1),
                RunLimits.standard(),
                LOG::info);
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

    public MigrationSettings withDestructive(boolean allowed) {
        return new MigrationSettings(
                allowed, calls, renames, fills, targets, offline, tables, patience, limits, progress);
    }

    public MigrationSettings withCalls(Map<String, DataMigration> named) {
        return new MigrationSettings(
                allowsDestructive,
                new DataMigrations(named),
                renames,
                fills,
                targets,
                offline,
                tables,
                patience,
                limits,
                progress);
    }

    public MigrationSettings withRenames(List<Operation> wanted) {
        return new MigrationSettings(
                allowsDestructive,
                calls,
                List.copyOf(wanted),
                fills,
                targets,
                offline,
                tables,
                patience,
                limits,
                progress);
    }

    public MigrationSettings withFills(Map<String, String> wanted) {
        return new MigrationSettings(
                allowsDestructive,
                calls,
                renames,
                Map.copyOf(wanted),
                targets,
                offline,
                tables,
                patience,
                limits,
                progress);
    }

    public MigrationSettings withTargets(List<Target> wanted) {
        return new MigrationSettings(
                allowsDestructive,
                calls,
                renames,
                fills,
                List.copyOf(wanted),
                offline,
                tables,
                patience,
                limits,
                progress);
    }

    public MigrationSettings withOffline(OfflineModels models) {
        return new MigrationSettings(
                allowsDestructive, calls, renames, fills, targets, models, tables, patience, limits, progress);
    }

    public MigrationSettings withPatience(Duration longest) {
        return new MigrationSettings(
                allowsDestructive, calls, renames, fills, targets, offline, tables, longest, limits, progress);
    }

    public MigrationSettings withProgress(Consumer<String> listener) {
        return new MigrationSettings(
                allowsDestructive, calls, renames, fills, targets, offline, tables, patience, limits, listener);
    }

    public MigrationSettings withLimits(RunLimits wanted) {
        return new MigrationSettings(
                allowsDestructive, calls, renames, fills, targets, offline, tables, patience, wanted, progress);
    }

    public MigrationSettings withTables(MigratedTables wanted) {
        return new MigrationSettings(
                allowsDestructive, calls, renames, fills, targets, offline, wanted, patience, limits, progress);
    }
}
