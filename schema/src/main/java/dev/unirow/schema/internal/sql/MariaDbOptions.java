package dev.unirow.schema.internal.sql;

import dev.unirow.schema.DatabaseKind;
import dev.unirow.schema.SchemaException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What a MariaDB table is kept by: its engine, the collation of its texts, and whatever else its statement says behind
 * the columns. As a table's options they are texts such as {@code engine=Aria}.
 *
 * @param values by their names, which are in lower case
 */
public record MariaDbOptions(Map<String, String> values, boolean partitioned) {
    private static final String ENGINE = "engine";
    private static final String COLLATE = "collate";
    private static final String PARTITIONED = "partitioned";
    /**
     * Rows that transactions and foreign keys are heard on, and text that compares by its characters, those at its end
     * included.
     */
    private static final Map<String, String> USUAL = Map.of(ENGINE, "InnoDB", COLLATE, "utf8mb4_nopad_bin");

    private static final Pattern LISTED = Pattern.compile("`?([^`=\\s]+)`?=('[^']*'|\\S+)");
    private static final Set<String> NUMBERS = Set.of(
            "avg_row_length",
            "checksum",
            "delay_key_write",
            "key_block_size",
            "max_rows",
            "min_rows",
            "table_checksum");
    private static final Set<String> ELSEWHERE =
            Set.of("auto_increment", "character", "charset", "comment", "partition", "union", "with");

    public MariaDbOptions {
        values = new TreeMap<>(values);
    }

    /** Of a table's options. */
    public static MariaDbOptions of(List<String> options) {
        Map<String, String> values = new TreeMap<>();
        for (String option : options) {
            int equals = option.indexOf('=');
            values.put(option.substring(0, equals), option.substring(equals + 1));
        }
        return new MariaDbOptions(values, false);
    }

    /** Of a table in the catalogue. */
    public static MariaDbOptions read(@Nullable String engine, @Nullable String collation, @Nullable String others) {
        Map<String, String> values = new TreeMap<>();
        String text = Objects.requireNonNullElse(others, "");
        Matcher found = LISTED.matcher(text);
        while (found.find()) {
            values.put(found.group(1).toLowerCase(Locale.ROOT), found.group(2));
        }
        values.remove("page_checksum", "1"); // Aria writes it by itself
        if (engine != null) {
            values.put(ENGINE, engine);
        }
        if (collation != null) {
            values.put(COLLATE, collation);
        }
        return new MariaDbOptions(values, (" " + text + " ").contains(" " + PARTITIONED + " "));
    }

    /**
     * Of a mapping.
     *
     * @throws SchemaException when a name has no value, or the option has a place of its own in a mapping
     */
    public static MariaDbOptions parse(String text) {
        Map<String, String> values = new TreeMap<>();
        SqlCursor cursor = new SqlCursor(DatabaseKind.MARIADB, text);
        while (!cursor.atEnd()) {
            cursor.acceptAny("default", "default");
            String name = cursor.next().unquoted().toLowerCase(Locale.ROOT);
            if (ELSEWHERE.contains(name)) {
                throw new SchemaException("'" + name + "' is none that is kept. A collation says the character set, too"
                        + " (collate=latin1_bin); for a comment there is @Comment.");
            }
            cursor.accept("=");
            values.put(name, cursor.next().text());
            cursor.accept(",");
        }
        return new MariaDbOptions(values, false);
    }

    public List<String> list() {
        return values.entrySet().stream()
                .map(option -> option.getKey() + "=" + option.getValue())
                .toList();
    }

    /** These, and in the place of those of the same name the other ones, unless they are what is usual anyway. */
    public MariaDbOptions with(MariaDbOptions others) {
        Map<String, String> all = new TreeMap<>(values);
        others.values.forEach((name, value) -> {
            if (!value.equalsIgnoreCase(value(name))) {
                all.put(name, value);
            }
        });
        return new MariaDbOptions(all, partitioned);
    }

    public String collation() {
        return value(COLLATE).toLowerCase(Locale.ROOT);
    }

    private String value(String name) {
        return values.getOrDefault(name, USUAL.getOrDefault(name, ""));
    }

    /** As they stand behind a table's columns. */
    public String sql() {
        List<String> parts = new ArrayList<>(List.of(engine(), texts()));
        values.keySet().stream()
                .filter(name -> !USUAL.containsKey(name))
                .forEach(name -> parts.add(name(name) + " = " + values.get(name)));
        return String.join(" ", parts);
    }

    /** The changes of an ALTER TABLE to these; nothing when there are none. */
    public String sqlFrom(MariaDbOptions before) {
        return Stream.concat(before.values.keySet().stream(), values.keySet().stream())
                .distinct()
                .sorted()
                .filter(name -> !value(name).equalsIgnoreCase(before.value(name)))
                .map(this::change)
                .collect(Collectors.joining(" "));
    }

    private String change(String name) {
        return switch (name) {
            case ENGINE -> engine();
            case COLLATE -> texts();
            default -> name(name) + " = " + values.getOrDefault(name, NUMBERS.contains(name) ? "0" : "default");
        };
    }

    private String engine() {
        return "engine = " + value(ENGINE);
    }

    // a collation bears the name of its character set
    private String texts() {
        return "default character set " + value(COLLATE).split("_", 2)[0] + " collate " + value(COLLATE);
    }

    private static String name(String name) {
        return Identifiers.quote(DatabaseKind.MARIADB, name);
    }
}
