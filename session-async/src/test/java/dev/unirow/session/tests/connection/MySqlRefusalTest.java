package dev.unirow.session.tests.connection;

import static dev.unirow.session.Await.await;
import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.unirow.session.Database;
import dev.unirow.session.exception.DatabaseUnavailableException;
import dev.unirow.testing.DatabaseKind;
import dev.unirow.testing.MariaDbServer;
import dev.unirow.testing.OnDatabase;
import java.io.IOException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * MySQL is refused when it is opened, and so is a MariaDB that is too old. The server is a MariaDB whose greeting names
 * another product or version: that is what a client tells them apart by, before anything else is sent.
 */
@OnDatabase(DatabaseKind.MARIADB)
class MySqlRefusalTest {
    private static final int HEAD = 5;

    private String version = "";
    private Relay relay;
    private String url;

    @BeforeEach
    void greetAsAnotherServer() throws IOException {
        String target = MariaDbServer.url(MariaDbServer.createDatabase());
        relay = new Relay(0, MariaDbServer.port(), this::renamed);
        url = target.replace(":" + MariaDbServer.port() + "/", ":" + relay.port() + "/");
    }

    @AfterEach
    void close() {
        relay.close();
    }

    /** The length in three bytes, two numbers, the version up to a zero, and the rest. */
    private byte[] renamed(byte[] greeting) {
        String packet = new String(greeting, ISO_8859_1);
        String changed = packet.substring(0, HEAD) + version + packet.substring(packet.indexOf('\0', HEAD));
        byte[] bytes = changed.getBytes(ISO_8859_1);
        bytes[0] = (byte) (bytes.length - 4);
        return bytes;
    }

    private void refuses(String announced, String reason) {
        version = announced;

        assertThatExceptionOfType(DatabaseUnavailableException.class)
                .isThrownBy(() -> Database.open(url).close())
                .withMessageContaining(reason);
    }

    @Test
    void mySqlIsRefused() {
        refuses("8.4.3", "it is MySQL 8.4.3, and MariaDB 10.11 or newer is needed");
    }

    @Test
    void aMariaDbThatIsTooOldIsRefused() {
        refuses("5.5.5-10.6.18-MariaDB", "it is MariaDB 10.6.18-MariaDB, and MariaDB 10.11 or newer is needed");
    }

    @Test
    void aMariaDbThatIsNewEnoughIsNot() {
        version = "5.5.5-10.11.0-MariaDB";

        try (Database db = Database.open(url)) {
            await(db.ping());
            assertThat(await(db.health()).ready()).isTrue();
        }
    }
}
