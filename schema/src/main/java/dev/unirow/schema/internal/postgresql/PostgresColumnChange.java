package dev.unirow.schema.internal.postgresql;

import static dev.unirow.schema.internal.sql.Identifiers.literal;
import static dev.unirow.schema.internal.sql.Identifiers.quote;

import dev.unirow.schema.ColumnOperation.AlterColumn;
import dev.unirow.schema.DatabaseKind;
import dev.unirow.schema.Generated;
import dev.unirow.schema.internal.ddl.TableSql;
import dev.unirow.schema.internal.sql.TypeName;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Another shape of a column: what ALTER TABLE does, and what runs after it.
 *
 * @param filling what the rows get in the place of values that cannot be cast, null for nothing
 */
record PostgresColumnChange(
        TableSql sql,
        AlterColumn alter,
        PostgresCasts casts,
        @Nullable String filling) {
    private static final Set<String> TEXTS = Set.of("varchar", "char", "text");
    private static final Set<String> NUMBERS =
            Set.of("smallint", "integer", "bigint", "numeric", "real", "double precision");

    /** What of a column a change leaves in another state than it was in: two of these take two statements. */
    enum Part {
        TYPE,
        NULLABLE,
        NO_DEFAULT,
        DEFAULT,
        IDENTITY
    }

    /** Whether PostgreSQL, which runs the actions of a statement in an order of its own, has to be asked twice. */
    boolean hasToFollow(Set<Part> before) {
        return switch (alter.aspect()) {
            case TYPE ->
                before.contains(Part.TYPE)
                        || before.contains(Part.IDENTITY)
                        || (before.contains(Part.DEFAULT) && alter.from().defaultValue() != null);
            case COLLATION -> before.contains(Part.TYPE) || before.contains(Part.IDENTITY);
            case NULLABLE -> before.contains(Part.NULLABLE) || before.contains(Part.IDENTITY);
            case DEFAULT ->
                before.contains(Part.IDENTITY)
                        || (before.contains(Part.DEFAULT) && alter.to().defaultValue() == null);
            case IDENTITY, GENERATED -> !before.isEmpty();
            case COMMENT -> false;
        };
    }

    Set<Part> parts() {
        return switch (alter.aspect()) {
            case TYPE -> alter.from().defaultValue() == null ? Set.of(Part.TYPE) : Set.of(Part.TYPE, Part.DEFAULT);
            case COLLATION -> Set.of(Part.TYPE);
            case NULLABLE -> Set.of(Part.NULLABLE);
            case DEFAULT -> Set.of(alter.to().defaultValue() == null ? Part.NO_DEFAULT : Part.DEFAULT);
            case IDENTITY, GENERATED -> Set.of(Part.IDENTITY);
            case COMMENT -> Set.of();
        };
    }

    List<String> actions() {
        return switch (alter.aspect()) {
            case TYPE -> type();
            case NULLABLE -> List.of(alterColumn() + (alter.to().nullable() ? " drop not null" : " set not null"));
            case DEFAULT ->
                List.of(alterColumn()
                        + (alter.to().defaultValue() == null
                                ? " drop default"
                                : " set default " + alter.to().defaultValue()));
            case IDENTITY -> identity();
            case COLLATION -> List.of(collation());
            case GENERATED -> List.of(generated());
            case COMMENT -> List.of();
        };
    }

    List<String> afterwards() {
        return switch (alter.aspect()) {
            case IDENTITY ->
                alter.to().identity() && !alter.from().identity() ? List.of(goOnBehindLastKey()) : List.of();
            case COMMENT -> List.of(sql.columnComment(alter.table(), alter.to()));
            case GENERATED ->
                alter.to().comment() == null || keepsValues(alter)
                        ? List.of()
                        : List.of(sql.columnComment(alter.table(), alter.to()));
            case TYPE -> alter.from().identity() && alter.to().identity() ? List.of(sequenceAsWide()) : List.of();
            case NULLABLE, DEFAULT, COLLATION -> List.of();
        };
    }

    /** PostgreSQL widens the sequence of an identity by itself, and leaves that of a serial column as it was. */
    private String sequenceAsWide() {
        String block = "begin execute 'alter sequence ' || " + sequence() + " || ' as "
                + alter.to().type() + "'; end";
        return "do " + sql.dollarQuoted(block + ";");
    }

    private String sequence() {
        return "pg_get_serial_sequence(" + literal(sql.table(alter.table())) + ", "
                + literal(alter.to().name()) + ")";
    }

    private String collation() {
        String collation = alter.to().collation();
        return alterColumn() + " type " + alter.to().type() + " collate "
                + (collation == null ? "\"default\"" : quote(collation));
    }

    /** Whether a column that is no longer computed can keep what was. */
    static boolean keepsValues(AlterColumn alter) {
        Generated old = alter.from().generated();
        return alter.to().generated() == null && old != null && old.stored();
    }

    private String generated() {
        return keepsValues(alter)
                ? alterColumn() + " drop expression"
                : "drop column " + quote(alter.from().name()) + ", add column " + sql.column(alter.to());
    }

    private String alterColumn() {
        return "alter column " + quote(alter.to().name());
    }

    // PostgreSQL does not carry a default over to a type of another family
    private List<String> type() {
        String collation = alter.to().collation();
        String type = alterColumn() + " type " + alter.to().type()
                + (collation == null ? "" : " collate " + quote(collation));
        TypeName from = TypeName.of(DatabaseKind.POSTGRESQL, alter.from().type());
        TypeName to = TypeName.of(DatabaseKind.POSTGRESQL, alter.to().type());
        if (isOneFamily(from.base(), to.base())) {
            return List.of(type + PostgresTime.conversion(quote(alter.to().name()), from, to));
        }
        String converted = type + " using " + converted(from, to);
        String kept = alter.from().defaultValue();
        return kept == null
                ? List.of(converted)
                : List.of(alterColumn() + " drop default", converted, alterColumn() + " set default " + kept);
    }

    private String converted(TypeName from, TypeName to) {
        if (casts.areMissingFor(alter)) {
            return filling == null ? "null" : filling;
        }
        String column = quote(alter.to().name());
        String content = PostgresLargeObject.conversion(column, from, to);
        String special = content == null ? PostgresTime.zoned(column, from, to) : content;
        return special == null ? column + "::" + conversion(alter.to().type(), to) : special;
    }

    // a cast to varchar(n) cuts silently; by way of text a value that is too long is an error
    private static String conversion(String type, TypeName name) {
        return TEXTS.contains(name.base()) ? "text" : type;
    }

    private static boolean isOneFamily(String from, String to) {
        return from.equals(to)
                || (TEXTS.contains(from) && TEXTS.contains(to))
                || (NUMBERS.contains(from) && NUMBERS.contains(to));
    }

    private List<String> identity() {
        if (!alter.to().identity()) {
            // a serial column has the default in the place of the identity
            return List.of(alterColumn() + " drop identity if exists, " + alterColumn() + " drop default");
        }
        String generated = "generated " + TableSql.identityMode(alter.to());
        return List.of(
                alterColumn() + (alter.from().identity() ? " set " + generated : " add " + generated + " as identity"));
    }

    private String goOnBehindLastKey() {
        String column = alter.to().name();
        String table = sql.table(alter.table());
        return "select setval(" + sequence() + ", coalesce((select max(" + quote(column) + ") from " + table
                + "), 0) + 1, false)";
    }
}
