package dev.unirow.session;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.source.tree.MethodTree;
import com.sun.source.util.DocTrees;
import com.sun.source.util.JavacTask;
import com.sun.source.util.TreePathScanner;
import dev.unirow.session.tests.connection.EffectOf;
import io.smallrye.config.WithDefault;
import java.io.IOException;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import javax.tools.JavaCompiler;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.Test;
import org.junit.platform.commons.support.ReflectionSupport;

/**
 * The table of keys in {@code docs/configuration.md} is made from {@link DatabaseConfig}, its defaults and its Javadoc;
 * run with {@code -Dapprove} to make it anew. And each key has a test that shows what it does.
 */
class ConfigurationPageTest {
    private static final Path ROOT = Path.of(System.getProperty("unirow.root"));
    private static final Path PAGE = ROOT.resolve("docs/configuration.md");
    private static final Path SOURCE =
            ROOT.resolve("session-async/src/main/java/dev/unirow/session/DatabaseConfig.java");
    private static final Pattern TABLE = Pattern.compile("(<!-- keys -->\n).*(<!-- /keys -->)", Pattern.DOTALL);
    private static final Pattern IN_URL = Pattern.compile("(?s)(.*?)(?: In a URL (.*)\\.)?");
    private static final Pattern SEE = Pattern.compile("@see DatabaseBuilder#(\\w+)");

    /** The methods of the mapping by their keys. */
    private static Map<String, Method> keys() {
        Map<String, Method> keys = new TreeMap<>();
        collect(DatabaseConfig.class, "", keys);
        return keys;
    }

    private static void collect(Class<?> group, String path, Map<String, Method> keys) {
        for (Method method : group.getMethods()) {
            String key = path + method.getName().replaceAll("(?=\\p{Lu})", "-").toLowerCase(Locale.ROOT);
            if (Modifier.isStatic(method.getModifiers())) {
                continue;
            }
            if (method.getReturnType().getEnclosingClass() == DatabaseConfig.class) {
                collect(method.getReturnType(), key + ".", keys);
            } else {
                keys.put(method.getReturnType() == Map.class ? key + ".*" : key, method);
            }
        }
    }

    /** The Javadoc of the mapping's methods, by class and name. */
    private static Map<String, String> javadoc() throws IOException {
        JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
        Map<String, String> found = new HashMap<>();
        try (StandardJavaFileManager files = compiler.getStandardFileManager(null, null, null)) {
            JavacTask task = (JavacTask)
                    compiler.getTask(null, files, null, List.of("-proc:none"), null, files.getJavaFileObjects(SOURCE));
            DocTrees trees = DocTrees.instance(task);
            task.parse()
                    .forEach(unit -> new TreePathScanner<Void, Void>() {
                        @Override
                        public Void visitMethod(MethodTree method, Void nothing) {
                            String name = ((com.sun.source.tree.ClassTree)
                                            getCurrentPath().getParentPath().getLeaf())
                                    .getSimpleName()
                                    .toString();
                            found.put(name + "." + method.getName(), trees.getDocComment(getCurrentPath()));
                            return null;
                        }
                    }.scan(unit, null));
        }
        return found;
    }

    private static String table() throws IOException {
        Map<String, String> javadoc = javadoc();
        StringBuilder table =
                new StringBuilder("| key below `database.` | without it | what it is | in a URL | builder |\n"
                        + "|---|---|---|---|---|\n");
        keys().forEach((key, method) -> {
            String text = javadoc.get(method.getDeclaringClass().getSimpleName() + "." + method.getName());
            assertThat(text).as("Javadoc of %s", key).isNotBlank();
            Matcher see = SEE.matcher(text);
            String builder = see.find() ? see.group(1) : "";
            Matcher parts = IN_URL.matcher(text.replaceAll("(?s)@see.*", "")
                    .strip()
                    .replaceAll("\\s+", " ")
                    .replaceAll("\\{@code ([^}]*)}", "`$1`"));
            assertThat(parts.matches()).isTrue();
            assertThat(builder.isEmpty()
                            || Arrays.stream(DatabaseBuilder.class.getMethods())
                                    .anyMatch(candidate -> candidate.getName().equals(builder)))
                    .as("builder method of %s", key)
                    .isTrue();
            WithDefault otherwise = method.getAnnotation(WithDefault.class);
            table.append("| `")
                    .append(key)
                    .append("` | ")
                    .append(otherwise == null ? "" : "`" + otherwise.value() + "`")
                    .append(" | ")
                    .append(parts.group(1))
                    .append(" | ")
                    .append(parts.group(2) == null ? "" : parts.group(2))
                    .append(" | ")
                    .append(builder.isEmpty() ? "" : "`" + builder + "`")
                    .append(" |\n");
        });
        return table.toString();
    }

    @Test
    void theTableOfKeysIsThatOfTheMapping() throws IOException {
        String page = Files.readString(PAGE);
        String wanted = TABLE.matcher(page).replaceFirst("$1" + Matcher.quoteReplacement(table()) + "$2");
        if (System.getProperty("approve") != null) {
            Files.writeString(PAGE, wanted);
            return;
        }
        assertThat(page).isEqualTo(wanted);
    }

    @Test
    void eachKeyHasATestThatShowsItsEffect() {
        Set<String> shown = ReflectionSupport.findAllClassesInPackage(
                        "dev.unirow.session.tests",
                        type -> true,
                        // and no models, which other tests load in a way of their own
                        name -> name.endsWith("Contract") || name.endsWith("Test"))
                .stream()
                .flatMap(type -> Arrays.stream(type.getDeclaredMethods()))
                .map(method -> method.getAnnotation(EffectOf.class))
                .filter(effect -> effect != null)
                .flatMap(effect -> Arrays.stream(effect.value()))
                .collect(Collectors.toCollection(TreeSet::new));

        assertThat(shown).isEqualTo(new TreeSet<>(keys().keySet()));
    }
}
