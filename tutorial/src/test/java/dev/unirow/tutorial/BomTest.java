package dev.unirow.tutorial;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.Version;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/**
 * The bom stands without the parent, so that users inherit nothing of the build; its versions are the parent's all the
 * same.
 */
class BomTest {
    private static final Pattern DEPENDENCY = Pattern.compile(
            "<groupId>([^<]+)</groupId>\\s*<artifactId>([^<]+)</artifactId>\\s*<version>([^<]+)</version>");

    @Test
    void theBomNamesTheVersionsOfTheBuild() throws IOException {
        Map<String, String> parent = versions("pom.xml");

        assertThat(versions("bom/pom.xml"))
                .hasSizeGreaterThan(8)
                .containsKey("com.fasterxml.jackson:jackson-bom")
                .allSatisfy((artifact, version) -> assertThat(parent).containsEntry(artifact, version));
    }

    /** What one of them brings along could be older than the others. */
    @Test
    void jacksonHasOneVersionOnTheClassPath() {
        Version core = com.fasterxml.jackson.core.json.PackageVersion.VERSION;

        assertThat(core.isUnknownVersion()).isFalse();
        assertThat(List.of(
                        com.fasterxml.jackson.databind.cfg.PackageVersion.VERSION,
                        com.fasterxml.jackson.datatype.jsr310.PackageVersion.VERSION))
                .extracting(Version::toString)
                .containsOnly(core.toString());
    }

    private static Map<String, String> versions(String pom) throws IOException {
        String text = Files.readString(Path.of(System.getProperty("unirow.root"), pom));
        Map<String, String> versions = new TreeMap<>();
        Matcher dependency = DEPENDENCY.matcher(text.substring(text.indexOf("<dependencyManagement>")));
        while (dependency.find()) {
            versions.put(dependency.group(1) + ":" + dependency.group(2), resolved(dependency.group(3), text));
        }
        return versions;
    }

    private static String resolved(String version, String pom) {
        Matcher property = Pattern.compile("\\$\\{([^}]+)}").matcher(version);
        if (!property.matches() || property.group(1).equals("project.version")) {
            return version;
        }
        Matcher value = Pattern.compile("<" + Pattern.quote(property.group(1)) + ">([^<]+)<")
                .matcher(pom);
        assertThat(value.find()).as(property.group(1)).isTrue();
        return value.group(1);
    }
}
