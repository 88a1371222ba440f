package dev.unirow.tutorial.pets;

import static dev.unirow.testing.Capability.PERSISTENCE;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.unirow.testing.DatabaseTarget;
import dev.unirow.testing.EachDatabase;
import dev.unirow.testing.Requires;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The pet app's own migrations lead to the tables that its models ask for, and back. */
@EachDatabase
@Requires(PERSISTENCE)
class PetMigrationsContract {
    private DatabaseTarget target;
    private static final Path MIGRATIONS = Path.of(System.getProperty("unirow.root"), "tutorial", "migrations");

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();

    @BeforeEach
    void nameTheDatabase() {
        System.setProperty("database.url", target.newDatabaseUrl());
    }

    @AfterEach
    void forgetTheDatabase() {
        System.clearProperty("database.url");
    }

    private String db(int exit, String... command) {
        String[] arguments = new String[command.length + 1];
        arguments[0] = "db";
        System.arraycopy(command, 0, arguments, 1, command.length);
        out.reset();
        PrintStream stream = new PrintStream(out, true, UTF_8);
        assertThat(PetApp.run(arguments, MIGRATIONS, stream, stream))
                .as(() -> out.toString(UTF_8))
                .isEqualTo(exit);
        return out.toString(UTF_8);
    }

    @Test
    void theMigrationsLeadToTheModelsAndBack() {
        assertThat(db(0, "migrate")).contains("create user and pet").contains("index pets by name");
        assertThat(db(0, "check")).contains("No new upgrade operations detected.");
        assertThat(db(0, "status")).contains("UP_TO_DATE");

        db(0, "revert");
        assertThat(db(3, "check")).contains("FAILED: ");
        db(0, "revert", "base");
        assertThat(db(0, "current")).isEmpty();
    }

    @Test
    void aDatabaseThatIsBehindSaysWhatToRun() {
        db(0, "upgrade", "+1");

        assertThat(db(0, "status")).contains("UPGRADE_AVAILABLE").contains("Run 'tutorial/pets db migrate'");
    }

    @Test
    void anUnknownRevisionIsRefusedInAlembicsWords() {
        assertThat(db(3, "upgrade", "nowhere")).contains("FAILED: Can't locate revision identified by 'nowhere'");
    }

    @Test
    void theWalkThroughRunsOnAMigratedDatabase() {
        db(0, "migrate");
        PrintStream stream = new PrintStream(out, true, UTF_8);

        assertThat(PetApp.run(new String[0], MIGRATIONS, stream, stream)).isZero();

        assertThat(db(0, "check")).contains("No new upgrade operations detected.");
    }
}
