package dev.unirow.tutorial;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/**
 * Code in the documents is a copy of code that a test compiles and runs, or of a transcript that one compares. Above
 * each fence stands where it comes from: {@code <!-- code: path#region -->} for what a source has between {@code //
 * region name} and {@code // endregion}, {@code <!-- code: path -->} for a whole file. Run with {@code -Dapprove} to
 * copy anew.
 */
class DocumentationTest {
    private static final Path ROOT =
            Path.of(System.getProperty("unirow.root")).toAbsolutePath().normalize();
    private static final Pattern COPY =
            Pattern.compile("<!-- code: (\\S+?)(?:#(\\S+))? -->\\n```(\\w*)\\n(.*?)\\n```", Pattern.DOTALL);
    private static final Pattern CODE = Pattern.compile("(?<!-->\\n)```(java|sql|xml)\\n");

    @TestFactory
    Stream<DynamicTest> codeInDocumentsIsACopyOfCodeThatRuns() throws IOException {
        return documents().stream()
                .map(document ->
                        DynamicTest.dynamicTest(ROOT.relativize(document).toString(), () -> {
                            String text = Files.readString(document);
                            String wanted =
                                    COPY.matcher(text).replaceAll(copy -> Matcher.quoteReplacement(copied(copy)));
                            if (Boolean.getBoolean("approve") || "".equals(System.getProperty("approve"))) {
                                Files.writeString(document, wanted);
                            } else {
                                assertThat(text).isEqualTo(wanted);
                            }
                        }));
    }

    @TestFactory
    Stream<DynamicTest> noCodeInDocumentsStandsUnchecked() throws IOException {
        return documents().stream()
                // these have tests of their own
                .filter(document -> !document.startsWith(ROOT.resolve("driver-sqlite")))
                .filter(document -> !document.equals(ROOT.resolve("docs/migrations-changes.md")))
                .map(document -> DynamicTest.dynamicTest(
                        ROOT.relativize(document).toString(),
                        () -> assertThat(
                                        CODE.matcher(Files.readString(document)).find())
                                .as("a fence without <!-- code: … --> above it")
                                .isFalse()));
    }

    private static String copied(java.util.regex.MatchResult copy) {
        String source = copy.group(2) == null ? copy.group(1) : copy.group(1) + "#" + copy.group(2);
        return "<!-- code: " + source + " -->\n```" + copy.group(3) + "\n" + content(copy.group(1), copy.group(2))
                + "\n```";
    }

    private static String content(String path, String region) {
        try {
            String text = Files.readString(ROOT.resolve(path)).strip();
            if (region == null) {
                return text;
            }
            Matcher found = Pattern.compile(
                            "// region " + Pattern.quote(region) + "\\n(.*?)\\n *// endregion", Pattern.DOTALL)
                    .matcher(text);
            assertThat(found.find()).as("region '%s' of %s", region, path).isTrue();
            return found.group(1).stripIndent().stripTrailing();
        } catch (IOException e) {
            throw new AssertionError("No file " + path + " to copy from.", e);
        }
    }

    private static List<Path> documents() throws IOException {
        try (Stream<Path> files = Files.walk(ROOT)) {
            return files.filter(file -> file.toString().endsWith(".md"))
                    .filter(file -> !ROOT.relativize(file).toString().contains("target/"))
                    .filter(file -> !ROOT.relativize(file).toString().startsWith("."))
                    .sorted()
                    .collect(Collectors.toList());
        }
    }
}
