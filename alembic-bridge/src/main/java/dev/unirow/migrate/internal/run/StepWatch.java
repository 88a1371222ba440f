package dev.unirow.migrate.internal.run;

import dev.unirow.migrate.event.MigrationEvent;
import dev.unirow.migrate.internal.script.PreparedStep;
import dev.unirow.migrate.internal.script.ScriptItem;
import io.smallrye.mutiny.Uni;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.OptionalLong;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;

/** One step of a plan, and what is told of it while it runs. */
final class StepWatch {
    private static final Set<String> ABOUT_ROWS = Set.of("insert", "update", "delete", "replace", "merge");

    private final RunSettings settings;
    private final PreparedStep prepared;
    private final int index;
    private final int of;
    private final AtomicLong since = new AtomicLong();

    /** @param index counted from 1 */
    StepWatch(RunSettings settings, PreparedStep prepared, int index, int of) {
        this.settings = settings;
        this.prepared = prepared;
        this.index = index;
        this.of = of;
    }

    PreparedStep prepared() {
        return prepared;
    }

    /** Where it is in the plan, counted from 0. */
    int at() {
        return index - 1;
    }

    void started() {
        since.set(System.nanoTime());
        settings.progress().accept("Running " + prepared.step());
        tell(new MigrationEvent.StepStarted(prepared.step(), index, of));
    }

    void finished() {
        tell(new MigrationEvent.StepFinished(prepared.step(), index, of, took(since.get())));
    }

    Uni<Integer> statement(ScriptItem.Statement statement, Uni<Integer> execution) {
        return Uni.createFrom().deferred(() -> {
            long begin = System.nanoTime();
            return execution.invoke(changed -> {
                Duration took = took(begin);
                OptionalLong rows =
                        ABOUT_ROWS.contains(word(statement.sql())) ? OptionalLong.of(changed) : OptionalLong.empty();
                finished(statement, statement.sql(), rows, took);
                @Nullable String copied = copiedBy(statement);
                if (copied != null) {
                    tell(new MigrationEvent.RowsCopied(prepared.step(), copied, changed, took));
                }
            });
        });
    }

    Uni<Void> call(ScriptItem.Call call, Uni<OptionalLong> execution) {
        return Uni.createFrom().deferred(() -> {
            long begin = System.nanoTime();
            return execution
                    .invoke(rows -> finished(call, "-- call " + call.className(), rows, took(begin)))
                    .replaceWithVoid();
        });
    }

    private void finished(ScriptItem item, String sql, OptionalLong rows, Duration took) {
        List<ScriptItem> all =
                prepared.items().stream().filter(StepWatch::isRun).toList();
        tell(new MigrationEvent.StatementFinished(prepared.step(), all.indexOf(item) + 1, all.size(), sql, rows, took));
    }

    private static boolean isRun(ScriptItem item) {
        return item instanceof ScriptItem.Statement || item instanceof ScriptItem.Call;
    }

    /** The table whose copy a statement fills: the first one of a batch that inserts does. */
    private @Nullable String copiedBy(ScriptItem.Statement statement) {
        @Nullable String table = null;
        for (ScriptItem item : prepared.items()) {
            if (item instanceof ScriptItem.Batch batch) {
                table = batch.table();
            } else if (!(item instanceof ScriptItem.Statement other)) {
                table = null;
            } else if (word(other.sql()).equals("insert")) {
                if (other.equals(statement)) {
                    return table;
                }
                table = null;
            }
        }
        return null;
    }

    private static String word(String sql) {
        return sql.stripLeading().split("[^A-Za-z]", 2)[0].toLowerCase(Locale.ROOT);
    }

    private static Duration took(long begin) {
        return Duration.ofNanos(System.nanoTime() - begin);
    }

    private void tell(MigrationEvent event) {
        settings.events().accept(event);
    }
}
