package dev.unirow.migrate.cli;

import dev.unirow.migrate.event.MigrationEvent;
import dev.unirow.migrate.event.MigrationListener;
import java.time.Duration;
import java.util.Locale;
import java.util.function.Consumer;

/** What a person at a terminal sees of a run, beside the line of each step: a line for what has ended. */
record ProgressLines(Consumer<String> out) implements MigrationListener {
    private static final int WIDEST = 60;

    @Override
    public void happened(MigrationEvent event) {
        if (event instanceof MigrationEvent.StatementFinished statement) {
            String rows =
                    statement.rows().isPresent() ? ", " + rows(statement.rows().getAsLong()) : "";
            line(statement.index() + " of " + statement.of() + ": " + shortened(statement.sql()) + " ("
                    + seconds(statement.took()) + rows + ")");
        } else if (event instanceof MigrationEvent.RowsCopied copied) {
            line("copied " + rows(copied.rows()) + " of " + copied.table());
        } else if (event instanceof MigrationEvent.StepFinished step && step.of() > 1) {
            line("done, " + step.index() + " of " + step.of() + " (" + seconds(step.took()) + ")");
        }
    }

    private void line(String text) {
        out.accept("      " + text);
    }

    private static String rows(long rows) {
        return rows + (rows == 1 ? " row" : " rows");
    }

    private static String seconds(Duration took) {
        return String.format(Locale.ROOT, "%.3f s", took.toNanos() / 1e9);
    }

    /** The begin of a statement, without values. */
    private static String shortened(String sql) {
        String begin = sql.split("['(\\n]", 2)[0].stripTrailing();
        return begin.length() > WIDEST ? begin.substring(0, WIDEST) + "…" : begin + (sql.equals(begin) ? "" : " …");
    }
}
