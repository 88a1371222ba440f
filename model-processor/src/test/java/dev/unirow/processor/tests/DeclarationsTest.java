package dev.unirow.processor.tests;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import javax.annotation.processing.Processor;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The ways to declare a model that docs/declaring-models.md shows: those of this project compile, and the lines of all
 * are counted.
 */
class DeclarationsTest {
    private static final Path ROOT = Path.of(System.getProperty("unirow.root"));
    private static final Path PAGE = ROOT.resolve("docs/declaring-models.md");
    private static final Path SPECS = ROOT.resolve("tutorial/src/main/java/dev/unirow/tutorial/ch08_spec");
    private static final Path DECLARATIONS = Path.of("src/test/resources/declarations");
    private static final Pattern TABLE = Pattern.compile("(?s)(?<=<!-- lines -->\n).*?(?=<!-- end of lines -->)");

    @TempDir
    Path folder;

    @Test
    void theSameIsGeneratedForASpecAndForAClassByHand() {
        Compilation spec = Compilation.in(folder.resolve("spec"))
                .file(SPECS.resolve("HeroSpec.java"))
                .file(SPECS.resolve("TeamSpec.java"))
                .succeeds();
        Compilation hand = hand("hand").succeeds();

        assertThat(names(spec)).containsAll(names(hand)).hasSize(names(hand).size() + 2);
        for (String name : names(hand)) {
            assertThat(components(hand.load("heroes." + name)))
                    .as(name)
                    .isEqualTo(components(spec.load("dev.unirow.tutorial.ch08_spec." + name)));
        }
    }

    @Test
    void lombokWritesAccessorsThatTheProcessorKnows() throws ReflectiveOperationException {
        Processor lombok = (Processor) Class.forName("lombok.launch.AnnotationProcessorHider$AnnotationProcessor")
                .getConstructor()
                .newInstance();
        Compilation compiled = hand("lombok").alsoProcessors(lombok).succeeds();

        assertThat(components(compiled.load("heroes.HeroPublicWithTeam")))
                .containsExactly("id", "name", "age", "teamId", "team");
        assertThat(compiled.generated("heroes.HeroPublic")).contains("hero.getTeam().getId()");
    }

    private Compilation hand(String way) {
        return Compilation.in(folder.resolve(way))
                .file(DECLARATIONS.resolve(way).resolve("Hero.java"))
                .file(DECLARATIONS.resolve(way).resolve("Team.java"));
    }

    private static List<String> names(Compilation compilation) {
        return compilation.generatedFiles().stream()
                .map(file -> file.getFileName().toString().replace(".java", ""))
                .sorted()
                .toList();
    }

    private static List<String> components(Class<?> dto) {
        return List.of(dto.getRecordComponents()).stream()
                .map(component -> component.getName())
                .toList();
    }

    @Test
    void thePageCountsTheLines() throws IOException {
        Map<String, Long> lines = new LinkedHashMap<>();
        lines.put("a record", count(SPECS, "HeroSpec.java", "TeamSpec.java"));
        lines.put("SQLModel (Python)", count(DECLARATIONS.resolve("sqlmodel"), "models.py"));
        lines.put("by hand with Lombok", count(DECLARATIONS.resolve("lombok"), "Hero.java", "Team.java"));
        lines.put("Panache", count(DECLARATIONS.resolve("panache"), "Models.java"));
        lines.put("by hand", count(DECLARATIONS.resolve("hand"), "Hero.java", "Team.java"));
        lines.put("Jakarta Persistence and MapStruct", count(DECLARATIONS.resolve("mapstruct"), "Models.java"));
        StringBuilder table = new StringBuilder("| | lines |\n|---|---|\n");
        lines.forEach((way, count) ->
                table.append("| ").append(way).append(" | ").append(count).append(" |\n"));

        String page = Files.readString(PAGE);
        String counted = TABLE.matcher(page).replaceFirst(table.toString());
        if (System.getProperty("approve") != null) {
            Files.writeString(PAGE, counted);
        } else {
            assertThat(page).isEqualTo(counted);
        }
        assertThat(lines.get("a record")).isLessThanOrEqualTo(13);
    }

    /** Without blank lines, imports and comments. */
    private static long count(Path folder, String... files) throws IOException {
        long count = 0;
        for (String file : files) {
            count += Files.readAllLines(folder.resolve(file)).stream()
                    .map(String::strip)
                    .filter(line -> !line.isEmpty() && !line.matches("(package|import|from|//|/\\*).*"))
                    .count();
        }
        return count;
    }
}
