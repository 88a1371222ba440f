package dev.unirow.migrate.internal.run;

import dev.unirow.migrate.exception.InterruptedRevisionException;
import dev.unirow.migrate.revision.VersionChange;
import dev.unirow.schema.DatabaseKind;
import dev.unirow.schema.Operation;
import dev.unirow.schema.Schema;
import dev.unirow.schema.Table;
import dev.unirow.schema.engine.Schemas;
import dev.unirow.session.SqlConnection;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * All tables of a new MariaDB, or those that are missing. It commits each of them at once: what a failure leaves is
 * dropped again. Where that cannot be done, since the process or the connection has ended, an entry stays, and the next
 * run adds what is missing: by then there may be rows.
 */
public final class ResumableCreation {
    private static final DatabaseKind KIND = DatabaseKind.MARIADB;

    private final SqlConnection connection;
    private final Schema wanted;
    private final List<VersionChange> stamps;
    private final ModelTables tables;
    private final VersionStore versions;
    private final ProgressStore progress;

    /** @param stamps the version that the tables are at */
    public ResumableCreation(RunConnection connection, Schema wanted, List<VersionChange> stamps) {
        this.connection = connection.sql();
        this.wanted = wanted;
        this.stamps = stamps;
        this.tables = new ModelTables(KIND, wanted);
        this.versions = connection.versions();
        this.progress = connection.progress();
    }

    /** From tables of which none is wanted. */
    public Uni<Void> begin() {
        return versions.exists()
                .chain(versioned -> tables.live(connection)
                        .chain(live -> {
                            List<String> done = new ArrayList<>();
                            return progress.begin(Progress.creation())
                                    .chain(() -> runAll(Schemas.createAll(KIND, wanted, names(live)), done))
                                    .chain(this::stamp)
                                    .plug(work -> Settled.onFailure(work, () -> undo(done, versioned)));
                        })
                        .chain(progress::drop));
    }

    /**
     * Adds what is missing of what was begun, and nothing else.
     *
     * <p>Fails with {@link InterruptedRevisionException} when that would lose something, since the models or the tables
     * are others than they were.
     */
    public Uni<Void> goOn() {
        return tables.live(connection)
                .map(tables::ours)
                .chain(present -> Schemas.compare(KIND, connection, present, wanted)
                        .invoke(ResumableCreation::requireHarmless)
                        .chain(missing -> runAll(Schemas.render(KIND, present, missing), new ArrayList<>())))
                .chain(this::stamp)
                .chain(progress::drop);
    }

    private static void requireHarmless(List<Operation> operations) {
        List<String> losses = operations.stream()
                .filter(Operation::destructive)
                .map(Operation::description)
                .toList();
        if (!losses.isEmpty()) {
            throw InterruptedRevisionException.ofOtherTables(losses);
        }
    }

    private static Set<String> names(Schema schema) {
        return schema.tables().stream().map(Table::name).collect(Collectors.toSet());
    }

    private Uni<Void> runAll(List<String> statements, List<String> done) {
        return Multi.createFrom()
                .iterable(statements)
                .onItem()
                .transformToUniAndConcatenate(
                        statement -> connection.execute(statement).invoke(() -> done.add(statement)))
                .collect()
                .last()
                .replaceWithVoid();
    }

    /** The entry goes in the transaction that writes the version; making the table would end it. */
    private Uni<Void> stamp() {
        return versions.ensure()
                .chain(connection::begin)
                .chain(() -> Settled.onFailure(
                        versions.apply(stamps).chain(progress::clear).chain(connection::commit), connection::rollback));
    }

    /**
     * Drops the tables that these statements made, and no others: whoever migrates without this library takes no lock.
     */
    private Uni<Void> undo(List<String> done, boolean versioned) {
        List<Table> made = wanted.tables().stream()
                .filter(table -> Schemas.createAll(KIND, Schema.of(List.of(table)), Set.of()).stream()
                        .anyMatch(done::contains))
                .toList();
        Schema leftOver = Schema.of(made);
        return runAll(Schemas.dropAll(KIND, leftOver, names(leftOver)), new ArrayList<>())
                .chain(() -> versioned ? Uni.createFrom().voidItem() : versions.drop())
                .chain(progress::drop);
    }
}
