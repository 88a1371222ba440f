package dev.unirow.migrate.cli;

import dev.unirow.session.Database;
import dev.unirow.session.DatabaseBuilder;
import dev.unirow.session.DatabaseConfig;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The configured database, as far as the options of a command do not say otherwise.
 *
 * @param url in the place of the configured one, which may be missing then
 * @param models classes, and packages of classes, in the place of the index of models
 */
record ConfiguredDatabase(@Nullable String url, List<String> models) {
    /** Stands in the place of a URL where nothing connects. */
    static final String NOWHERE = "sqlite://";

    /** Not migrated by being opened: that is what the commands are for. */
    Database open() {
        DatabaseConfig config = DatabaseConfig.read();
        DatabaseBuilder builder = url == null ? Database.builder(config) : Database.builder(config, url);
        return named(builder).migrateOnOpen(false).open();
    }

    /** One that is never started, and knows the models. */
    Database unopened(DatabaseConfig config) {
        String known = url == null ? config.url().orElse("") : url;
        return named(Database.builder(config, known.isBlank() ? NOWHERE : known))
                .migrateOnOpen(false)
                .openLazy();
    }

    /** Whether an option says anything. */
    boolean isChosen() {
        return url != null || !models.isEmpty();
    }

    private DatabaseBuilder named(DatabaseBuilder builder) {
        for (String name : models) {
            @Nullable Class<?> model = modelClass(name);
            if (model == null) {
                builder.modelPackages(name);
            } else {
                builder.models(model);
            }
        }
        return builder;
    }

    private static @Nullable Class<?> modelClass(String name) {
        @Nullable ClassLoader loader = Thread.currentThread().getContextClassLoader();
        try {
            return Class.forName(name, false, loader == null ? ConfiguredDatabase.class.getClassLoader() : loader);
        } catch (ClassNotFoundException aPackage) {
            return null;
        }
    }
}
