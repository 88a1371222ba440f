package dev.unirow.tutorial.pets;

import java.io.PrintStream;
import java.util.logging.Formatter;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogManager;
import java.util.logging.LogRecord;
import java.util.logging.Logger;

/** Log lines without dates, in between the program's own: {@code INFO unirow.engine BEGIN (implicit)}. */
final class PlainLog extends Handler {
    private final PrintStream out;

    private PlainLog(PrintStream out) {
        this.out = out;
        setFormatter(new Formatter() {
            @Override
            public String format(LogRecord entry) {
                return entry.getLevel() + " " + entry.getLoggerName() + " " + formatMessage(entry);
            }
        });
    }

    /** Sends warnings of all libraries, and what Unirow echoes, to the given stream. */
    static void sendTo(PrintStream out) {
        LogManager.getLogManager().reset();
        Logger root = Logger.getLogger("");
        root.setLevel(Level.WARNING);
        root.addHandler(new PlainLog(out));
        ECHO.setLevel(Level.INFO);
    }

    /** Held, since the log manager forgets the level of a logger that nobody holds. */
    private static final Logger ECHO = Logger.getLogger("unirow.engine");

    @Override
    public void publish(LogRecord entry) {
        if (isLoggable(entry)) {
            out.println(getFormatter().format(entry));
            if (entry.getThrown() != null) {
                entry.getThrown().printStackTrace(out);
            }
        }
    }

    @Override
    public void flush() {
        out.flush();
    }

    @Override
    public void close() {}
}
