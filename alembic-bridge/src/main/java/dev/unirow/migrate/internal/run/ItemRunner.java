package dev.unirow.migrate.internal.run;

import dev.unirow.migrate.exception.RevisionFailedException;
import dev.unirow.migrate.exception.RevisionFailedException.Aftermath;
import dev.unirow.migrate.internal.script.PreparedStep;
import dev.unirow.migrate.internal.script.ScriptItem;
import dev.unirow.migrate.revision.DataMigration;
import dev.unirow.schema.DatabaseKind;
import dev.unirow.session.SqlConnection;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Runs what a revision consists of, one thing after the other, in whatever transaction there is. */
final class ItemRunner {
    private final SqlConnection connection;
    private final DatabaseKind kind;
    private final RunSettings settings;
    private final Cancellation cancellation;
    private final Patience patience;

    ItemRunner(RunConnection run, RunSettings settings, Cancellation cancellation, Patience patience) {
        this.connection = run.sql();
        this.kind = run.kind();
        this.settings = settings;
        this.cancellation = cancellation;
        this.patience = patience;
    }

    /**
     * All items of a step.
     *
     * @param checked whether foreign keys were off and have to be looked at
     * @param aftermath what is true when one fails
     */
    Uni<Void> run(StepWatch watch, boolean checked, Aftermath aftermath) {
        PreparedStep prepared = watch.prepared();
        Uni<Void> all = Multi.createFrom()
                .iterable(prepared.items())
                .onSubscription()
                .invoke(watch::started)
                .onItem()
                .transformToUniAndConcatenate(item -> cancellation.guard(run(watch, item, aftermath)))
                .collect()
                .last()
                .replaceWithVoid();
        return checked ? all.chain(() -> requireReferences(prepared, aftermath)) : all;
    }

    private Uni<Boolean> run(StepWatch watch, ScriptItem item, Aftermath aftermath) {
        PreparedStep prepared = watch.prepared();
        if (item instanceof ScriptItem.Statement statement) {
            Supplier<Uni<Integer>> execution = () -> connection.execute(statement.sql());
            return watch.statement(statement, prepared.transactional() ? execution.get() : patience.again(execution))
                    .onFailure()
                    .recoverWithUni(failure -> refused(prepared, statement, aftermath, failure))
                    .replaceWith(true);
        }
        if (item instanceof ScriptItem.Call call) {
            DataMigration migration = settings.calls().find(call, prepared.step());
            return watch.call(call, Uni.createFrom().deferred(() -> migration.runCounting(connection)))
                    .onFailure()
                    .transform(failure -> RevisionFailedException.ofCallFailure(
                            prepared.step().underWay(), call.line(), call.className(), aftermath, failure))
                    .replaceWith(true);
        }
        if (item instanceof ScriptItem.Batch batch && kind == DatabaseKind.SQLITE) {
            return requireColumns(prepared, batch, aftermath).replaceWith(true);
        }
        return Uni.createFrom().item(true);
    }

    private Uni<Integer> refused(
            PreparedStep prepared, ScriptItem.Statement statement, Aftermath aftermath, Throwable failure) {
        return new BrokenUnique(connection, kind)
                .nameIn(failure)
                .onItemOrFailure()
                .transformToUni((unique, unread) -> Uni.createFrom()
                        .failure(RevisionFailedException.ofStatement(
                                prepared.step().underWay(),
                                statement.line(),
                                statement.sql(),
                                unique,
                                aftermath,
                                failure)));
    }

    private Uni<Void> requireColumns(PreparedStep prepared, ScriptItem.Batch batch, Aftermath aftermath) {
        return connection
                // table_info leaves out what is computed; 1 is a hidden argument of a virtual table
                .select("select name from pragma_table_xinfo(?) where hidden <> 1", List.of(batch.table()))
                .invoke(rows -> {
                    List<String> found = texts(rows, "name");
                    if (!Set.copyOf(found).equals(Set.copyOf(batch.columns()))) {
                        throw RevisionFailedException.ofBatch(
                                prepared.step().underWay(),
                                batch.line(),
                                batch.table(),
                                batch.columns(),
                                found,
                                aftermath);
                    }
                })
                .replaceWithVoid();
    }

    private Uni<Void> requireReferences(PreparedStep prepared, Aftermath aftermath) {
        return connection
                .select("PRAGMA foreign_key_check")
                .invoke(rows -> {
                    if (!rows.isEmpty()) {
                        throw RevisionFailedException.ofReferences(
                                prepared.step().underWay(),
                                texts(rows, "table").stream().distinct().toList(),
                                aftermath);
                    }
                })
                .replaceWithVoid();
    }

    private static List<String> texts(List<? extends Map<String, ? extends @Nullable Object>> rows, String label) {
        return rows.stream().map(row -> String.valueOf(row.get(label))).toList();
    }
}
