package dev.unirow.migrate.internal.run;

import dev.unirow.session.SqlConnection;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * Settings of a connection while work is done on it. What they were before is set again at the end: the connection goes
 * back to a pool.
 */
public final class ConnectionSettings {
    private final SqlConnection connection;
    private final List<Setting> settings;

    ConnectionSettings(SqlConnection connection, List<Setting> settings) {
        this.connection = connection;
        this.settings = List.copyOf(settings);
    }

    /**
     * @param value a number, with its unit if it needs one
     * @param read a query for the value, in its only column
     * @param set with {@code %s} in place of the value
     */
    record Setting(String value, String read, String set) {}

    private record Earlier(Setting setting, String value) {}

    public <T> Uni<T> around(Supplier<Uni<T>> work) {
        return Uni.createFrom().deferred(() -> {
            List<Earlier> before = new ArrayList<>();
            Uni<T> within = each(settings, setting -> change(setting, before))
                    .chain(() -> Uni.createFrom().deferred(work::get));
            return Settled.after(within, () -> each(before, earlier -> set(earlier.setting(), earlier.value())));
        });
    }

    private Uni<Void> change(Setting setting, List<Earlier> before) {
        return connection
                .select(setting.read())
                .invoke(rows -> before.add(new Earlier(
                        setting, String.valueOf(rows.get(0).values().iterator().next()))))
                .chain(() -> set(setting, setting.value()));
    }

    private Uni<Void> set(Setting setting, String value) {
        return connection.select(setting.set().formatted(value)).replaceWithVoid();
    }

    private static <S> Uni<Void> each(List<S> items, Function<S, Uni<Void>> work) {
        return Multi.createFrom()
                .iterable(items)
                .onItem()
                .transformToUniAndConcatenate(item -> work.apply(item).replaceWith(true))
                .collect()
                .last()
                .replaceWithVoid();
    }
}
