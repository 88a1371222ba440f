package dev.unirow.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** What is published can be required by a Java module, under a name that its file does not decide. */
class ModuleNamesTest {
    private static final Pattern PUBLISHED =
            Pattern.compile("<groupId>dev.unirow</groupId>\\s*<artifactId>([a-z-]+)</artifactId>\\s*<version>");
    private static final Pattern NAME = Pattern.compile("<module.name>(dev\\.unirow(?:\\.[a-z]+)+)</module.name>");

    @Test
    void eachPublishedModuleHasANameOfItsOwn() throws IOException {
        Map<String, String> names = new TreeMap<>();
        for (Path module : published()) {
            Matcher name = NAME.matcher(Files.readString(module.resolve("pom.xml")));
            assertThat(name.find()).as("<module.name> of " + module).isTrue();
            names.put(module.getFileName().toString(), name.group(1));
        }

        assertThat(names).containsKeys("model-core", "session-async", "unirow-sqlite");
        assertThat(names.values()).doesNotHaveDuplicates();
    }

    @Test
    void noPackageStandsInTwoModules() throws IOException {
        Map<String, Path> modules = new HashMap<>();
        for (Path module : published()) {
            for (Path source : MainCode.sources(module)) {
                String name = module.resolve("src/main/java")
                        .relativize(source.getParent())
                        .toString();
                assertThat(modules.putIfAbsent(name, module)).as(name).isIn(null, module);
            }
        }
        assertThat(modules).hasSizeGreaterThan(20);
    }

    private static List<Path> published() throws IOException {
        Set<String> artifacts = new HashSet<>();
        Matcher published = PUBLISHED.matcher(Files.readString(MainCode.ROOT.resolve("bom/pom.xml")));
        while (published.find()) {
            artifacts.add(published.group(1));
        }
        return MainCode.modules().stream()
                .filter(module -> artifacts.contains(module.getFileName().toString()))
                .filter(module -> !module.endsWith("bom"))
                .toList();
    }
}
