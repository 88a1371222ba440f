package dev.unirow.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** Each claim of {@code docs/choosing.md} is linked to a test that exists. */
class ClaimsPageTest {
    private static final Path DOCS = MainCode.ROOT.resolve("docs");
    private static final Pattern CLAIMS = Pattern.compile("<!-- claims -->\\n(.*?)<!-- /claims -->", Pattern.DOTALL);
    private static final Pattern ROW =
            Pattern.compile("^\\| [^|]+ \\| \\[`(\\w+)\\.(\\w+)`]\\((\\S+)\\) \\|$", Pattern.MULTILINE);

    @Test
    void eachClaimHasATestThatExists() throws IOException {
        Matcher table = CLAIMS.matcher(Files.readString(DOCS.resolve("choosing.md")));
        assertThat(table.find()).isTrue();
        String[] lines = table.group(1).split("\\n");

        Matcher row = ROW.matcher(table.group(1));
        int rows = 0;
        while (row.find()) {
            Path file = DOCS.resolve(row.group(3)).normalize();
            assertThat(file).isRegularFile().hasFileName(row.group(1) + ".java");
            assertThat(Files.readString(file))
                    .as("%s.%s, with the annotation of a test", row.group(1), row.group(2))
                    .containsPattern(
                            "(?s)@(Test|ParameterizedTest|Property)\\b((?!\n\n).)* void " + row.group(2) + "\\(");
            rows++;
        }

        assertThat(rows).as("rows with a test").isEqualTo(lines.length - 2).isPositive();
    }
}
