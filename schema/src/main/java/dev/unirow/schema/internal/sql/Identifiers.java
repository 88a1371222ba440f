package dev.unirow.schema.internal.sql;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.unirow.schema.DatabaseKind;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Which names need quotes, and how they get them: what every database reads the same without stays bare. */
public final class Identifiers {
    private static final Pattern BARE = Pattern.compile("[a-z_][a-z0-9_]*");
    private static final Set<String> RESERVED = readReserved();

    private Identifiers() {}

    /** Lower case, because PostgreSQL folds bare names to it; and no word that some database keeps for itself. */
    public static boolean needsQuotes(String name) {
        return !BARE.matcher(name).matches() || RESERVED.contains(name);
    }

    public static String quote(String name) {
        return needsQuotes(name) ? "\"" + name.replace("\"", "\"\"") + "\"" : name;
    }

    /** MariaDB's own quotes; the standard's elsewhere. */
    public static String quote(DatabaseKind kind, String name) {
        return kind == DatabaseKind.MARIADB && needsQuotes(name) ? "`" + name.replace("`", "``") + "`" : quote(name);
    }

    public static String quoteAll(DatabaseKind kind, List<String> names) {
        return names.stream().map(name -> quote(kind, name)).collect(Collectors.joining(", "));
    }

    public static String quoteAll(List<String> names) {
        return names.stream().map(Identifiers::quote).collect(Collectors.joining(", "));
    }

    /** A text as an SQL string. */
    public static String literal(String text) {
        return "'" + text.replace("'", "''") + "'";
    }

    private static Set<String> readReserved() {
        try (InputStream words = Objects.requireNonNull(Identifiers.class.getResourceAsStream("reserved-words.txt"));
                BufferedReader reader = new BufferedReader(new InputStreamReader(words, UTF_8))) {
            return reader.lines()
                    .filter(line -> !line.startsWith("#"))
                    .flatMap(line -> Pattern.compile(" ").splitAsStream(line.trim()))
                    .filter(word -> !word.isEmpty())
                    .map(word -> word.toLowerCase(Locale.ROOT))
                    .collect(Collectors.toUnmodifiableSet());
        } catch (IOException e) {
            throw new UncheckedIOException("The list of reserved words is not readable.", e);
        }
    }
}
