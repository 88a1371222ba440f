package dev.unirow.migrate.internal.run;

import dev.unirow.migrate.exception.RevisionFailedException;
import dev.unirow.migrate.internal.script.PreparedStep;
import dev.unirow.session.SqlConnection;
import io.smallrye.mutiny.Uni;

/**
 * Copying a table on SQLite drops the old one, and with foreign keys on that deletes the rows that refer to it. The
 * switch does nothing inside a transaction, so it goes around it, and is looked at before work begins.
 */
final class ForeignKeysOff {
    private final SqlConnection connection;
    private final Patience patience;

    ForeignKeysOff(SqlConnection connection, Patience patience) {
        this.connection = connection;
        this.patience = patience;
    }

    <T> Uni<T> around(PreparedStep prepared, Uni<T> work) {
        return patience.again(this::isOn)
                .chain(wasOn -> Settled.after(
                        patience.again(() -> set("OFF"))
                                .chain(this::isOn)
                                .invoke(on -> {
                                    if (on) {
                                        throw RevisionFailedException.ofPragma(
                                                prepared.step().underWay());
                                    }
                                })
                                .chain(() -> work),
                        () -> wasOn ? set("ON") : Uni.createFrom().voidItem()));
    }

    /** In a transaction that is the caller's, who alone can have switched them off before it. */
    Uni<Void> require(PreparedStep prepared) {
        return isOn().invoke(on -> {
                    if (on) {
                        throw RevisionFailedException.ofOneTransaction(
                                prepared.step().underWay(),
                                "it copies a table, and with foreign keys on that would delete the rows that refer to it. They cannot be switched off within a transaction: run it on a connection without one, or send 'PRAGMA foreign_keys=OFF' before you begin yours.");
                    }
                })
                .replaceWithVoid();
    }

    private Uni<Boolean> isOn() {
        return connection
                .select("PRAGMA foreign_keys")
                .map(rows -> rows.get(0).values().iterator().next() instanceof Number on && on.intValue() != 0);
    }

    private Uni<Void> set(String value) {
        return connection.execute("PRAGMA foreign_keys=" + value).replaceWithVoid();
    }
}
