package dev.unirow.migrate.internal.autogenerate;

import static java.util.Objects.requireNonNull;

import dev.unirow.migrate.directory.MigrationsDirectory;
import dev.unirow.migrate.internal.run.MigratedTables;
import dev.unirow.migrate.internal.run.MigrationSettings;
import dev.unirow.migrate.internal.run.OfflineModels;
import dev.unirow.migrate.internal.script.Section;
import dev.unirow.schema.DatabaseKind;
import dev.unirow.schema.Operation;
import dev.unirow.schema.Schema;
import dev.unirow.schema.SchemaException;
import dev.unirow.schema.SchemaOperation;
import dev.unirow.schema.Target;
import dev.unirow.schema.engine.Schemas;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What databases that are not connected need, from the last snapshot to the models. What cannot be had is left out,
 * with a warning.
 */
final class OtherDialects {
    private final MigrationsDirectory directory;
    private final OfflineModels models;
    private final List<Operation> renames;
    private final MigratedTables tables;
    private final Map<String, String> fills;
    private final DatabaseKind here;
    private final Autogenerate.Difference connected;
    private final List<OfflineDifference> differences = new ArrayList<>();
    private final List<String> warnings = new ArrayList<>();

    OtherDialects(
            MigrationsDirectory directory,
            MigrationSettings settings,
            DatabaseKind here,
            Autogenerate.Difference connected) {
        this.directory = directory;
        this.models = requireNonNull(settings.offline(), "Without models, nothing is compared.");
        this.renames = settings.renames();
        this.tables = settings.tables();
        this.fills = settings.fills();
        this.here = here;
        this.connected = connected;
    }

    List<OfflineDifference> differences() {
        return differences;
    }

    List<String> warnings() {
        return warnings;
    }

    /** Blocks while Hibernate boots. */
    void ask(Target target) {
        DatabaseKind kind = target.kind();
        try {
            KnownSchemas known = new KnownSchemas(directory, kind);
            Schema atHeads = known.atHeads();
            Schema before = tables.of(atHeads);
            Schema wanted = new LackingSchema(connected.beyond()).of(tables.of(models.wanted(target)));
            List<Operation> operations = SnapshotCheck.operations(kind, before, renames, wanted);
            List<Section> sections = RevisionSections.of(kind, before, operations, fills);
            Schema to = wanted.withRest(tables.rest(atHeads));
            differences.add(new OfflineDifference(kind, to, operations, sections, known.toldBySnapshots()));
            warnings.addAll(Schemas.warnings(kind, before, operations));
            warnOf(known.passedOver(), kind);
            if (connected.baseline()) {
                warnOfWhatIsBeyond(kind);
            } else {
                requireAgreement(kind, operations);
            }
        } catch (KnownSchemas.UnknownSchemaException unknown) {
            leaveOut(kind, String.valueOf(unknown.getMessage()));
        } catch (SchemaException impossible) {
            leaveOut(kind, String.valueOf(impossible.getMessage()).replaceAll("\\.$", ""));
        }
    }

    private void warnOf(Set<String> unknown, DatabaseKind kind) {
        for (String revision : unknown) {
            warnings.add("Revision %s has no snapshot; if it changes tables, the section for '%s' is to be corrected."
                    .formatted(revision, kind.id()));
        }
    }

    private void warnOfWhatIsBeyond(DatabaseKind kind) {
        if (!connected.beyond().isEmpty()) {
            warnings.add(
                    "The section for '%s' makes the tables as the models ask for them, without what this database lacks: make the next revision, which adds that."
                            .formatted(kind.id()));
        }
    }

    private void requireAgreement(DatabaseKind kind, List<Operation> offline) {
        Set<String> here = tables(connected.operations());
        Set<String> there = tables(offline);
        if (!here.equals(there) && !isAsItsRevisionsLeftIt(here)) {
            warnings.add(
                    "The section for '%s' changes the tables [%s], the one for the connected database [%s]: look at both."
                            .formatted(kind.id(), String.join(", ", there), String.join(", ", here)));
        }
    }

    /** Then the kinds of databases differ in what they see of a change, and nobody has changed this one by hand. */
    private boolean isAsItsRevisionsLeftIt(Set<String> changed) {
        try {
            KnownSchemas known = new KnownSchemas(directory, here);
            Schema before = tables.of(known.atHeads());
            return known.toldBySnapshots()
                    && tables(SnapshotCheck.operations(here, before, renames, connected.to()))
                            .equals(changed);
        } catch (KnownSchemas.UnknownSchemaException | SchemaException unknown) {
            return false;
        }
    }

    private static Set<String> tables(List<Operation> operations) {
        return operations.stream()
                .filter(operation -> !(operation instanceof SchemaOperation))
                .map(Operation::table)
                .collect(Collectors.toCollection(java.util.TreeSet::new));
    }

    private void leaveOut(DatabaseKind kind, String reason) {
        warnings.add(
                "There is no section for '%s', because %s. The revision cannot be run there until one is written. Where it never shall be, 'withTargets' names the others."
                        .formatted(kind.id(), reason));
    }
}
