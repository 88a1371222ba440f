package dev.unirow.session.internal.echo;

import java.io.Console;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;

/** Colours for a terminal, or none. */
public enum Colours {
    NONE("", "", "", ""),
    ANSI("\u001B[1;34m", "\u001B[36m", "\u001B[2m", "\u001B[0m");

    private static final Path STANDARD_ERROR = Path.of("/proc/self/fd/2");

    private final String step;
    private final String sql;
    private final String detail;
    private final String end;

    Colours(String step, String sql, String detail, String end) {
        this.step = step;
        this.sql = sql;
        this.detail = detail;
        this.end = end;
    }

    /** Those for this process: on a terminal, unless {@code NO_COLOR} is set or the terminal is dumb. */
    public static Colours ofProcess() {
        return of(isTerminal(), System.getenv());
    }

    /**
     * @param terminal whether both streams that logs go to end at one
     * @see <a href="https://no-color.org">no-color.org</a>
     */
    static Colours of(boolean terminal, Map<String, String> environment) {
        boolean wanted = environment.getOrDefault("NO_COLOR", "").isEmpty()
                && !environment.getOrDefault("TERM", "dumb").equals("dumb");
        return terminal && wanted ? ANSI : NONE;
    }

    private static boolean isTerminal() {
        Console console = System.console();
        return console != null && tells(console) && errorsToo();
    }

    /** From JDK 22 on there is a console without a terminal too, which says so. */
    private static boolean tells(Console console) {
        try {
            return (boolean) Console.class.getMethod("isTerminal").invoke(console);
        } catch (NoSuchMethodException before22) {
            return true;
        } catch (ReflectiveOperationException failure) {
            return false;
        }
    }

    /** The console stands for input and output; JUL's handler writes to the third stream, which may go to a file. */
    private static boolean errorsToo() {
        try {
            return !Files.exists(STANDARD_ERROR)
                    || STANDARD_ERROR.toRealPath().toString().matches("/dev/(pts/.+|tty.*|console)");
        } catch (IOException | SecurityException failure) {
            return false;
        }
    }

    public String step(String text) {
        return step + text + end;
    }

    public String sql(String text) {
        return sql + text + end;
    }

    /** What stands below a statement. */
    public String detail(String text) {
        return detail + text + end;
    }
}
