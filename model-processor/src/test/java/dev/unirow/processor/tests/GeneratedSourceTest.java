package dev.unirow.processor.tests;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * What is written reads as if written by hand: it is kept beside the specs. Run with {@code -Dapprove} to write it
 * anew.
 */
class GeneratedSourceTest {
    private static final Path KEPT = Path.of("src/test/resources/generated");

    @TempDir
    Path folder;

    private Compilation tutorial() {
        Compilation compilation = Compilation.in(folder);
        for (String name : List.of("HeroSpec", "TeamSpec", "Side", "Address", "Greets")) {
            compilation.file(KEPT.resolve(name + ".java"));
        }
        return compilation.option("-Xlint:all,-processing", "-Werror");
    }

    @Test
    void theSourceOfModelsAndDtosIsWhatIsKept() throws IOException {
        var generated = tutorial().succeeds().allGenerated();

        assertThat(generated).hasSize(10);
        for (var file : generated.entrySet()) {
            Path kept = KEPT.resolve(Path.of(file.getKey()).getFileName() + ".txt");
            if (System.getProperty("approve") != null) {
                Files.writeString(kept, file.getValue());
            }
            assertThat(file.getValue()).isEqualTo(Files.readString(kept));
        }
    }
}
