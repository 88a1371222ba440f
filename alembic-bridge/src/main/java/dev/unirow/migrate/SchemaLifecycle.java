package dev.unirow.migrate;

import dev.unirow.migrate.internal.run.ModelTables;
import dev.unirow.migrate.internal.run.Patience;
import dev.unirow.migrate.internal.run.Progress;
import dev.unirow.migrate.internal.run.ProgressStore;
import dev.unirow.migrate.internal.run.ResumableCreation;
import dev.unirow.migrate.internal.run.RunConnection;
import dev.unirow.migrate.internal.run.StatusReader;
import dev.unirow.migrate.internal.run.VersionStore;
import dev.unirow.migrate.revision.RevisionGraph;
import dev.unirow.migrate.revision.VersionChange;
import dev.unirow.migrate.status.DatabaseStanding;
import dev.unirow.migrate.status.DatabaseStatus;
import dev.unirow.schema.DatabaseKind;
import dev.unirow.schema.EnumType;
import dev.unirow.schema.Schema;
import dev.unirow.schema.Table;
import dev.unirow.schema.TableOperation;
import dev.unirow.schema.engine.Schemas;
import dev.unirow.session.SqlConnection;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Makes and drops all tables of the models at once, in one transaction with the version where a transaction holds
 * tables. The caller holds the lock.
 */
final class SchemaLifecycle {
    private final RunConnection run;
    private final SqlConnection connection;
    private final DatabaseKind kind;
    private final Schema wanted;
    private final RevisionGraph graph;
    private final VersionStore versions;
    private final ProgressStore progress;
    private final Patience patience;

    SchemaLifecycle(RunConnection run, Schema wanted, RevisionGraph graph, Patience patience) {
        this.run = run;
        this.connection = run.sql();
        this.kind = run.kind();
        this.wanted = wanted;
        this.graph = graph;
        this.versions = run.versions();
        this.progress = run.progress();
        this.patience = patience;
    }

    /** Drops what the end of a connection has left of a run that was done. */
    Uni<Void> tidy() {
        return progress.readToGoOn().replaceWithVoid();
    }

    Uni<DatabaseStanding> standing() {
        return patience.again(() -> new StatusReader(graph, wanted).read(run));
    }

    /**
     * The tables that are missing, and the heads as the version, if the database is new or has no revisions; that is
     * decided inside the transaction. What was found is told, and one whose tables were left half-made is new still.
     */
    Uni<DatabaseStanding> create() {
        if (kind == DatabaseKind.MARIADB) {
            run.requireTableChanges("Making tables");
            return progress.read().chain(this::createOrGoOn);
        }
        return patience.inTransaction(run, () -> withMissing(this::createAll));
    }

    private Uni<DatabaseStanding> createOrGoOn(@Nullable Progress halfWay) {
        if (halfWay == null) {
            return withMissing(missing -> new ResumableCreation(run, missing, stamps()).begin());
        }
        return halfWay.isCreation()
                ? new ResumableCreation(run, wanted, stamps())
                        .goOn()
                        .replaceWith(DatabaseStanding.of(DatabaseStatus.NO_INFO))
                : Uni.createFrom().item(DatabaseStanding.of(DatabaseStatus.INTERRUPTED));
    }

    private Uni<DatabaseStanding> withMissing(Function<Schema, Uni<Void>> make) {
        return standing().call(found -> switch (found.status()) {
            case NO_INFO -> make.apply(wanted);
            case INCOMPLETE -> make.apply(missing(found));
            default -> Uni.createFrom().voidItem();
        });
    }

    private Schema missing(DatabaseStanding found) {
        return wanted.withTables(wanted.tables().stream()
                .filter(table -> found.differences().stream()
                        .anyMatch(operation -> operation instanceof TableOperation.CreateTable
                                && operation.table().equals(table.name())))
                .toList());
    }

    private Uni<Void> createAll(Schema missing) {
        return present()
                .chain(present -> runAll(Schemas.createAll(kind, missing, present)))
                .chain(versions::ensure)
                .chain(() -> versions.apply(stamps()));
    }

    private List<VersionChange> stamps() {
        return graph.stamp(List.of(), List.of("heads")).steps().stream()
                .flatMap(step -> step.changes().stream())
                .toList();
    }

    /** The tables of the models as far as they are there, and the version table if it is. */
    Uni<Void> drop() {
        run.requireTableChanges("Dropping tables");
        return patience.inTransaction(
                run,
                () -> present()
                        .chain(present -> runAll(Schemas.dropAll(kind, wanted, present)))
                        .chain(versions::drop)
                        .chain(progress::drop));
    }

    private Uni<Set<String>> present() {
        return new ModelTables(kind, wanted)
                .live(connection)
                .map(live -> Stream.concat(
                                live.tables().stream().map(Table::name),
                                live.enums().stream().map(EnumType::name))
                        .collect(Collectors.toSet()));
    }

    private Uni<Void> runAll(List<String> statements) {
        return Multi.createFrom()
                .iterable(statements)
                .onItem()
                .transformToUniAndConcatenate(connection::execute)
                .collect()
                .last()
                .replaceWithVoid();
    }
}
