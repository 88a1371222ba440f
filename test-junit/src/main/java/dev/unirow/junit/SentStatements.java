package dev.unirow.junit;

import static java.util.stream.Collectors.groupingBy;

import dev.unirow.session.ExecutedStatement;
import dev.unirow.session.StatementListener;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.opentest4j.AssertionFailedError;

/** The statements that a test sends, each with the line of its code that waits for it. Thread-safe. */
final class SentStatements implements StatementListener {
    private static final Set<String> STEPS = Set.of("BEGIN", "COMMIT", "ROLLBACK", "SAVEPOINT", "RELEASE", "SET");
    private static final List<String> LIBRARIES = List.of(
            "java.",
            "jdk.",
            "sun.",
            "dev.unirow.session.",
            "dev.unirow.active.",
            UnirowExtension.class.getName(),
            "io.smallrye.",
            "io.vertx.",
            "org.hibernate.",
            "org.junit.");

    /** So many of the same are not chance. */
    private static final int SUSPICIOUS = 3;

    private record Sent(String sql, String place) {
        @Override
        public String toString() {
            return sql + "\n       at " + place;
        }
    }

    private final List<Sent> sent = new ArrayList<>();
    private @Nullable Thread test;

    synchronized void start(Thread thread) {
        sent.clear();
        test = thread;
    }

    synchronized void stop() {
        test = null;
    }

    /** Asked on an event loop, while the test's thread waits for the result. */
    @Override
    public synchronized void ended(ExecutedStatement statement) {
        Thread waiting = test;
        if (waiting != null && !STEPS.contains(statement.operation())) {
            sent.add(new Sent(statement.queryText(), place(waiting)));
        }
    }

    private static String place(Thread thread) {
        return Stream.of(thread.getStackTrace())
                .filter(frame -> LIBRARIES.stream().noneMatch(frame.getClassName()::startsWith))
                .findFirst()
                .map(frame -> frame.getClassName() + "." + frame.getMethodName() + "(" + frame.getFileName() + ":"
                        + frame.getLineNumber() + ")")
                .orElse("a place that the test's thread does not wait at");
    }

    /** @throws AssertionFailedError if there were more or fewer */
    synchronized void require(int expected) {
        stop();
        if (sent.size() != expected) {
            throw new AssertionFailedError(
                    "Expected " + counted(expected) + ", but the test sent " + sent.size() + "." + listed()
                            + repeated(),
                    expected,
                    sent.size());
        }
    }

    private static String counted(int statements) {
        return statements == 1 ? "1 statement" : statements + " statements";
    }

    private String listed() {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < sent.size(); i++) {
            text.append("\n  ").append(i + 1).append(". ").append(sent.get(i));
        }
        return text.toString();
    }

    /** What is sent once for each row of another statement could be sent once for all. */
    private String repeated() {
        Map<Sent, Long> counts =
                sent.stream().collect(groupingBy(each -> each, LinkedHashMap::new, Collectors.counting()));
        return counts.entrySet().stream()
                .filter(each -> each.getValue() >= SUSPICIOUS)
                .map(each -> "\nThe same was sent " + each.getValue()
                        + " times, perhaps once for each row of another statement (N+1): load all at once, by fetch(…) of "
                        + "the select or session.fetch(models, …):\n  " + each.getKey())
                .collect(Collectors.joining());
    }
}
