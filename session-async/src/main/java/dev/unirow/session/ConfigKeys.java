package dev.unirow.session;

import dev.unirow.names.Nearest;
import io.smallrye.config.EnvConfigSource;
import io.smallrye.config.SmallRyeConfig;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.eclipse.microprofile.config.spi.ConfigSource;
import org.jspecify.annotations.Nullable;

/** The keys that a database's settings may have below a prefix. */
final class ConfigKeys {
    private final String prefix;
    private final Set<String> known = new TreeSet<>();
    private final Set<String> open = new TreeSet<>();

    ConfigKeys(String prefix) {
        this.prefix = prefix;
        collect(DatabaseConfig.class, "");
    }

    private void collect(Class<?> group, String path) {
        for (Method method : group.getMethods()) {
            if (Modifier.isStatic(method.getModifiers())) {
                continue;
            }
            String key = path + kebabCase(method.getName());
            if (method.getReturnType() == Map.class) {
                open.add(key + ".");
            } else if (method.getReturnType().getEnclosingClass() == DatabaseConfig.class) {
                collect(method.getReturnType(), key + ".");
            } else {
                known.add(key);
            }
        }
    }

    private static String kebabCase(String name) {
        return name.replaceAll("(?=\\p{Lu})", "-").toLowerCase(Locale.ROOT);
    }

    /**
     * Not of the environment: other programs have variables there.
     *
     * @throws IllegalArgumentException if a file or a system property has an unknown key below the prefix
     */
    void requireKnown(SmallRyeConfig config) {
        for (ConfigSource source : config.getConfigSources()) {
            if (source instanceof EnvConfigSource) {
                continue;
            }
            for (String name : new TreeSet<>(source.getPropertyNames())) {
                requireKnown(name, source);
            }
        }
    }

    private void requireKnown(String name, ConfigSource source) {
        String key = withoutProfile(name);
        if (!key.startsWith(prefix + ".")) {
            return;
        }
        String asked = key.substring(prefix.length() + 1).replaceAll("\\[\\d+]$", "");
        if (known.contains(asked) || open.stream().anyMatch(asked::startsWith)) {
            return;
        }
        String nearest = nearest(asked);
        throw new IllegalArgumentException("The key '" + name + "' of " + source.getName() + " is unknown."
                + (nearest == null ? "" : " Did you mean '" + prefix + "." + nearest + "'?") + " Known below '" + prefix
                + "' are " + String.join(", ", known) + ", and what a URL can say as "
                + String.join(", ", open) + "<option>.");
    }

    /** {@code %dev.database.url} is the key of a profile. */
    private static String withoutProfile(String name) {
        return name.startsWith("%") ? name.substring(name.indexOf('.') + 1) : name;
    }

    private @Nullable String nearest(String asked) {
        String nearest = Nearest.to(asked.replace('.', '-'), dashed().keySet());
        if (nearest != null) {
            return dashed().get(nearest);
        }
        Map<String, String> ends = new TreeMap<>();
        known.forEach(key -> ends.put(key.substring(key.lastIndexOf('.') + 1), key));
        String end = Nearest.to(asked.substring(asked.lastIndexOf('.') + 1), ends.keySet());
        return end == null ? null : ends.get(end);
    }

    private Map<String, String> dashed() {
        Map<String, String> dashed = new TreeMap<>();
        known.forEach(key -> dashed.put(key.replace('.', '-'), key));
        return dashed;
    }
}
