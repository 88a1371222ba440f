package dev.unirow.migrate.cli;

import java.lang.reflect.Method;
import java.util.Locale;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** The terminal that a command was typed at. */
final class Terminal {
    private Terminal() {}

    /** Asks there; null where input or output is not a terminal. */
    static @Nullable Predicate<String> find() {
        java.io.@Nullable Console terminal = System.console();
        return terminal == null || !isTerminal(terminal) ? null : question -> ask(terminal, question);
    }

    static boolean isThere() {
        return find() != null;
    }

    /** Whether what is printed may be coloured: where a terminal is, and nobody has set {@code NO_COLOR}. */
    static boolean takesColours() {
        @Nullable String refused = System.getenv("NO_COLOR");
        return isThere() && (refused == null || refused.isEmpty());
    }

    private static boolean ask(java.io.Console terminal, String question) {
        @Nullable String answer = terminal.readLine("%s [y/N] ", question);
        return answer != null && answer.strip().toLowerCase(Locale.ROOT).matches("y|yes");
    }

    /** From Java 22 on there may be a console without a terminal, and a method that tells. */
    private static boolean isTerminal(java.io.Console console) {
        try {
            Method method = java.io.Console.class.getMethod("isTerminal");
            return Boolean.TRUE.equals(method.invoke(console));
        } catch (NoSuchMethodException before22) {
            return true;
        } catch (ReflectiveOperationException unknown) {
            return false;
        }
    }
}
