package dev.unirow.testing;

import java.util.Arrays;
import java.util.Collections;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.junit.jupiter.api.extension.ExtensionContext;

/** The kinds of databases that a run of tests is to be about. */
final class SelectedDatabases {
    /** The system property, or parameter of JUnit's configuration, that names them. */
    static final String PROPERTY = "db";

    /** Likewise of those that a module's tests can reach, which its POM says: no others are ever run. */
    static final String MODULE = "unirow.test.databases";

    private static final Map<String, Set<DatabaseKind>> NAMES = names();

    private SelectedDatabases() {}

    static Set<DatabaseKind> of(ExtensionContext context) {
        return of(context::getConfigurationParameter);
    }

    static Set<DatabaseKind> of(Function<String, Optional<String>> parameters) {
        Set<DatabaseKind> selected = named(PROPERTY, parameters);
        selected.retainAll(named(MODULE, parameters));
        return selected;
    }

    private static Set<DatabaseKind> named(String property, Function<String, Optional<String>> parameters) {
        String names = parameters.apply(property).orElse("");
        if (names.isBlank()) {
            return EnumSet.allOf(DatabaseKind.class);
        }
        Set<DatabaseKind> selected = EnumSet.noneOf(DatabaseKind.class);
        for (String name : names.split(",", -1)) {
            Set<DatabaseKind> named = NAMES.get(name.strip());
            if (named == null) {
                throw new IllegalArgumentException("-D" + property + "=" + names + " names '" + name.strip()
                        + "', which is no database of the tests. Name some of these, with commas between them: "
                        + String.join(", ", NAMES.keySet()) + ".");
            }
            selected.addAll(named);
        }
        return selected;
    }

    private static Map<String, Set<DatabaseKind>> names() {
        Map<String, Set<DatabaseKind>> names = new LinkedHashMap<>();
        names.put("sqlite", EnumSet.of(DatabaseKind.SQLITE_FILE, DatabaseKind.SQLITE_MEMORY));
        Arrays.stream(DatabaseKind.values()).forEach(kind -> names.put(kind.option(), EnumSet.of(kind)));
        return Collections.unmodifiableMap(names);
    }
}
