package dev.unirow.testing;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import java.util.logging.SimpleFormatter;

/** What a logger writes while this is open. */
public final class CapturedLog implements AutoCloseable {
    private final Logger logger;
    private final Level formerLevel;
    private final boolean formerParents;
    private final List<String> lines = new CopyOnWriteArrayList<>();
    private final List<String> traces = new CopyOnWriteArrayList<>();
    private final Handler handler = new Handler() {
        private final SimpleFormatter formatter = new SimpleFormatter();

        @Override
        public void publish(LogRecord entry) {
            lines.add(formatter.formatMessage(entry));
            if (entry.getThrown() != null) {
                StringWriter trace = new StringWriter();
                entry.getThrown().printStackTrace(new PrintWriter(trace));
                traces.add(trace.toString());
            }
        }

        @Override
        public void flush() {}

        @Override
        public void close() {}
    };

    private CapturedLog(String name) {
        logger = Logger.getLogger(name);
        formerLevel = logger.getLevel();
        formerParents = logger.getUseParentHandlers();
        logger.setLevel(Level.ALL);
        logger.setUseParentHandlers(false);
        logger.addHandler(handler);
    }

    /** Starts to capture what the logger of this name, and those below it, write; an empty name captures all. */
    public static CapturedLog of(String name) {
        return new CapturedLog(name);
    }

    /** The messages so far. */
    public List<String> lines() {
        return List.copyOf(lines);
    }

    /** The stack traces that were written with them so far. */
    public List<String> traces() {
        return List.copyOf(traces);
    }

    /** The messages so far with every time replaced by {@code [0.00ms]}. */
    public List<String> linesWithoutTimes() {
        return lines.stream()
                .map(line -> line.replaceAll("\\[\\d+\\.\\d\\dms]", "[0.00ms]"))
                .toList();
    }

    /** Forgets the messages so far. */
    public void clear() {
        lines.clear();
    }

    @Override
    public void close() {
        logger.removeHandler(handler);
        logger.setLevel(formerLevel);
        logger.setUseParentHandlers(formerParents);
    }
}
