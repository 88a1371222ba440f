package dev.unirow.tutorial.shell;

import java.io.IOException;
import java.lang.reflect.Modifier;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;
import javax.tools.JavaFileManager;
import javax.tools.JavaFileObject;
import javax.tools.StandardLocation;
import javax.tools.ToolProvider;

/** What a shell imports: packages as a whole, those of its start without a file included, and single types. */
record ShellImports(Set<String> packages, Set<String> singleNames) {
    private static final Pattern IMPORT = Pattern.compile("^import ([\\w.]+)\\.(\\w+|\\*);$", Pattern.MULTILINE);

    /** What {@code /open DEFAULT} imports, and what the language does. */
    private static final List<String> ALWAYS = List.of(
            "java.lang",
            "java.io",
            "java.math",
            "java.net",
            "java.nio.file",
            "java.util",
            "java.util.concurrent",
            "java.util.function",
            "java.util.prefs",
            "java.util.regex",
            "java.util.stream");

    static ShellImports of(String startup) {
        ShellImports imports = new ShellImports(new HashSet<>(ALWAYS), new HashSet<>());
        IMPORT.matcher(startup).results().forEach(each -> {
            if (each.group(2).equals("*")) {
                imports.packages.add(each.group(1));
            } else {
                imports.singleNames.add(each.group(2));
            }
        });
        return imports;
    }

    /** The simple names that stand for public types of several packages, and that no single import decides. */
    Map<String, List<String>> ambiguous() throws IOException {
        Map<String, List<String>> found = new TreeMap<>();
        try (JavaFileManager files = ToolProvider.getSystemJavaCompiler().getStandardFileManager(null, null, null)) {
            for (String name : packages) {
                for (StandardLocation place :
                        List.of(StandardLocation.PLATFORM_CLASS_PATH, StandardLocation.CLASS_PATH)) {
                    for (JavaFileObject file : files.list(place, name, EnumSet.of(JavaFileObject.Kind.CLASS), false)) {
                        String type = files.inferBinaryName(place, file);
                        if (isImported(type)) {
                            found.computeIfAbsent(type.substring(name.length() + 1), simple -> new ArrayList<>())
                                    .add(type);
                        }
                    }
                }
            }
        }
        found.values().removeIf(types -> types.size() == 1);
        found.keySet().removeAll(singleNames);
        return found;
    }

    private static boolean isImported(String type) {
        if (type.contains("$") || type.endsWith("-info")) {
            return false;
        }
        try {
            return Modifier.isPublic(Class.forName(type, false, ShellImports.class.getClassLoader())
                    .getModifiers());
        } catch (ClassNotFoundException | LinkageError e) {
            return false; // nor can a shell name what needs a library that is absent
        }
    }
}
