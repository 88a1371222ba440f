package dev.unirow.session.internal.connect;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.sqlclient.PoolOptions;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class PoolSettingsTest {
    /** Which a test of the wait itself could only tell from the driver's default by a bound on time. */
    @Test
    void theClientWaitsAsLongAsTheSettingsSay() {
        PoolSettings settings = PoolSettings.standard()
                .withAcquireTimeout(Duration.ofMillis(1_100))
                .withConnectTimeout(Duration.ofMillis(300));

        PoolOptions options = settings.vertxOptions();

        assertThat(options.getConnectionTimeoutUnit()).isEqualTo(TimeUnit.MILLISECONDS);
        assertThat(options.getConnectionTimeout()).isEqualTo(1_100);
        assertThat(settings.connectMillis()).isEqualTo(300);
    }
}
