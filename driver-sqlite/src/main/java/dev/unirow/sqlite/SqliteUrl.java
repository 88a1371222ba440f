package dev.unirow.sqlite;

import dev.unirow.names.Nearest;
import dev.unirow.sqlite.SqliteConfig.Access;
import dev.unirow.sqlite.SqliteConfig.JournalMode;
import dev.unirow.sqlite.SqliteConfig.Synchronous;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.BiFunction;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Reads {@code jdbc:sqlite:path?option=value&…}. Options have the names of SQLite's pragmas where there is one. */
final class SqliteUrl {
    static final String PREFIX = "jdbc:sqlite:";

    private static final Map<String, BiFunction<SqliteConfig, String, SqliteConfig>> OPTIONS =
            new TreeMap<>(Map.ofEntries(
                    Map.entry(
                            "journal_mode",
                            (config, value) -> config.withJournalMode(constant(JournalMode.class, value))),
                    Map.entry(
                            "synchronous",
                            (config, value) -> config.withSynchronous(constant(Synchronous.class, value))),
                    Map.entry("foreign_keys", (config, value) -> config.withForeignKeys(flag(value))),
                    Map.entry("cache_size", (config, value) -> config.withCacheSize(pagesOrSize(value))),
                    Map.entry("application_id", (config, value) -> config.withApplicationId(number(value))),
                    Map.entry(
                            "read_only",
                            (config, value) -> flag(value) && config.access() != Access.IMMUTABLE
                                    ? config.withAccess(Access.READ_ONLY)
                                    : config),
                    Map.entry(
                            "immutable", (config, value) -> flag(value) ? config.withAccess(Access.IMMUTABLE) : config),
                    Map.entry("busy_timeout", (config, value) -> config.withLockTimeout(millis(value))),
                    Map.entry("writer_timeout", (config, value) -> config.withWriterTimeout(millis(value))),
                    Map.entry("statement_timeout", (config, value) -> config.withStatementTimeout(millis(value))),
                    Map.entry("inline_limit", (config, value) -> config.withInlineLimit(millis(value))),
                    Map.entry("max_connections", (config, value) -> config.withMaxConnections(number(value))),
                    Map.entry(
                            "statement_cache_size", (config, value) -> config.withStatementCacheSize(number(value)))));

    private static final Pattern SIZE = Pattern.compile("(\\d{1,9})\\s*([KMGkmg])(?:i?[Bb])?");

    private SqliteUrl() {}

    static SqliteConfig parse(String url) {
        if (!url.startsWith(PREFIX)) {
            throw new IllegalArgumentException(
                    "A URL of SQLite starts with '" + PREFIX + "', followed by a path or ':memory:'.");
        }
        int mark = url.indexOf('?');
        String path = url.substring(PREFIX.length(), mark < 0 ? url.length() : mark);
        SqliteConfig config = database(path);
        if (mark < 0) {
            return config;
        }
        Set<String> seen = new HashSet<>();
        for (String option : url.substring(mark + 1).split("&", -1)) {
            int equals = option.indexOf('=');
            if (equals < 0) {
                throw unknown(option);
            }
            String name = option.substring(0, equals);
            if (!seen.add(name)) {
                throw new IllegalArgumentException("The option '" + name + "' is given twice. Keep one.");
            }
            config = set(config, name, option.substring(equals + 1));
        }
        return config;
    }

    static Set<String> options() {
        return Collections.unmodifiableSet(OPTIONS.keySet());
    }

    static SqliteConfig set(SqliteConfig config, String name, String value) {
        BiFunction<SqliteConfig, String, SqliteConfig> setter = OPTIONS.get(name);
        if (setter == null) {
            throw unknown(name);
        }
        try {
            return setter.apply(config, value);
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException(
                    "The option '" + name + "' cannot be '" + value + "': " + e.getMessage(), e);
        }
    }

    private static IllegalArgumentException unknown(String option) {
        String nearest = Nearest.to(option, OPTIONS.keySet());
        return new IllegalArgumentException("'" + option + "' is no option of SQLite."
                + (nearest == null ? "" : " Did you mean '" + nearest + "'?")
                + " Known are " + String.join(", ", OPTIONS.keySet()) + ", each as name=value.");
    }

    private static SqliteConfig database(String path) {
        if (path.isEmpty() || path.equals(":memory:")) {
            return SqliteConfig.memory();
        }
        if (path.startsWith("file:")) {
            throw new IllegalArgumentException(
                    "SQLite's own URIs are not read here: write the path without 'file:', and the options of this driver.");
        }
        try {
            return SqliteConfig.file(Path.of(path));
        } catch (InvalidPathException e) {
            throw new IllegalArgumentException("The URL names no possible file: " + e.getReason() + ".", e);
        }
    }

    private static <E extends Enum<E>> E constant(Class<E> type, String value) {
        for (E constant : type.getEnumConstants()) {
            if (constant.name().equalsIgnoreCase(value)) {
                return constant;
            }
        }
        throw new IllegalArgumentException("it is one of "
                + Arrays.stream(type.getEnumConstants())
                        .map(constant -> constant.name().toLowerCase(Locale.ROOT))
                        .collect(Collectors.joining(", "))
                + ".");
    }

    private static boolean flag(String value) {
        return switch (value.toLowerCase(Locale.ROOT)) {
            case "on", "true", "1" -> true;
            case "off", "false", "0" -> false;
            default -> throw new IllegalArgumentException("it is 'on' or 'off'.");
        };
    }

    /** A number as SQLite's pragma has it, or a size with its unit, which is KiB at the least. */
    private static int pagesOrSize(String value) {
        Matcher size = SIZE.matcher(value.strip());
        if (!size.matches()) {
            return number(value);
        }
        long kib = Long.parseLong(size.group(1))
                << switch (size.group(2).toUpperCase(Locale.ROOT)) {
                    case "K" -> 0;
                    case "M" -> 10;
                    default -> 20;
                };
        if (kib > Integer.MAX_VALUE) {
            throw new IllegalArgumentException("it is more than SQLite can have.");
        }
        return (int) -kib;
    }

    private static int number(String value) {
        try {
            return Integer.decode(value);
        } catch (NumberFormatException e) {
            throw new IllegalArgumentException("it is a whole number.", e);
        }
    }

    private static Duration millis(String value) {
        try {
            return Duration.ofMillis(Long.parseLong(value));
        } catch (NumberFormatException e) {
            throw new IllegalArgumentException("it is a whole number of milliseconds.", e);
        }
    }
}
