package dev.unirow.tutorial.chapters;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.unirow.tutorial.ch01_model.DeclareAModel;
import dev.unirow.tutorial.ch02_create.CreateTables;
import dev.unirow.tutorial.ch03_session.UseASession;
import dev.unirow.tutorial.ch04_echo.Listen;
import dev.unirow.tutorial.ch05_queries.AskForRows;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/** Each chapter's program prints its transcript. Run with {@code -Dapprove} to write the transcripts anew. */
class ChaptersTest {
    private static final Path TRANSCRIPTS =
            Path.of(System.getProperty("unirow.root"), "tutorial/src/test/resources/dev/unirow/tutorial/chapters");

    @Test
    void chapter01PrintsItsTranscript() throws IOException {
        compare("01-model", () -> DeclareAModel.main(new String[0]));
    }

    @Test
    void chapter02PrintsItsTranscript() throws IOException {
        compare("02-create", () -> CreateTables.main(new String[0]));
    }

    @Test
    void chapter03PrintsItsTranscript() throws IOException {
        compare("03-session", () -> UseASession.main(new String[0]));
    }

    @Test
    void chapter04PrintsItsTranscript() throws IOException {
        compare("04-echo", () -> Listen.main(new String[0]));
    }

    @Test
    void chapter05PrintsItsTranscript() throws IOException {
        compare("05-queries", () -> AskForRows.main(new String[0]));
    }

    private static void compare(String chapter, Runnable program) throws IOException {
        String printed = Printed.by(program);
        Path transcript = TRANSCRIPTS.resolve(chapter + ".txt");
        if (System.getProperty("approve") != null) {
            Files.writeString(transcript, printed);
        }
        assertThat(printed).isNotBlank().isEqualTo(Files.readString(transcript, UTF_8));
    }
}
