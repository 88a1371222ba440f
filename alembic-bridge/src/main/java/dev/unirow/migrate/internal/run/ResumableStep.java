package dev.unirow.migrate.internal.run;

import dev.unirow.migrate.exception.InterruptedRevisionException;
import dev.unirow.migrate.exception.RevisionFailedException;
import dev.unirow.migrate.exception.RevisionFailedException.Aftermath;
import dev.unirow.migrate.internal.run.Progress.UnderWay;
import dev.unirow.migrate.internal.script.ImplicitCommit;
import dev.unirow.migrate.internal.script.PreparedStep;
import dev.unirow.migrate.internal.script.ScriptItem;
import dev.unirow.migrate.revision.DataMigration;
import dev.unirow.session.SqlConnection;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;

/**
 * A step on MariaDB that changes tables, which it commits one by one. Each item is entered as it is done: rows in one
 * transaction with the entry, a table around it. So a run that comes after a failure, or after the end of the process,
 * goes on with the first item that is not done.
 */
final class ResumableStep {
    private final SqlConnection connection;
    private final RunSettings settings;
    private final Cancellation cancellation;
    private final ProgressStore store;
    private final StepWatch watch;
    private final PreparedStep prepared;

    ResumableStep(
            SqlConnection connection,
            RunSettings settings,
            Cancellation cancellation,
            ProgressStore store,
            StepWatch watch) {
        this.connection = connection;
        this.settings = settings;
        this.cancellation = cancellation;
        this.store = store;
        this.watch = watch;
        this.prepared = watch.prepared();
    }

    /** All items that are not done. The entry stays, to go with the version. */
    Uni<Void> run() {
        return store.read()
                .chain(found -> found == null ? begun() : resumed(found))
                .invoke(watch::started)
                .chain(progress -> prepared.commitsAlone() ? items(progress) : together(progress));
    }

    private Uni<Progress> begun() {
        Progress progress = Progress.begun(prepared);
        return store.begin(progress)
                .onFailure()
                .transform(failure ->
                        RevisionFailedException.ofProgress(prepared.step().underWay(), store.text(), failure))
                .replaceWith(progress);
    }

    private Uni<Progress> resumed(Progress found) {
        if (!found.step().equals(Progress.name(prepared.step()))) {
            return Uni.createFrom().failure(found.refusal());
        }
        if (!found.isBeginOf(prepared)) {
            return Uni.createFrom()
                    .failure(InterruptedRevisionException.ofChangedFile(found.step(), found.done(), found.all()));
        }
        ScriptItem next =
                found.done() < prepared.items().size() ? prepared.items().get(found.done()) : null;
        if (next != null && !mayRunAgain(found.underWay(), next)) {
            return Uni.createFrom()
                    .failure(InterruptedRevisionException.ofUnknown(
                            found.step(), found.done(), found.all(), next.line()));
        }
        return Multi.createFrom()
                .iterable(prepared.items().subList(0, found.done()))
                .filter(ImplicitCommit::isSetting)
                .onItem()
                .transformToUniAndConcatenate(item -> connection.execute(((ScriptItem.Statement) item).sql()))
                .collect()
                .last()
                .replaceWith(found);
    }

    private static boolean mayRunAgain(UnderWay underWay, ScriptItem item) {
        return switch (underWay) {
            case NOTHING -> true;
            case SENT -> !(item instanceof ScriptItem.Statement statement) || ImplicitCommit.isRepeatable(statement);
            case COMMITTED -> false;
        };
    }

    private Uni<Void> items(Progress from) {
        return Multi.createFrom()
                .range(from.done(), prepared.items().size())
                .onItem()
                .transformToUniAndConcatenate(at -> {
                    UnderWay underWay = at == from.done() ? from.underWay() : UnderWay.NOTHING;
                    Progress before = from.after(prepared, at).with(underWay);
                    return cancellation
                            .guard(item(prepared.items().get(at), before, from.after(prepared, at + 1)))
                            .onFailure()
                            .call(failure ->
                                    at == 0 ? undone() : Uni.createFrom().voidItem())
                            .replaceWith(at);
                })
                .collect()
                .last()
                .replaceWithVoid();
    }

    /** When nothing has run, nothing is half-way. */
    private Uni<Void> undone() {
        return store.read()
                .chain(left -> left != null && left.done() == 0 && left.underWay() == UnderWay.NOTHING
                        ? store.drop()
                        : Uni.createFrom().voidItem())
                .onFailure()
                .recoverWithNull();
    }

    private Uni<Void> item(ScriptItem item, Progress before, Progress after) {
        if (item instanceof ScriptItem.Call call) {
            return call(call, before.with(UnderWay.NOTHING), after);
        }
        if (!(item instanceof ScriptItem.Statement statement)) {
            return store.write(after);
        }
        boolean rows = prepared.transactional() && !ImplicitCommit.of(statement);
        return rows ? rows(statement, after) : table(statement, before, after);
    }

    private Uni<Void> rows(ScriptItem.Statement statement, Progress after) {
        return inTransaction(execute(statement, after.done() - 1).chain(() -> store.write(after)));
    }

    private Uni<Void> inTransaction(Uni<Void> work) {
        return connection
                .begin()
                .chain(() -> Settled.onFailure(
                        work.chain(() -> cancellation.guard(connection.commit())), connection::rollback));
    }

    private Uni<Void> table(ScriptItem.Statement statement, Progress before, Progress after) {
        Progress sent = before.with(UnderWay.SENT);
        return store.write(sent)
                .chain(() -> watch.statement(statement, connection.execute(statement.sql()))
                        .replaceWithVoid()
                        .onFailure(failure ->
                                before.underWay() == UnderWay.SENT && ImplicitCommit.hasRun(statement, failure))
                        .recoverWithNull()
                        // the server has refused it; a lost connection cannot be written to, and leaves it open
                        .onFailure()
                        .call(failure -> store.write(sent.with(UnderWay.NOTHING))
                                .onFailure()
                                .recoverWithNull())
                        .onFailure()
                        .transform(failure -> failed(statement, after.done() - 1, failure)))
                .chain(() -> store.write(after));
    }

    private Uni<Void> execute(ScriptItem.Statement statement, int done) {
        return watch.statement(statement, connection.execute(statement.sql()))
                .onFailure()
                .transform(failure -> failed(statement, done, failure))
                .replaceWithVoid();
    }

    /**
     * A step in Java may change tables, too, and with that commit what it has done. So the entry is changed inside its
     * transaction: what is found there tells afterwards whether something was committed, or rolled back by the step
     * itself.
     */
    private Uni<Void> call(ScriptItem.Call call, Progress before, Progress after) {
        return store.write(before)
                .chain(() -> inTransaction(store.write(before.with(UnderWay.COMMITTED))
                        .chain(() -> java(call, before.done()))
                        .chain(() -> store.write(after))));
    }

    private Uni<Void> java(ScriptItem.Call call, int done) {
        DataMigration migration = settings.calls().find(call, prepared.step());
        return watch.call(call, Uni.createFrom().deferred(() -> migration.runCounting(connection)))
                .chain(store::read)
                .invoke(found -> {
                    if (found == null || found.underWay() != UnderWay.COMMITTED) {
                        throw new IllegalStateException("It has rolled back the transaction that it runs in");
                    }
                })
                .onFailure()
                .transform(failure -> RevisionFailedException.ofCallFailure(
                        prepared.step().underWay(), call.line(), call.className(), aftermath(done), failure))
                .replaceWithVoid();
    }

    /** What commits nothing by itself is one transaction, as elsewhere; its steps in Java are watched as one. */
    private Uni<Void> together(Progress from) {
        int all = prepared.items().size();
        if (from.done() == all) {
            return Uni.createFrom().voidItem();
        }
        Uni<Void> items = Multi.createFrom()
                .iterable(prepared.items())
                .onItem()
                .transformToUniAndConcatenate(item -> cancellation.guard(
                        item instanceof ScriptItem.Call call
                                ? java(call, 0)
                                : item instanceof ScriptItem.Statement statement
                                        ? execute(statement, 0)
                                        : Uni.createFrom().voidItem()))
                .collect()
                .last()
                .replaceWithVoid();
        return inTransaction(store.write(from.with(UnderWay.COMMITTED))
                        .chain(() -> items)
                        .chain(() -> store.write(from.after(prepared, all))))
                .onFailure()
                .call(this::undone);
    }

    private RevisionFailedException failed(ScriptItem.Statement statement, int done, Throwable cause) {
        return RevisionFailedException.ofStatement(
                prepared.step().underWay(), statement.line(), statement.sql(), aftermath(done), cause);
    }

    private static Aftermath aftermath(int done) {
        return done == 0 ? Aftermath.UNDONE : Aftermath.RESUMABLE;
    }
}
