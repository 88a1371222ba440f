package dev.unirow.session;

import dev.unirow.session.internal.hr.EchoSink;
import java.util.List;
import java.util.Locale;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/** The echo, written in SQLAlchemy's words to a logger; switched while it runs. */
final class EchoLog implements EchoSink {
    private static final Logger LOGGER = Logger.getLogger("unirow.engine");
    private static final int ROWS_SHOWN = 3;

    private volatile Echo echo = Echo.OFF;

    void set(Echo echo) {
        this.echo = echo;
    }

    @Override
    public boolean isOn() {
        return echo != Echo.OFF;
    }

    @Override
    public void step(String step) {
        LOGGER.info(step);
    }

    @Override
    public void statement(String sql) {
        LOGGER.info(sql);
    }

    @Override
    public void outcome(List<String> parameters, long nanos, @Nullable Throwable failure) {
        LOGGER.infof(
                "[%s] %s%s",
                String.format(Locale.ROOT, "%.2fms", nanos / 1e6),
                shortened(parameters),
                failure == null ? "" : " failed");
    }

    private static String shortened(List<String> rows) {
        if (rows.size() == 1) {
            return rows.get(0);
        }
        String shown = String.join(", ", rows.subList(0, Math.min(ROWS_SHOWN, rows.size())));
        return rows.size() <= ROWS_SHOWN
                ? "[" + shown + "]"
                : "[" + shown + ", … " + (rows.size() - ROWS_SHOWN) + " more]";
    }
}
