package dev.unirow.session;

import dev.unirow.session.internal.echo.Colours;
import dev.unirow.session.internal.wire.StatementWatch.ReadRows;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/** Writes what is sent, and what came back, to the logs, in SQLAlchemy's words. */
final class EchoLog {
    private static final Logger ENGINE = Logger.getLogger("unirow.engine");
    private static final Logger SLOW = Logger.getLogger("unirow.slow");
    private static final int BATCH_SHOWN = 3;
    private static final int ROWS_SHOWN = 10;

    private final Colours colours;

    EchoLog(Colours colours) {
        this.colours = colours;
    }

    void step(String words) {
        ENGINE.info(colours.step(words));
    }

    void statement(String sql) {
        ENGINE.info(colours.sql(sql));
    }

    void answer(String parameters, long nanos, @Nullable Throwable failure) {
        ENGINE.info(colours.detail("[" + milliseconds(nanos) + "] " + parameters + (failure == null ? "" : " failed")));
    }

    /**
     * The first rows.
     *
     * @param text of one row's values
     */
    void rows(ReadRows rows, List<String> labels, Function<@Nullable Object[], String> text) {
        if (!labels.isEmpty()) {
            ENGINE.info(colours.detail("Col " + labels(labels)));
        }
        rows.first().stream().limit(ROWS_SHOWN).forEach(row -> ENGINE.info(colours.detail("Row " + text.apply(row))));
        int more = rows.total() - Math.min(ROWS_SHOWN, rows.first().size());
        if (more > 0) {
            ENGINE.info(colours.detail("… " + more + " more"));
        }
    }

    /** In place of rows that must not be seen. */
    void hiddenRows(int total) {
        ENGINE.info(colours.detail("(" + total + (total == 1 ? " row hidden)" : " rows hidden)")));
    }

    void slow(String sql, String parameters, long nanos, boolean failed) {
        SLOW.warn("Slow statement [" + milliseconds(nanos) + "]" + (failed ? ", which failed" : "") + ": " + sql + " "
                + parameters);
    }

    private static String labels(List<String> columns) {
        return "('" + String.join("', '", columns) + "')";
    }

    private static String milliseconds(long nanos) {
        return String.format(Locale.ROOT, "%.2fms", nanos / 1e6);
    }

    /** The values of all rows of a batch, or of the one row. */
    static <T> String batch(List<T> rows, Function<T, String> text) {
        if (rows.size() == 1) {
            return text.apply(rows.get(0));
        }
        String shown = rows.stream().limit(BATCH_SHOWN).map(text).collect(Collectors.joining(", "));
        return rows.size() <= BATCH_SHOWN
                ? "[" + shown + "]"
                : "[" + shown + ", … " + (rows.size() - BATCH_SHOWN) + " more]";
    }
}
