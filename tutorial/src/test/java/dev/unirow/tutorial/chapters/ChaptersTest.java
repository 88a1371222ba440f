package dev.unirow.tutorial.chapters;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.unirow.tutorial.ch01_model.DeclareAModel;
import dev.unirow.tutorial.ch02_create.CreateTables;
import dev.unirow.tutorial.ch03_session.UseASession;
import dev.unirow.tutorial.ch04_echo.Listen;
import dev.unirow.tutorial.ch05_queries.AskForRows;
import dev.unirow.tutorial.ch06_migrations.EvolveADatabase;
import dev.unirow.tutorial.ch07_active.TakeNotes;
import dev.unirow.tutorial.ch08_spec.DeclareBySpec;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

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

    @Test
    void chapter06PrintsItsTranscript(@TempDir Path folder) throws IOException {
        String printed = Printed.by(() -> EvolveADatabase.main(new String[] {folder.toString()}));

        compareText(
                "06-migrations",
                withSampleIds(printed.replace(folder + "/", "")
                        .replaceAll("create_date: .*", "create_date: 2026-11-20 12:00:00.000000")));
    }

    @Test
    void chapter07PrintsItsTranscript() throws IOException {
        compare("07-active-record", () -> TakeNotes.main(new String[0]));
    }

    @Test
    void chapter08PrintsItsTranscript() throws IOException {
        compare("08-spec", () -> {
            try {
                DeclareBySpec.main(new String[0]);
            } catch (IOException e) {
                throw new AssertionError(e);
            }
        });
    }

    @Test
    void theLauncherKnowsEachChapter() throws Exception {
        String launcher = Files.readString(Path.of(System.getProperty("unirow.root"), "tutorial/chapter"));
        List<String> programs = Pattern.compile("program=(\\S+)")
                .matcher(launcher)
                .results()
                .map(found -> "dev.unirow.tutorial." + found.group(1))
                .toList();

        for (String program : programs) {
            assertThat(Class.forName(program).getMethod("main", String[].class)).isNotNull();
        }
        try (Stream<Path> transcripts = Files.list(TRANSCRIPTS)) {
            assertThat(programs).hasSize((int) transcripts.count());
        }
    }

    private static void compare(String chapter, Runnable program) throws IOException {
        compareText(chapter, Printed.by(program));
    }

    private static void compareText(String chapter, String printed) throws IOException {
        Path transcript = TRANSCRIPTS.resolve(chapter + ".txt");
        if (System.getProperty("approve") != null) {
            Files.writeString(transcript, printed);
        }
        assertThat(printed).isNotBlank().isEqualTo(Files.readString(transcript, UTF_8));
    }

    /** Revisions are named at random: the n-th that is met gets the n-th sample. */
    private static String withSampleIds(String printed) {
        List<String> samples = List.of("3f2a9c1b7d10", "9c01d2e4a587");
        List<String> met = new ArrayList<>();
        return Pattern.compile("\\b[0-9a-f]{12}\\b|(?<=/)[0-9a-f]{12}(?=_)")
                .matcher(printed)
                .replaceAll(id -> {
                    if (!met.contains(id.group())) {
                        met.add(id.group());
                    }
                    return samples.get(met.indexOf(id.group()));
                });
    }
}
