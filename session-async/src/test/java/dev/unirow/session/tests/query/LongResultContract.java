package dev.unirow.session.tests.query;

import static dev.unirow.session.Await.await;
import static org.assertj.core.api.Assertions.assertThat;

import dev.unirow.session.Database;
import dev.unirow.session.tests.DatabaseContract;
import dev.unirow.session.tests.models.User;
import dev.unirow.testing.Capability;
import dev.unirow.testing.DatabaseKind;
import dev.unirow.testing.EachDatabase;
import dev.unirow.testing.JavaProgram;
import dev.unirow.testing.Requires;
import dev.unirow.testing.Waiting;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** A result that is far larger than the memory of the process that streams it. */
@EachDatabase
@Requires(Capability.PERSISTENCE)
class LongResultContract extends DatabaseContract {
    private String url;

    @Override
    public Database open() {
        url = target.newDatabaseUrl();
        return Database.open(url, models());
    }

    @Test
    void manyRowsAreStreamedInLittleMemoryToTheEndAndUntilCancelled() {
        stream(100_000);
    }

    @Test
    @Tag("deep")
    void aMillionRowsAreStreamedInLittleMemoryToTheEndAndUntilCancelled() {
        stream(1_000_000);
    }

    private void stream(int rows) {
        await(db.connect(c -> c.execute(fill(rows))));

        assertThat(program(rows)).isEqualTo(rows + " rows, 10 rows, 0 in use");
    }

    /** A statement that inserts so many users. */
    private String fill(int rows) {
        return target.kind() == DatabaseKind.MARIADB
                ? "insert into `user` (name, version) select concat('user ', seq), 0 from seq_1_to_" + rows
                : "insert into \"user\" (name, version) with recursive n (i) as (select 1 union all select i + 1 from n where i < "
                        + rows + ") select 'user ' || i, 0 from n";
    }

    private String program(int rows) {
        try {
            Process process = JavaProgram.of(LongResult.class)
                    .with("-Xmx48m")
                    .process(url, User.class.getName())
                    .redirectErrorStream(true)
                    .start();
            String printed = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            assertThat(process.waitFor(Waiting.LIMIT.toSeconds(), TimeUnit.SECONDS))
                    .isTrue();
            return printed.strip().lines().reduce("", (before, line) -> line);
        } catch (IOException | InterruptedException e) {
            throw new AssertionError(e);
        }
    }
}
