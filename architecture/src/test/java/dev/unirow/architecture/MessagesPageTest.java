package dev.unirow.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** Whoever looks a message up in {@code docs/failures.md} finds it as the code has it. */
class MessagesPageTest {
    private static final Pattern MESSAGES =
            Pattern.compile("<!-- messages -->\\n(.*?)<!-- /messages -->", Pattern.DOTALL);
    private static final Pattern ROW = Pattern.compile("^\\| `([^`]+)` \\|", Pattern.MULTILINE);

    /** Where a text is cut into literals for the length of its line. */
    private static final Pattern JOINT = Pattern.compile("\"\\s*\\+\\s*\"");

    @Test
    void eachMessageIsInTheCode() throws IOException {
        Matcher table = MESSAGES.matcher(Files.readString(MainCode.ROOT.resolve("docs/failures.md")));
        assertThat(table.find()).isTrue();
        List<String> messages =
                ROW.matcher(table.group(1)).results().map(row -> row.group(1)).toList();
        List<String> sources = MainCode.modules().stream()
                .flatMap(module -> MainCode.sources(module).stream())
                .map(MessagesPageTest::withWholeTexts)
                .toList();

        List<String> unknown = messages.stream()
                .filter(message -> sources.stream().noneMatch(source -> has(source, message)))
                .toList();
        assertThat(messages).hasSizeGreaterThanOrEqualTo(10);
        assertThat(unknown).as("messages that the code does not have").isEmpty();
    }

    private static boolean has(String source, String message) {
        return Arrays.stream(message.split("…")).allMatch(source::contains);
    }

    private static String withWholeTexts(Path source) {
        try {
            return JOINT.matcher(Files.readString(source)).replaceAll("");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
