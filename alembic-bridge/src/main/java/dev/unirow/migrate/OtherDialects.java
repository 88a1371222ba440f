package dev.unirow.migrate;

import dev.unirow.schema.DatabaseKind;
import dev.unirow.schema.Operation;
import dev.unirow.schema.Schema;
import dev.unirow.schema.SchemaException;
import dev.unirow.schema.SchemaOperation;
import dev.unirow.schema.Schemas;
import dev.unirow.schema.Target;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The sections for databases that are not connected, from the last snapshot to the models. What cannot be had is left out, with a warning. */
final class OtherDialects {

    private final MigrationsDirectory directory;
    private final @Nullable OfflineModels models;
    private final List<Operation> renames;
    private final List<String> warnings = new ArrayList<>();

    OtherDialects(MigrationsDirectory directory, MigrationSettings settings) {
        this.directory = directory;
        this.models = settings.offline();
        this.renames = settings.renames();
    }

    List<String> warnings() {
        return warnings;
    }

    void add(
            Target target,
            Autogenerate.Difference connected,
            List<Section> sections,
            Map<DatabaseKind, Schema> snapshot) {
        DatabaseKind kind = target.kind();
        if (models == null) {
            leaveOut(kind, "the model classes are known to the connected database only");
            return;
        }
        if (!connected.reachesModels()) {
            leaveOut(kind, "the database is not what the models ask for");
            return;
        }
        try {
            KnownSchemas known = new KnownSchemas(directory, kind);
            Schema before = known.atHeads();
            Schema wanted = models.wanted(target);
            List<Operation> operations = operations(kind, before, wanted);
            sections.addAll(RevisionSections.of(kind, before, operations));
            snapshot.put(kind, wanted);
            warnOf(known.passedOver(), kind);
            requireAgreement(kind, connected.operations(), operations);
        } catch (KnownSchemas.UnknownSchemaException unknown) {
            leaveOut(kind, String.valueOf(unknown.getMessage()));
        } catch (SchemaException impossible) {
            leaveOut(kind, String.valueOf(impossible.getMessage()).replaceAll("\\.$", ""));
        }
    }

    private List<Operation> operations(DatabaseKind kind, Schema before, Schema wanted) {
        List<Operation> operations = new ArrayList<>(renames);
        operations.addAll(Schemas.diff(kind, Schemas.apply(before, renames), wanted));
        return operations;
    }

    private void warnOf(Set<String> unknown, DatabaseKind kind) {
        for (String revision : unknown) {
            warnings.add("Revision %s has no snapshot; if it changes tables, the section for '%s' is to be corrected."
                    .formatted(revision, kind.id()));
        }
    }

    private void requireAgreement(DatabaseKind kind, List<Operation> connected, List<Operation> offline) {
        Set<String> here = tables(connected);
        Set<String> there = tables(offline);
        if (!here.equals(there)) {
            warnings.add(
                    "The section for '%s' changes the tables [%s], the one for the connected database [%s]: look at both."
                            .formatted(kind.id(), String.join(", ", there), String.join(", ", here)));
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
