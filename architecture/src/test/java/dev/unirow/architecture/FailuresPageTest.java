package dev.unirow.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaModifier;
import java.io.IOException;
import java.nio.file.Files;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** Whoever meets an exception finds it in {@code docs/failures.md}. */
class FailuresPageTest {
    private static final Pattern ROW = Pattern.compile("^\\| `(\\w+)` \\|", Pattern.MULTILINE);

    @Test
    void eachPublicExceptionHasItsEntryAndNoOtherHas() throws IOException {
        Set<String> thrown = MainCode.classes().stream()
                .filter(type -> type.isAssignableTo(Throwable.class))
                .filter(type -> type.getModifiers().contains(JavaModifier.PUBLIC))
                .filter(type -> !type.getPackageName().contains(".internal")
                        && !type.getPackageName().startsWith("dev.unirow.tutorial"))
                .map(JavaClass::getSimpleName)
                .collect(Collectors.toCollection(TreeSet::new));

        Set<String> explained = new TreeSet<>();
        Matcher row = ROW.matcher(Files.readString(MainCode.ROOT.resolve("docs/failures.md")));
        while (row.find()) {
            explained.add(row.group(1));
        }

        assertThat(thrown).contains("InvalidModelException", "UniqueViolationException", "MigrationException");
        assertThat(explained).isEqualTo(thrown);
    }
}
