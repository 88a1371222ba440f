package dev.unirow.tutorial.chapters;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import java.util.logging.SimpleFormatter;

/** What a program writes to the standard output and to the echo's logger, in the order in which it does. */
final class Printed {
    private Printed() {}

    /** The output, with every time of the echo replaced by {@code [0.00ms]}. */
    static String by(Runnable program) {
        Logger echo = Logger.getLogger("unirow.engine");
        PrintStream standard = System.out;
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        PrintStream out = new PrintStream(bytes, true, UTF_8);
        Handler handler = new EchoLines(out);
        Level level = echo.getLevel();
        boolean parents = echo.getUseParentHandlers();
        System.setOut(out);
        echo.setLevel(Level.INFO);
        echo.setUseParentHandlers(false);
        echo.addHandler(handler);
        try {
            program.run();
        } finally {
            echo.removeHandler(handler);
            echo.setUseParentHandlers(parents);
            echo.setLevel(level);
            System.setOut(standard);
        }
        return bytes.toString(UTF_8).replaceAll("\\[\\d+\\.\\d\\dms]", "[0.00ms]");
    }

    private static final class EchoLines extends Handler {
        private final SimpleFormatter formatter = new SimpleFormatter();
        private final PrintStream out;

        EchoLines(PrintStream out) {
            this.out = out;
        }

        @Override
        public void publish(LogRecord entry) {
            out.println(entry.getLevel() + " " + entry.getLoggerName() + " " + formatter.formatMessage(entry));
        }

        @Override
        public void flush() {}

        @Override
        public void close() {}
    }
}
