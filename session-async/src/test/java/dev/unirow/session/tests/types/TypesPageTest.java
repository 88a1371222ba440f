package dev.unirow.session.tests.types;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * The tables of {@code docs/types.md} are made from {@link MappedTypes}, which {@link TypeMatrixContract} holds against
 * the databases. Run with {@code -Dapprove} to make them anew.
 */
@Tag("slow")
class TypesPageTest {
    private static final Path PAGE = Path.of(System.getProperty("unirow.root")).resolve("docs/types.md");
    private static final String BEGIN = "<!-- begin: types, made by TypesPageTest -->\n";
    private static final String END = "<!-- end: types -->";

    @Test
    void thePageHasTheTablesOfTheMatrix() throws IOException {
        String page = Files.readString(PAGE);
        int begin = page.indexOf(BEGIN) + BEGIN.length();
        int end = page.indexOf(END);
        assertThat(page).contains(BEGIN, END);
        String wanted = page.substring(0, begin) + new TypesPage().tables() + page.substring(end);

        if (System.getProperty("approve") != null) {
            Files.writeString(PAGE, wanted);
        }
        assertThat(PAGE).content().isEqualTo(wanted);
    }
}
