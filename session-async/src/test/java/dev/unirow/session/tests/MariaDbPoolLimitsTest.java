package dev.unirow.session.tests;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.unirow.session.Database;
import dev.unirow.session.DatabaseUnavailableException;
import dev.unirow.session.tests.models.Tag;
import dev.unirow.testing.DatabaseTarget;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class MariaDbPoolLimitsTest extends PoolLimitsContract implements DatabaseTarget.OnMariaDb {
    @Override
    String connectionId() {
        return "select connection_id() as id";
    }

    /** PostgreSQL's driver waits for ever to close a connection whose server says nothing. */
    @Test
    void aServerThatSaysNothingIsUnavailableAfterTheAcquireTimeout() throws IOException {
        try (ServerSocket silent = new ServerSocket(0, 50, InetAddress.getLoopbackAddress())) {
            assertThatThrownBy(() -> Database.builder(unreachableUrl(silent))
                            .models(Tag.class)
                            .acquireTimeout(Duration.ofMillis(500))
                            .open())
                    .isInstanceOf(DatabaseUnavailableException.class)
                    .hasMessageContaining("did not open a connection in time");
        }
    }
}
