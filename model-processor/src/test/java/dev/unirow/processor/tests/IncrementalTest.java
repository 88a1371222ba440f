package dev.unirow.processor.tests;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.unirow.processor.ModelIndexProcessor;
import dev.unirow.processor.ModelProcessor;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** When one spec changes, only what depends on it is written and compiled anew. */
@Tag("slow")
class IncrementalTest {
    private static final String IMPORTS = """
            package heroes;
            import dev.unirow.model.*;
            import jakarta.persistence.*;
            import java.util.List;
            """;
    private static final String HERO = IMPORTS
            + "@ModelSpec(dto = {\"public\", \"public+team\"}) public record HeroSpec(@Default(\"x\") String name, @Private String secret, @ManyToOne TeamSpec team) {}";
    private static final String TEAM = IMPORTS
            + "@ModelSpec(name = \"Squad\", dto = {\"public\", \"public+heroes\"}) public record TeamSpec(@Id java.util.UUID code, String name, @OneToMany(mappedBy = \"team\") List<HeroSpec> heroes) {}";
    private static final String VILLAIN =
            IMPORTS + "@ModelSpec(dto = \"create\") public record VillainSpec(String name) {}";
    private static final String PLACE = IMPORTS
            + "@Entity @DerivedDtos(\"public\") public class Place { @Id Integer id; public Integer id() { return id; } }";

    @TempDir
    Path folder;

    private Compilation all(Path target) {
        return Compilation.in(target)
                .source("heroes.HeroSpec", HERO)
                .source("heroes.TeamSpec", TEAM)
                .source("heroes.VillainSpec", VILLAIN)
                .source("heroes.Place", PLACE);
    }

    @Test
    void everyFileOfASpecOriginatesInItAlone() {
        RecordingProcessor models = new RecordingProcessor(new ModelProcessor());

        all(folder).processors(models).succeeds();

        assertThat(models.origins())
                .isEqualTo(Map.of(
                        "heroes.Hero", List.of("heroes.HeroSpec"),
                        "heroes.HeroPublic", List.of("heroes.HeroSpec"),
                        "heroes.HeroPublicWithTeam", List.of("heroes.HeroSpec"),
                        "heroes.Squad", List.of("heroes.TeamSpec"),
                        "heroes.SquadPublic", List.of("heroes.TeamSpec"),
                        "heroes.SquadPublicWithHeroes", List.of("heroes.TeamSpec"),
                        "heroes.Villain", List.of("heroes.VillainSpec"),
                        "heroes.VillainCreate", List.of("heroes.VillainSpec"),
                        "heroes.PlacePublic", List.of("heroes.Place")));
    }

    @Test
    void theIndexOriginatesInEveryModel() {
        RecordingProcessor index = new RecordingProcessor(new ModelIndexProcessor());

        all(folder).processors(new ModelProcessor(), index).succeeds();

        assertThat(index.origins().keySet()).containsExactly("META-INF/unirow/models");
        assertThat(index.origins().get("META-INF/unirow/models"))
                .contains("heroes.HeroSpec", "heroes.TeamSpec", "heroes.VillainSpec", "heroes.Place");
    }

    @Test
    void aChangedSpecIsWrittenAndCompiledAloneAgainstTheClassesOfTheOthers() throws IOException {
        Compilation full = all(folder).succeeds();
        FileTime before = FileTime.fromMillis(0);
        for (Path file : files(full.classes())) {
            Files.setLastModifiedTime(file, before);
        }
        for (Path file : full.generatedFiles()) {
            Files.setLastModifiedTime(file, before);
        }

        removeStale(full, "Villain");
        Compilation.in(folder)
                .source("heroes.VillainSpec", VILLAIN.replace("String name", "String name, int crimes"))
                .processors(new ModelProcessor())
                .classPath(full.classes())
                .succeeds();

        assertThat(changedSince(before, files(full.classes())))
                .containsExactlyInAnyOrder("VillainSpec.class", "Villain.class", "VillainCreate.class");
        assertThat(changedSince(before, full.generatedFiles()))
                .containsExactlyInAnyOrder("Villain.java", "VillainCreate.java");
    }

    @Test
    void aSpecReadsOthersFromTheirClassFilesAsFromTheirSources() throws IOException {
        for (String spec : List.of("HeroSpec", "TeamSpec")) {
            Compilation full = all(folder.resolve("full of " + spec)).succeeds();
            removeStale(full, spec.equals("HeroSpec") ? "Hero" : "Team");
            removeStale(full, spec.equals("HeroSpec") ? "Hero" : "Squad");
            Compilation alone = Compilation.in(folder.resolve(spec))
                    .source("heroes." + spec, spec.equals("HeroSpec") ? HERO : TEAM)
                    .processors(new ModelProcessor())
                    .classPath(full.classes())
                    .succeeds();

            Map<String, String> expected = new TreeMap<>(full.allGenerated());
            expected.keySet().retainAll(alone.allGenerated().keySet());
            assertThat(alone.allGenerated()).hasSize(3).isEqualTo(expected);
        }
    }

    @Test
    void whatIsWrittenDoesNotDependOnTheOrderOfTheSources() {
        Compilation turned = Compilation.in(folder.resolve("turned"))
                .source("heroes.Place", PLACE)
                .source("heroes.VillainSpec", VILLAIN)
                .source("heroes.TeamSpec", TEAM)
                .source("heroes.HeroSpec", HERO)
                .succeeds();
        Compilation straight = all(folder.resolve("straight")).succeeds();

        assertThat(turned.allGenerated()).isEqualTo(straight.allGenerated());
        assertThat(turned.index()).isEqualTo(straight.index());
    }

    @Test
    void theProcessorsSayWhatKindTheyAre() throws IOException {
        Set<String> services = lines("META-INF/services/javax.annotation.processing.Processor");

        assertThat(services)
                .containsExactlyInAnyOrder(ModelProcessor.class.getName(), ModelIndexProcessor.class.getName());
        assertThat(lines("META-INF/gradle/incremental.annotation.processors"))
                .containsExactlyInAnyOrder(
                        ModelProcessor.class.getName() + ",isolating",
                        ModelIndexProcessor.class.getName() + ",aggregating");
    }

    /** As builds do before they compile anew. */
    private static void removeStale(Compilation compilation, String prefix) throws IOException {
        for (Path file : files(compilation.classes())) {
            if (file.getFileName().toString().startsWith(prefix)) {
                Files.delete(file);
            }
        }
    }

    private static Set<String> lines(String resource) throws IOException {
        Path classes = Path.of("target/classes", resource);
        try (InputStream stream = Files.newInputStream(classes)) {
            return Arrays.stream(new String(stream.readAllBytes(), UTF_8).split("\n"))
                    .collect(Collectors.toSet());
        }
    }

    private static List<Path> files(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(Files::isRegularFile).toList();
        }
    }

    private static List<String> changedSince(FileTime before, List<Path> files) throws IOException {
        Stream.Builder<String> changed = Stream.builder();
        for (Path file : files) {
            if (Files.getLastModifiedTime(file).compareTo(before) > 0) {
                changed.add(file.getFileName().toString());
            }
        }
        return changed.build().toList();
    }
}
