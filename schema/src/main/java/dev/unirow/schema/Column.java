package dev.unirow.schema;

import dev.unirow.schema.internal.type.TypeArguments;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A column.
 *
 * @param type the type as the database's SQL writes it, with its arguments; empty for a column of SQLite's that has
 *     none
 * @param defaultValue the default as an SQL expression, null for none
 * @param identity whether the database makes the value up
 * @param generated how the database computes the value, null for a column that is written
 * @param collation the name of a collation other than the type's usual one
 * @param identityAlways whether the database refuses a value that is given for one it makes up: PostgreSQL's GENERATED
 *     ALWAYS. No mapping asks for it, so that it is a difference only where it is wanted
 * @param extras what a live column of MariaDB's has besides, as clauses of its SQL: {@code on update
 *     current_timestamp()}, {@code invisible}, {@code check (…)}. No mapping asks for it, and it is never a difference;
 *     a statement that changes the column repeats it
 */
public record Column(
        String name,
        String type,
        boolean nullable,
        @Nullable String defaultValue,
        boolean identity,
        @Nullable Generated generated,
        @Nullable String collation,
        @Nullable String comment,
        boolean identityAlways,
        List<String> extras) {
    public Column {
        identityAlways = identity && identityAlways;
        type = Objects.requireNonNullElse(type, ""); // SQLite's may have none, and JSON leaves that out
        extras = extras == null ? List.of() : List.copyOf(extras); // JSON leaves an empty list out
    }

    /** A column whose identity, if it is one, is only for rows without a value, and that has no extras. */
    public Column(
            String name,
            String type,
            boolean nullable,
            @Nullable String defaultValue,
            boolean identity,
            @Nullable Generated generated,
            @Nullable String collation,
            @Nullable String comment) {
        this(name, type, nullable, defaultValue, identity, generated, collation, comment, false, List.of());
    }

    /** A column without computation, collation and comment. */
    public Column(String name, String type, boolean nullable, @Nullable String defaultValue, boolean identity) {
        this(name, type, nullable, defaultValue, identity, null, null, null);
    }

    /** A column without default that the database does not fill. */
    public static Column of(String name, String type, boolean nullable) {
        return new Column(name, type, nullable, null, false);
    }

    /** How many characters, bytes or bits a value may have; null when the type does not say. */
    public @Nullable Long length() {
        List<Long> arguments = TypeArguments.of(type);
        return arguments.size() == 1 && !isDecimal() ? arguments.get(0) : null;
    }

    /** How many digits a decimal number has; null for other types, and when the type does not say. */
    public @Nullable Long precision() {
        List<Long> arguments = TypeArguments.of(type);
        return arguments.isEmpty() || !isDecimal() ? null : arguments.get(0);
    }

    /**
     * How many of a decimal number's digits stand behind the point; null for other types, and when the type does not
     * say.
     */
    public @Nullable Long scale() {
        List<Long> arguments = TypeArguments.of(type);
        return arguments.size() < 2 ? null : arguments.get(1);
    }

    private boolean isDecimal() {
        String lower = type.toLowerCase(java.util.Locale.ROOT);
        return lower.startsWith("numeric") || lower.startsWith("dec");
    }

    public Column withName(String name) {
        return new Column(
                name, type, nullable, defaultValue, identity, generated, collation, comment, identityAlways, extras);
    }

    public Column withType(String type) {
        return new Column(
                name, type, nullable, defaultValue, identity, generated, collation, comment, identityAlways, extras);
    }

    public Column withNullable(boolean nullable) {
        return new Column(
                name, type, nullable, defaultValue, identity, generated, collation, comment, identityAlways, extras);
    }

    public Column withDefault(@Nullable String defaultValue) {
        return new Column(
                name, type, nullable, defaultValue, identity, generated, collation, comment, identityAlways, extras);
    }

    public Column withIdentity(boolean identity) {
        return new Column(
                name, type, nullable, defaultValue, identity, generated, collation, comment, identityAlways, extras);
    }

    public Column withGenerated(@Nullable Generated generated) {
        return new Column(
                name, type, nullable, defaultValue, identity, generated, collation, comment, identityAlways, extras);
    }

    public Column withCollation(@Nullable String collation) {
        return new Column(
                name, type, nullable, defaultValue, identity, generated, collation, comment, identityAlways, extras);
    }

    public Column withComment(@Nullable String comment) {
        return new Column(
                name, type, nullable, defaultValue, identity, generated, collation, comment, identityAlways, extras);
    }

    public Column withIdentityAlways(boolean identityAlways) {
        return new Column(
                name, type, nullable, defaultValue, identity, generated, collation, comment, identityAlways, extras);
    }

    public Column withExtras(List<String> extras) {
        return new Column(
                name, type, nullable, defaultValue, identity, generated, collation, comment, identityAlways, extras);
    }
}
