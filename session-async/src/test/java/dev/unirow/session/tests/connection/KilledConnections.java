package dev.unirow.session.tests.connection;

import static dev.unirow.session.Await.await;

import dev.unirow.session.Database;
import dev.unirow.session.exception.UnirowException;
import java.util.List;
import java.util.Random;

/** Ends connections of others to the same database, one at random, through a connection of its own. */
public final class KilledConnections implements AutoCloseable {
    private final Database db;
    private final String others;
    private final String kill;
    private final Random random;
    private int killed;

    /**
     * @param others a query for the connections to the present database but the asking one
     * @param kill what ends one of them, before and after its number
     */
    public KilledConnections(String url, String others, String kill, Random random) {
        this.db = Database.builder(url).poolSize(1).open();
        this.others = others;
        this.kill = kill;
        this.random = random;
    }

    public void killOne() {
        try {
            var all = await(db.connect(connection -> connection.select(others)));
            if (!all.isEmpty()) {
                Object one =
                        all.get(random.nextInt(all.size())).values().iterator().next();
                await(db.connect(connection -> connection.executeAll(List.of(String.format(kill, one)))));
                killed++;
            }
        } catch (UnirowException gone) {
            // it had ended by itself
        }
    }

    public int killed() {
        return killed;
    }

    @Override
    public void close() {
        db.close();
    }
}
