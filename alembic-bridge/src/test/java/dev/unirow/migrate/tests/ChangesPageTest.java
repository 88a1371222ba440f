package dev.unirow.migrate.tests;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * The statements in {@code docs/migrations-changes.md} are those that {@link ChangesContract} runs. Run with
 * {@code -Dapprove} to make them anew.
 */
@Tag("slow")
class ChangesPageTest {
    private static final Path PAGE = Path.of(System.getProperty("unirow.root")).resolve("docs/migrations-changes.md");
    private static final String BEGIN = "<!-- begin: changes, made by ChangesPageTest -->\n";
    private static final String END = "<!-- end: changes -->";

    @Test
    void thePageHasTheStatementsOfEachChange() throws IOException {
        String page = Files.readString(PAGE);
        assertThat(page).contains(BEGIN, END);
        String wanted = page.substring(0, page.indexOf(BEGIN) + BEGIN.length())
                + new ChangesPage().text()
                + page.substring(page.indexOf(END));

        if (System.getProperty("approve") != null) {
            Files.writeString(PAGE, wanted);
        }
        assertThat(PAGE).content().isEqualTo(wanted);
    }
}
