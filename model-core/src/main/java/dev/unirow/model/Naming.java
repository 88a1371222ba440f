package dev.unirow.model;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.unirow.model.internal.EnglishPlural;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * How tables, columns and constraints are called when nothing else is said: snake case, and SQLAlchemy's widespread
 * five rules for constraints.
 *
 * <p>{@code ProductItem} becomes {@code product_item}, or {@code product_items} with {@code plural}; a foreign key
 * {@code fk_<table>_<column>_<referred table>}. A constraint over several columns names them all, so that two that
 * start with the same column do not collide. Pure and immutable; the same input gives the same name in every run and on
 * every database with the same limit.
 *
 * @param plural whether the last word of a table name is put into the English plural
 * @param limit the longest name in UTF-8 bytes, at least {@value #SHORTEST_LIMIT}; a longer one is cut and ends in a
 *     hash of the whole
 */
public record Naming(boolean plural, int limit) {
    /** PostgreSQL's limit, the tightest of the databases in use; the others allow 64 characters or any. */
    public static final int PORTABLE_LIMIT = 63;

    private static final int SHORTEST_LIMIT = 16;
    private static final int HASH_BYTES = 4;
    private static final Pattern WORD_START =
            Pattern.compile("(?<=[\\p{Ll}\\p{Nd}])(?=\\p{Lu})|(?<=\\p{Lu})(?=\\p{Lu}\\p{Ll})");

    public Naming {
        if (limit < SHORTEST_LIMIT) {
            throw new IllegalArgumentException("A limit of " + limit + " bytes leaves no room for names: "
                    + SHORTEST_LIMIT + " is the least that is accepted.");
        }
    }

    /** Singular table names, cut where the tightest database cuts, so that a model has the same names everywhere. */
    public static Naming standard() {
        return new Naming(false, PORTABLE_LIMIT);
    }

    public Naming withPlural(boolean plural) {
        return new Naming(plural, limit);
    }

    public Naming withLimit(int limit) {
        return new Naming(plural, limit);
    }

    /** The table of an entity, from its simple class name or its entity name. */
    public String table(String entity) {
        String snake = snakeCase(entity);
        if (!plural) {
            return fit(snake);
        }
        int lastWord = snake.lastIndexOf('_') + 1;
        return fit(snake.substring(0, lastWord) + EnglishPlural.of(snake.substring(lastWord)));
    }

    /** The column of a property; a path into an embedded value ({@code address.zipCode}) is joined by underscores. */
    public String column(String property) {
        return fit(snakeCase(property));
    }

    public String primaryKey(String table) {
        return fit("pk_" + table);
    }

    public String foreignKey(String table, List<String> columns, String referredTable) {
        return fit("fk_" + table + "_" + joined(columns) + "_" + referredTable);
    }

    public String unique(String table, List<String> columns) {
        return fit("uq_" + table + "_" + joined(columns));
    }

    public String index(String table, List<String> columns) {
        return fit("ix_" + table + "_" + joined(columns));
    }

    /** A check constraint; {@code name} says what is checked, often the column. */
    public String check(String table, String name) {
        return fit("ck_" + table + "_" + name);
    }

    /**
     * Any name, cut to the limit if need be: as much of its beginning as has room, and eight hexadecimal digits of its
     * SHA-256.
     */
    public String fit(String name) {
        byte[] bytes = name.getBytes(UTF_8);
        if (bytes.length <= limit) {
            return name;
        }
        String hash = "_" + HexFormat.of().formatHex(Arrays.copyOf(sha256(bytes), HASH_BYTES));
        int end = limit - hash.length();
        // never inside a character: a continuation byte is 10xxxxxx
        while ((bytes[end] & 0xC0) == 0x80) {
            end--;
        }
        return new String(bytes, 0, end, UTF_8) + hash;
    }

    /**
     * Words in lower case, joined by underscores: {@code secretName}, {@code HTMLPage} and {@code userID} are
     * {@code secret_name}, {@code html_page}, {@code user_id}.
     */
    public static String snakeCase(String name) {
        return WORD_START.matcher(name.replace('.', '_')).replaceAll("_").toLowerCase(Locale.ROOT);
    }

    private static String joined(List<String> columns) {
        if (columns.isEmpty()) {
            throw new IllegalArgumentException("A constraint is named after its columns, and none was given.");
        }
        return String.join("_", columns);
    }

    private static byte[] sha256(byte[] bytes) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(bytes);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java platform has SHA-256.", e);
        }
    }
}
