package dev.unirow.architecture;

import static java.util.stream.Collectors.toCollection;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import java.io.IOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The tables of the rooms in {@code docs/architecture.md} name all rooms, and what each of them uses. */
class RoomTableTest {
    private static final String ALL = "dev.unirow.";
    private static final Pattern HEADING = Pattern.compile("\\*\\*([a-z, -]+)\\*\\*.*");
    private static final Pattern ROW = Pattern.compile("\\| (`.+?) \\| .+ \\| ([^|]+) \\|");
    private static final Pattern NAME = Pattern.compile("`([a-z.]+)`");
    /** Below the heading of a module, the room that its {@code internal.…} is internal to. */
    private static final Map<String, String> MAIN_ROOMS =
            Map.of("schema", "schema.", "session-async", "session.", "alembic-bridge", "migrate.");

    @Test
    void eachRoomUsesWhatItsRowSaysAndNothingElse() throws IOException {
        Map<String, Set<String>> said = said();
        Map<String, Set<String>> used = used();

        assertThat(said.keySet()).isEqualTo(used.keySet());
        assertThat(said)
                .allSatisfy((room, rooms) ->
                        assertThat(rooms).as("what %s uses", room).isEqualTo(used.get(room)));
    }

    private static Map<String, Set<String>> said() throws IOException {
        String page = Files.readString(MainCode.ROOT.resolve("docs/architecture.md"));
        Map<String, Set<String>> said = new TreeMap<>();
        String main = "";
        for (String line : page.substring(page.indexOf("## Rooms"), page.indexOf("### Rules"))
                .split("\n")) {
            Matcher heading = HEADING.matcher(line);
            if (heading.matches()) {
                main = MAIN_ROOMS.getOrDefault(heading.group(1), "");
            }
            Matcher row = ROW.matcher(line);
            if (row.matches()) {
                for (String room : names(row.group(1), main)) {
                    said.put(room, new TreeSet<>(names(row.group(2), main)));
                }
            }
        }
        return said;
    }

    /** One that begins with a point stands beside the one before it. */
    private static List<String> names(String cell, String main) {
        List<String> names = new ArrayList<>();
        Matcher name = NAME.matcher(cell);
        while (name.find()) {
            String found = name.group(1);
            if (found.startsWith(".")) {
                String before = names.get(names.size() - 1);
                found = before.substring(0, before.lastIndexOf('.')) + found;
            } else if (found.startsWith("internal.")) {
                found = main + found;
            }
            names.add(found);
        }
        return names;
    }

    private static Map<String, Set<String>> used() {
        Map<String, Set<String>> used = new TreeMap<>();
        for (JavaClass type : MainCode.classes()) {
            String room = type.getPackageName();
            if (isRoom(room)) {
                used.computeIfAbsent(room.substring(ALL.length()), key -> new TreeSet<>())
                        .addAll(others(type));
            }
        }
        return used;
    }

    private static Set<String> others(JavaClass type) {
        return type.getDirectDependenciesFromSelf().stream()
                .map(dependency ->
                        dependency.getTargetClass().getBaseComponentType().getPackageName())
                .filter(room -> isRoom(room) && !room.equals(type.getPackageName()))
                .map(room -> room.substring(ALL.length()))
                .collect(toCollection(TreeSet::new));
    }

    /** The packages of tutorials and of tests are none. */
    private static boolean isRoom(String name) {
        return name.startsWith(ALL)
                && Stream.of("architecture", "benchmarks", "testing", "tutorial")
                        .noneMatch(other -> (name + ".").startsWith(ALL + other + "."));
    }
}
