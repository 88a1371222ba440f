package dev.unirow.session.tests.echo;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.unirow.testing.JavaProgram;
import dev.unirow.testing.Waiting;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The echo reaches each of JBoss Logging's back ends, as it is found on the class path of a program of its own. */
@Tag("slow")
class LogBackEndsTest {
    private static final Path BACK_ENDS =
            Path.of(System.getProperty("unirow.root"), "session-async", "target", "log-back-ends");

    @TempDir
    Path folder;

    @Test
    void javaUtilLoggingIsUsedWithoutAnother() throws Exception {
        String printed = run("", "-Djava.util.logging.SimpleFormatter.format=%4$s %3$s %5$s%n");

        assertEchoed(printed, "INFO unirow.engine ", "WARN unirow.slow ");
    }

    @Test
    void log4j2IsUsedWhereItIs() throws Exception {
        Path configuration = Files.writeString(folder.resolve("log4j2.properties"), """
                rootLogger.level = info
                rootLogger.appenderRef.out.ref = out
                appender.out.type = Console
                appender.out.name = out
                appender.out.layout.type = PatternLayout
                appender.out.layout.pattern = Log4j: %level %logger %msg%n
                """);
        String printed = run(jars("log4j2"), "-Dlog4j2.configurationFile=" + configuration);

        assertEchoed(printed, "Log4j: INFO unirow.engine ", "Log4j: WARN unirow.slow ");
    }

    @Test
    void logbackIsUsedWhereItIs() throws Exception {
        String printed = run(jars("logback"), "-Dfile.encoding=UTF-8");

        assertEchoed(printed, "INFO unirow.engine -- ", "WARN unirow.slow -- ");
    }

    private static void assertEchoed(String printed, String engine, String slow) {
        List<String> lines = printed.lines()
                .filter(line -> line.contains(engine))
                .map(line -> line.substring(line.indexOf(engine) + engine.length()))
                .map(line -> line.replaceAll("\\[\\d+\\.\\d\\dms]", "[0.00ms]"))
                .toList();
        assertThat(lines)
                .as(printed)
                .containsExactly(
                        "BEGIN (implicit)",
                        "insert into tag (text,label) values (?,?)",
                        "[0.00ms] ('50% {} %s', 'chonky')",
                        "COMMIT",
                        "select t1_0.label,t1_0.text from tag t1_0 where t1_0.label=?",
                        "[0.00ms] ('chonky')",
                        "Col ('label', 'text')",
                        "Row ('chonky', '50% {} %s')");
        assertThat(printed.lines().filter(line -> line.contains(slow)))
                .as(printed)
                .anyMatch(line -> line.contains("insert into tag (text,label) values (?,?) ('50% {} %s', 'chonky')"));
        assertThat(printed).as("colours without a terminal").doesNotContain("\u001B");
    }

    private static String jars(String backEnd) {
        try (Stream<Path> files = Files.list(BACK_ENDS.resolve(backEnd))) {
            return files.map(Path::toString).collect(Collectors.joining(File.pathSeparator)) + File.pathSeparator;
        } catch (IOException e) {
            throw new UncheckedIOException("Maven copies the back ends: run ./mvnw process-test-resources.", e);
        }
    }

    private String run(String first, String property) throws Exception {
        Path output = folder.resolve("output.txt");
        Process process = JavaProgram.of(EchoProgram.class)
                .with(property)
                .after(first)
                .process()
                .redirectErrorStream(true)
                .redirectOutput(output.toFile())
                .start();
        try {
            assertThat(process.waitFor(Waiting.LIMIT.toSeconds(), TimeUnit.SECONDS))
                    .as("ended in time")
                    .isTrue();
        } finally {
            process.destroyForcibly();
        }
        String printed = Files.readString(output, UTF_8);
        assertThat(process.exitValue()).as(printed).isZero();
        return printed;
    }
}
