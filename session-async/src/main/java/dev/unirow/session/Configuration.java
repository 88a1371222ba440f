package dev.unirow.session;

import static java.util.Objects.requireNonNull;

import dev.unirow.names.Nearest;
import dev.unirow.session.internal.connect.DurationText;
import io.smallrye.config.ConfigValidationException;
import io.smallrye.config.DotEnvConfigSourceProvider;
import io.smallrye.config.EnvConfigSource;
import io.smallrye.config.SecretKeys;
import io.smallrye.config.SmallRyeConfig;
import io.smallrye.config.SmallRyeConfigBuilder;
import io.smallrye.config.SysPropConfigSource;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;

/** SmallRye Config over the usual sources, for the settings of databases. */
final class Configuration {
    private static final String ONE = "database";
    private static final String SEVERAL = "databases";
    private static final Pattern NAME = Pattern.compile("[A-Za-z0-9_-]+");
    private static final Pattern NAMED = Pattern.compile("databases\\.([A-Za-z0-9_-]+)\\..+");

    /** Above SmallRye's own converters. */
    private static final int PRIORITY = 200;

    private final Map<String, String> environment;

    private Configuration(Map<String, String> environment) {
        this.environment = environment;
    }

    /** What is empty in the environment counts as absent: {@code DATABASE_URL=} does not hide what a file says. */
    static Configuration ofEnvironment(Map<String, String> environment) {
        Map<String, String> present = new HashMap<>(environment);
        present.entrySet()
                .removeIf(entry -> entry.getKey().startsWith("DATABASE")
                        && entry.getValue().isBlank());
        return new Configuration(present);
    }

    DatabaseConfig database() {
        return read(ONE);
    }

    DatabaseConfig database(String name) {
        if (!NAME.matcher(requireNonNull(name, "The name of the database is null."))
                .matches()) {
            throw new IllegalArgumentException(
                    "The name of a database has letters, digits, '-' and '_', unlike '" + name + "'.");
        }
        String prefix = SEVERAL + "." + name;
        DatabaseConfig config = read(prefix);
        if (config.url().isEmpty()) {
            throw noSuch(name, prefix);
        }
        return config;
    }

    private IllegalArgumentException noSuch(String name, String prefix) {
        Set<String> known = StreamSupport.stream(
                        builder().build().getPropertyNames().spliterator(), false)
                .map(NAMED::matcher)
                .filter(Matcher::matches)
                .map(matcher -> matcher.group(1))
                .collect(Collectors.toCollection(TreeSet::new));
        String nearest = Nearest.to(name, known);
        return new IllegalArgumentException("No database '" + name + "' is configured."
                + (nearest == null ? "" : " Did you mean '" + nearest + "'?") + " Set " + prefix
                + ".url in application.properties, or "
                + (prefix + ".url").toUpperCase(java.util.Locale.ROOT).replaceAll("[.-]", "_")
                + " in the environment."
                + (known.isEmpty() ? "" : " Configured are " + String.join(", ", known) + "."));
    }

    private DatabaseConfig read(String prefix) {
        try {
            // what is secret can be read here, and is not written to SmallRye's log
            return SecretKeys.doUnlocked(() -> {
                SmallRyeConfig config = builder()
                        .withSecretKeys(prefix + ".url", prefix + ".password")
                        .withMapping(DatabaseConfig.class, prefix)
                        .build();
                new ConfigKeys(prefix).requireKnown(config);
                return config.getConfigMapping(DatabaseConfig.class, prefix);
            });
        } catch (ConfigValidationException failure) {
            throw new IllegalArgumentException(problems(failure), failure);
        }
    }

    private static String problems(ConfigValidationException failure) {
        StringBuilder text = new StringBuilder("The configuration of the database cannot be read: ");
        for (int i = 0; i < failure.getProblemCount(); i++) {
            text.append(i == 0 ? "" : "; ").append(failure.getProblem(i).getMessage());
        }
        return text.toString();
    }

    private SmallRyeConfigBuilder builder() {
        SmallRyeConfigBuilder builder = new SmallRyeConfigBuilder();
        return builder.withSources(new SysPropConfigSource(), new EnvConfigSource(environment, EnvConfigSource.ORDINAL))
                .withSources(new DotEnvConfigSourceProvider().getConfigSources(builder.getClassLoader()))
                .addPropertiesSources()
                .addDiscoveredSources()
                .addDefaultInterceptors()
                .withInterceptors(new LiteralValues())
                .withConverter(Duration.class, PRIORITY, text -> DurationText.parse(text, ChronoUnit.SECONDS))
                .withValidateUnknown(false);
    }
}
