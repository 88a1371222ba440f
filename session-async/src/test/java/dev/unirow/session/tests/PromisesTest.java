package dev.unirow.session.tests;

import static org.assertj.core.api.Assertions.assertThat;

import dev.unirow.testing.DatabaseKind;
import dev.unirow.testing.OnDatabase;
import dev.unirow.testing.Requires;
import java.io.IOException;
import java.lang.reflect.AnnotatedElement;
import java.lang.reflect.Method;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
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

    private final List<Class<?>> classes = ReflectionSupport.findAllClassesInPackage(
            "dev.unirow",
            type -> !type.isAnonymousClass() && !type.isInterface(),
            // and no models, which other tests load in a way of their own
            name -> name.matches(".*\\.tests\\.([a-z]+\\.)?\\w+(Test|Contract)(\\$.*)?"));

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

    /** A test, and the kinds of database it runs on unless it is all of them. */
    private String shown(String name) {
        int dot = name.lastIndexOf('.');
        Class<?> holder = holder(name.substring(0, dot));
        List<Method> tests = Arrays.stream(holder.getDeclaredMethods())
                .filter(method -> isTest(method, name.substring(dot + 1)))
                .toList();
        assertThat(tests).as("tests named %s", name).isNotEmpty();
        Set<DatabaseKind> kinds = kinds(tests.get(0), holder);
        String some = kinds.size() < DatabaseKind.values().length
                ? ": " + kinds.stream().map(Object::toString).collect(Collectors.joining(", "))
                : "";
        return "`" + name + "`" + some;
    }

    /** All, too, for a test that is about none. */
    private static Set<DatabaseKind> kinds(Method test, Class<?> holder) {
        Set<DatabaseKind> kinds = EnumSet.allOf(DatabaseKind.class);
        List<AnnotatedElement> marked = new ArrayList<>(List.of(test));
        for (Class<?> type = holder; type != null; type = type.getEnclosingClass()) {
            marked.add(type);
        }
        for (AnnotatedElement each : marked) {
            AnnotationSupport.findAnnotation(each, Requires.class)
                    .ifPresent(required -> kinds.removeIf(kind ->
                            !Arrays.stream(required.value()).allMatch(capability -> capability.isOfferedBy(kind))));
            AnnotationSupport.findAnnotation(each, OnDatabase.class)
                    .ifPresent(one -> kinds.retainAll(Set.of(one.value())));
        }
        return kinds;
    }

    private static boolean isTest(Method method, String name) {
        return method.getName().equals(name) && AnnotationSupport.isAnnotated(method, Testable.class);
    }

    /** By the end of its name, without the {@code tests} in it. */
    private Class<?> holder(String name) {
        List<Class<?>> holders = classes.stream()
                .filter(type -> ("."
                                + type.getName()
                                        .replaceFirst("\\.tests\\.([a-z]+\\.)?", ".")
                                        .replace('$', '.'))
                        .endsWith("." + name))
                .toList();
        assertThat(holders).as("test classes named %s", name).hasSize(1);
        return holders.get(0);
    }
}
