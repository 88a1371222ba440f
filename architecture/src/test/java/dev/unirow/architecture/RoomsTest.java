package dev.unirow.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** No room is so large that a stranger is lost in it. */
class RoomsTest {
    private static final int MOST_FILES = 45;
    private static final double LARGEST_SHARE = 0.36;
    /** Their code is no part of what is published. */
    private static final Set<String> NOT_PUBLISHED = Set.of("architecture", "benchmarks", "test-support", "tutorial");
    /** Why it may is in {@code docs/architecture.md}. */
    private static final Set<String> MAY_BE_LARGER = Set.of("dev.unirow.model");

    @Test
    void noPackageHasMoreFilesThanCanBeOverlooked() {
        Map<String, Long> files = MainCode.modules().stream()
                .flatMap(module -> MainCode.sources(module).stream()
                        .map(file -> module.resolve("src/main/java")
                                .relativize(file.getParent())
                                .toString()
                                .replace('/', '.')))
                .collect(Collectors.groupingBy(name -> name, TreeMap::new, Collectors.counting()));

        assertThat(files).containsKeys("dev.unirow.model", "dev.unirow.session", "dev.unirow.migrate");
        files.keySet().removeAll(MAY_BE_LARGER);
        assertThat(files).allSatisfy((name, count) -> assertThat(count).isLessThanOrEqualTo(MOST_FILES));
    }

    @Test
    void noModuleHoldsMoreThanAThirdOfTheCodeAndALittle() {
        Map<Path, Long> lines = MainCode.modules().stream()
                .filter(module -> !NOT_PUBLISHED.contains(module.getFileName().toString()))
                .collect(Collectors.toMap(
                        module -> module,
                        module -> MainCode.sources(module).stream()
                                .mapToLong(MainCode::lines)
                                .sum()));
        double all = lines.values().stream().mapToLong(Long::longValue).sum();

        assertThat(all).isPositive();
        assertThat(lines).allSatisfy((module, count) -> assertThat(count / all).isLessThanOrEqualTo(LARGEST_SHARE));
    }
}
