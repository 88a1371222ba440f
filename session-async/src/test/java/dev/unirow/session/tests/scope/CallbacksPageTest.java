package dev.unirow.session.tests.scope;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/**
 * The table of {@code docs/callbacks.md} is made from {@link CallbackWay}, which {@link CallbacksContract} holds
 * against the databases. Run with {@code -Dapprove} to make it anew.
 */
class CallbacksPageTest {
    private static final Path PAGE = Path.of(System.getProperty("unirow.root")).resolve("docs/callbacks.md");
    private static final String BEGIN = "<!-- begin: callbacks, made by CallbacksPageTest -->\n";
    private static final String END = "<!-- end: callbacks -->";

    @Test
    void thePageHasTheTableOfTheContract() throws IOException {
        String page = Files.readString(PAGE);
        assertThat(page).contains(BEGIN, END);
        String table =
                Arrays.stream(CallbackWay.values()).map(CallbackWay::line).collect(Collectors.joining());
        String wanted = page.substring(0, page.indexOf(BEGIN) + BEGIN.length())
                + "| what is done | callbacks, in their order |\n|---|---|\n"
                + table
                + page.substring(page.indexOf(END));

        if (System.getProperty("approve") != null) {
            Files.writeString(PAGE, wanted);
        }
        assertThat(PAGE).content().isEqualTo(wanted);
    }
}
