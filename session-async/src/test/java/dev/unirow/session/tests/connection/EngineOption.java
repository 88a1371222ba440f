package dev.unirow.session.tests.connection;

import dev.unirow.session.Database;
import dev.unirow.session.DatabaseBuilder;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** An option with a value, as each of the three ways to say it has it. */
record EngineOption(String key, String value, @Nullable String inUrl, UnaryOperator<DatabaseBuilder> builder) {
    static EngineOption option(
            String key, String value, @Nullable String inUrl, UnaryOperator<DatabaseBuilder> builder) {
        return new EngineOption(key, value, inUrl, builder);
    }

    /** The ways to say it. */
    enum Way {
        BUILDER,
        CONFIGURATION,
        URL;

        DatabaseBuilder toBuild(String url, List<EngineOption> options, Class<?>... models) {
            return switch (this) {
                case BUILDER -> {
                    DatabaseBuilder builder = Database.builder(url).models(models);
                    for (EngineOption option : options) {
                        builder = option.builder().apply(builder);
                    }
                    yield builder;
                }
                case CONFIGURATION -> configured(url, options).models(models);
                case URL -> {
                    StringBuilder text = new StringBuilder(url);
                    for (EngineOption option : options) {
                        text.append(text.indexOf("?") < 0 ? "?" : "&").append(encoded(option.inUrl()));
                    }
                    yield Database.builder(text.toString()).models(models);
                }
            };
        }
    }

    private static String encoded(@Nullable String option) {
        if (option == null) {
            throw new IllegalArgumentException("No URL says this.");
        }
        int equals = option.indexOf('=');
        return option.substring(0, equals + 1)
                + URLEncoder.encode(option.substring(equals + 1), StandardCharsets.UTF_8)
                        .replace("+", "%20");
    }

    private static DatabaseBuilder configured(String url, List<EngineOption> options) {
        System.setProperty("database.url", url);
        options.forEach(option -> System.setProperty("database." + option.key(), option.value()));
        try {
            return Database.builder(dev.unirow.session.DatabaseConfig.read());
        } finally {
            System.clearProperty("database.url");
            options.forEach(option -> System.clearProperty("database." + option.key()));
        }
    }
}
