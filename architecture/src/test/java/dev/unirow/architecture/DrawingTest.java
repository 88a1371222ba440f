package dev.unirow.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** The drawing of the modules in {@code docs/architecture.md} is what their poms say. */
class DrawingTest {
    private static final Pattern ARROW = Pattern.compile("^ +([a-z-]+) (-->|-\\.->) ([a-z-]+)$", Pattern.MULTILINE);
    private static final Pattern DEPENDENCY = Pattern.compile(
            "<dependency>\\s*<groupId>dev.unirow</groupId>\\s*<artifactId>([a-z-]+)</artifactId>(.*?)</dependency>",
            Pattern.DOTALL);
    /** What tests and builders of the project alone see. */
    private static final Set<String> NOT_DRAWN = Set.of("architecture", "benchmarks", "bom", "test-support");

    @Test
    void eachDependencyIsDrawnAndNothingElse() throws IOException {
        Set<String> drawn = new TreeSet<>();
        Matcher arrow = ARROW.matcher(Files.readString(MainCode.ROOT.resolve("docs/architecture.md")));
        while (arrow.find()) {
            drawn.add(arrow.group());
        }

        Set<String> built = new TreeSet<>();
        for (Path module : MainCode.modules()) {
            String name = module.getFileName().toString();
            if (!NOT_DRAWN.contains(name)) {
                built.addAll(arrows(name, Files.readString(module.resolve("pom.xml"))));
            }
        }
        assertThat(drawn).isEqualTo(built);
    }

    private static Set<String> arrows(String module, String pom) {
        Set<String> arrows = new TreeSet<>();
        Matcher dependency = DEPENDENCY.matcher(pom);
        while (dependency.find()) {
            String rest = dependency.group(2);
            if (!rest.contains("<scope>test</scope>") && !NOT_DRAWN.contains(dependency.group(1))) {
                arrows.add(
                        "    " + module + (rest.contains("<optional>true") ? " -.-> " : " --> ") + dependency.group(1));
            }
        }
        return arrows;
    }
}
