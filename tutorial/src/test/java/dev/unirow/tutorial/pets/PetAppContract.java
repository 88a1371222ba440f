package dev.unirow.tutorial.pets;

import static dev.unirow.testing.Capability.PERSISTENCE;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.unirow.testing.DatabaseTarget;
import dev.unirow.testing.EachDatabase;
import dev.unirow.testing.Folders;
import dev.unirow.testing.Requires;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/** The walk-through prints what the tutorial says, and goes on where it left off. */
@EachDatabase
@Requires(PERSISTENCE)
class PetAppContract {
    private DatabaseTarget target;
    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();

    private final Path migrations = Folders.newFolder().resolve("migrations");

    private int run(String url, String... arguments) {
        System.setProperty("database.url", url);
        try {
            out.reset();
            return PetApp.run(
                    arguments, migrations, new PrintStream(out, true, UTF_8), new PrintStream(err, true, UTF_8));
        } finally {
            System.clearProperty("database.url");
        }
    }

    private String printed() {
        return out.toString(UTF_8).replaceAll("\\[\\d+\\.\\d\\dms]", "[0.00ms]");
    }

    /** As the tutorial shows it of SQLite, with the quotes and parameters of the database. */
    private String transcript() throws IOException {
        String parameter = target.kind().parameter(1);
        try (InputStream in = PetAppContract.class.getResourceAsStream("walk-through.txt")) {
            return new String(in.readAllBytes(), UTF_8)
                    .replace("\"user\"", target.kind().quoted("user"))
                    .replace("values (?)", "values (" + parameter + ")")
                    .replace("id=?", "id=" + parameter);
        }
    }

    @Test
    void theWalkThroughPrintsEachLineItsEchoAndTheObjects() throws IOException {
        assertThat(run(target.newDatabaseUrl())).isZero();

        assertThat(printed()).isEqualTo(transcript());
    }

    @Test
    void aSecondRunContinuesTheIds() {
        String url = target.newDatabaseUrl();
        assertThat(run(url)).isZero();
        assertThat(run(url)).isZero();

        assertThat(printed()).contains("User(id=2, name=\"chonky\")").contains("Pet(id=2, name=\"phroge\")");
    }

    @Test
    void anUnknownCommandIsRefused() {
        assertThat(run("sqlite://", "danse")).isEqualTo(2);

        assertThat(err.toString(UTF_8)).contains("There is no command 'danse'.");
        assertThat(printed()).isEmpty();
    }

    @Test
    void aDatabaseThatCannotBeOpenedIsOneSentence() {
        assertThat(run("sqlite:////nowhere/at/all/data.db")).isEqualTo(1);

        assertThat(err.toString(UTF_8)).contains("/nowhere/at/all").doesNotContain("\tat ");
    }
}
