package dev.unirow.tutorial.heroes;

import static org.assertj.core.api.Assertions.assertThat;

import dev.unirow.tutorial.ch08_spec.FailureStatus;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** The example of docs/failures.md answers each exception with the status that the page's tables say. */
class FailureStatusTest {
    private static final Path PAGE = Path.of(System.getProperty("unirow.root"), "docs/failures.md");
    private static final Pattern ROW =
            Pattern.compile("^\\| `(\\w+)` \\|[^|]*\\|[^|]*\\| (\\d{3}) \\|$", Pattern.MULTILINE);

    private static final List<String> PACKAGES = List.of("dev.unirow.model.", "dev.unirow.session.exception.");

    @Test
    void eachExceptionHasTheStatusOfThePage() throws IOException {
        Map<String, Integer> told = new TreeMap<>();
        Map<String, Integer> answered = new TreeMap<>();
        for (MatchResult row : ROW.matcher(Files.readString(PAGE)).results().toList()) {
            if (row.group(1).startsWith("Sqlite")) {
                continue; // those of the driver alone, which sessions translate
            }
            told.put(row.group(1), Integer.valueOf(row.group(2)));
            answered.put(row.group(1), FailureStatus.of(exception(row.group(1))));
        }

        assertThat(told).hasSizeGreaterThan(20).containsEntry("NotFoundException", 404);
        assertThat(answered).isEqualTo(told);
    }

    private static Class<? extends Throwable> exception(String name) {
        for (String place : PACKAGES) {
            try {
                return Class.forName(place + name).asSubclass(Throwable.class);
            } catch (ClassNotFoundException e) {
                // it is in another one
            }
        }
        throw new AssertionError("There is no exception " + name + ".");
    }
}
