package dev.unirow.session.tests;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.platform.commons.annotation.Testable;
import org.junit.platform.commons.support.AnnotationSupport;
import org.junit.platform.commons.support.ReflectionSupport;

/**
 * What is promised of sessions, sentence by sentence, and the tests that hold each: {@code promises.txt} says it, and
 * {@code docs/promises.md} is made from it. Run with {@code -Dapprove} to make the page anew.
 */
class PromisesTest {
    private static final Path ROOT = Path.of(System.getProperty("unirow.root"));
    private static final Path PAGE = ROOT.resolve("docs/promises.md");
    private static final Pattern KIND = Pattern.compile("^(SqliteFile|SqliteMemory|Postgres|MariaDb)");

    private final List<Class<?>> classes = ReflectionSupport.findAllClassesInPackage(
            "dev.unirow",
            type -> !type.isAnonymousClass() && !type.isInterface(),
            // and no models, which other tests load in a way of their own
            name -> name.matches(".*\\.tests\\.\\w+(Test|Contract)(\\$.*)?"));

    @Test
    void eachSentenceHasATestThatExistsAndThePageSaysWhich() throws IOException {
        StringBuilder page = new StringBuilder();
        int tests = 1;
        for (String line : Files.readAllLines(ROOT.resolve("session-async/src/test/resources/promises.txt"))) {
            if (line.startsWith("  - ")) {
                page.append("  - ").append(shown(line.substring(4))).append('\n');
                tests++;
                continue;
            }
            assertThat(tests).as("tests of the sentence before '%s'", line).isPositive();
            page.append(line).append('\n');
            tests = line.startsWith("- ") ? 0 : 1;
        }
        assertThat(tests).as("tests of the last sentence").isPositive();
        if (System.getProperty("approve") != null) {
            Files.writeString(PAGE, page);
        }
        assertThat(PAGE).content().isEqualTo(page.toString());
    }

    /** A test, and the kinds of database it runs on if it is one of a contract. */
    private String shown(String name) {
        int dot = name.lastIndexOf('.');
        Class<?> holder = holder(name.substring(0, dot));
        assertThat(Arrays.stream(holder.getDeclaredMethods()).filter(method -> isTest(method, name.substring(dot + 1))))
                .as("tests named %s", name)
                .isNotEmpty();
        Class<?> contract = holder.isMemberClass() ? holder.getEnclosingClass() : holder;
        if (!Modifier.isAbstract(contract.getModifiers())) {
            return "`" + name + "`";
        }
        String kinds = classes.stream()
                .filter(type -> contract.isAssignableFrom(type) && !Modifier.isAbstract(type.getModifiers()))
                .map(type -> KIND.matcher(type.getSimpleName()))
                .filter(Matcher::find)
                .map(kind -> words(kind.group()))
                .distinct()
                .sorted()
                .collect(Collectors.joining(", "));
        assertThat(kinds).as("databases that %s runs on", name).isNotEmpty();
        return "`" + name + "`: " + kinds;
    }

    private static String words(String kind) {
        return switch (kind) {
            case "SqliteFile" -> "SQLite file";
            case "SqliteMemory" -> "SQLite memory";
            case "MariaDb" -> "MariaDB";
            default -> "PostgreSQL";
        };
    }

    private static boolean isTest(Method method, String name) {
        return method.getName().equals(name) && AnnotationSupport.isAnnotated(method, Testable.class);
    }

    /** By the end of its name, without the {@code tests} in it. */
    private Class<?> holder(String name) {
        List<Class<?>> holders = classes.stream()
                .filter(type -> ("." + type.getName().replace(".tests.", ".").replace('$', '.')).endsWith("." + name))
                .toList();
        assertThat(holders).as("test classes named %s", name).hasSize(1);
        return holders.get(0);
    }
}
