package dev.unirow.schema.internal.sql;

import dev.unirow.schema.DatabaseKind;
import dev.unirow.schema.internal.type.TypeArguments;
import dev.unirow.schema.lexer.SqlToken;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A type as one of its synonyms.
 *
 * @param base the type without its arguments
 * @param arguments length, or precision and scale; none when the text gives none
 */
public record TypeName(String base, List<Long> arguments) {
    private static final Pattern TEXT = Pattern.compile("([^(]*)(?:\\(([0-9, ]*)\\))?(.*)", Pattern.DOTALL);
    private static final Pattern ARRAY = Pattern.compile(" array(\\s*\\[[0-9]*])?$");
    private static final long SINGLE_PRECISION_BITS = 24;
    private static final Map<String, String> POSTGRESQL = Map.ofEntries(
            Map.entry("int8", "bigint"),
            Map.entry("bigserial", "bigint"),
            Map.entry("serial8", "bigint"),
            Map.entry("int", "integer"),
            Map.entry("int4", "integer"),
            Map.entry("serial", "integer"),
            Map.entry("serial4", "integer"),
            Map.entry("int2", "smallint"),
            Map.entry("smallserial", "smallint"),
            Map.entry("float8", "double precision"),
            Map.entry("float", "double precision"),
            Map.entry("double", "double precision"),
            Map.entry("float4", "real"),
            Map.entry("bool", "boolean"),
            Map.entry("character varying", "varchar"),
            Map.entry("character", "char"),
            Map.entry("bpchar", "char"),
            Map.entry("decimal", "numeric"),
            Map.entry("dec", "numeric"),
            Map.entry("timestamptz", "timestamp with time zone"),
            Map.entry("timestamp without time zone", "timestamp"),
            Map.entry("timetz", "time with time zone"),
            Map.entry("time without time zone", "time"),
            Map.entry("bit varying", "varbit"));
    // what is stored and compared alike under SQLite's affinities, kept apart by meaning
    private static final Map<String, String> SQLITE = Map.ofEntries(
            Map.entry("int", "integer"),
            Map.entry("bigint", "integer"),
            Map.entry("smallint", "integer"),
            Map.entry("tinyint", "integer"),
            Map.entry("mediumint", "integer"),
            Map.entry("int2", "integer"),
            Map.entry("int4", "integer"),
            Map.entry("int8", "integer"),
            Map.entry("character varying", "varchar"),
            Map.entry("nvarchar", "varchar"),
            Map.entry("varying character", "varchar"),
            Map.entry("char", "varchar"),
            Map.entry("character", "varchar"),
            Map.entry("nchar", "varchar"),
            Map.entry("text", "varchar"),
            Map.entry("clob", "varchar"),
            Map.entry("double", "real"),
            Map.entry("double precision", "real"),
            Map.entry("float", "real"),
            Map.entry("float4", "real"),
            Map.entry("float8", "real"),
            Map.entry("decimal", "numeric"),
            Map.entry("bool", "boolean"),
            Map.entry("datetime", "timestamp"),
            Map.entry("varbinary", "blob"),
            Map.entry("binary", "blob"));

    private static final Map<String, String> MARIADB = Map.ofEntries(
            Map.entry("integer", "int"),
            Map.entry("int4", "int"),
            Map.entry("int8", "bigint"),
            Map.entry("int2", "smallint"),
            Map.entry("int1", "tinyint"),
            Map.entry("bool", "tinyint"),
            Map.entry("boolean", "tinyint"),
            Map.entry("dec", "decimal"),
            Map.entry("numeric", "decimal"),
            Map.entry("fixed", "decimal"),
            Map.entry("double precision", "double"),
            Map.entry("real", "double"),
            Map.entry("float8", "double"),
            Map.entry("float4", "float"),
            Map.entry("character varying", "varchar"),
            Map.entry("character", "char"),
            Map.entry("json", "longtext"));
    private static final Pattern MARIADB_VALUES =
            Pattern.compile("(enum|set)\\s*\\(.*\\)", Pattern.CASE_INSENSITIVE | Pattern.DOTALL);

    public static TypeName of(DatabaseKind kind, String type) {
        if (kind == DatabaseKind.MARIADB && MARIADB_VALUES.matcher(type).matches()) {
            return new TypeName(ofValues(type), List.of());
        }
        Matcher matcher =
                TEXT.matcher(type.toLowerCase(Locale.ROOT).replace("\"", "").strip());
        if (!matcher.matches()) {
            return new TypeName(type, List.of());
        }
        String written = (matcher.group(1).strip() + " " + matcher.group(3).strip())
                .strip()
                .replaceAll("\\s+", " ");
        List<Long> arguments = TypeArguments.of(type);
        if (kind == DatabaseKind.POSTGRESQL) {
            written = ARRAY.matcher(written).replaceFirst(" []");
        }
        int array = written.indexOf('[');
        String element = array < 0 ? written : written.substring(0, array).strip();
        Map<String, String> synonyms = switch (kind) {
            case POSTGRESQL -> POSTGRESQL;
            case SQLITE -> SQLITE;
            case MARIADB -> MARIADB;
        };
        String base = synonyms.getOrDefault(element, element) + (array < 0 ? "" : written.substring(array));
        if (written.equals("float")) {
            // the bits of the mantissa, not a size of the column
            boolean single = !arguments.isEmpty() && arguments.get(0) <= SINGLE_PRECISION_BITS;
            return new TypeName(
                    switch (kind) {
                        case POSTGRESQL -> single ? "real" : base;
                        case SQLITE -> base;
                        case MARIADB -> arguments.isEmpty() || single ? base : "double";
                    },
                    List.of());
        }
        if (kind == DatabaseKind.MARIADB && isWholeNumber(base)) {
            return new TypeName(base, List.of()); // the argument is how wide it is shown
        }
        if ((base.equals("numeric") || base.equals("decimal")) && arguments.size() == 1) {
            return new TypeName(base, List.of(arguments.get(0), 0L));
        }
        if (base.equals("time") && kind == DatabaseKind.SQLITE) {
            return new TypeName(base, List.of()); // the digits are those of what is stored
        }
        if (base.equals("time") && kind == DatabaseKind.MARIADB && arguments.isEmpty()) {
            return new TypeName(base, List.of(0L));
        }
        return new TypeName(base, arguments);
    }

    /** Whether values are texts in the collation of their table, unless the column has one of its own. */
    public static boolean isMariaDbText(String type) {
        String base = of(DatabaseKind.MARIADB, type).base;
        return !type.equalsIgnoreCase("json")
                && (List.of("char", "varchar").contains(base)
                        || base.endsWith("text")
                        || MARIADB_VALUES.matcher(type).matches());
    }

    /** The values as they are, the spaces between them one way. */
    private static String ofValues(String type) {
        return SqlReading.tokens(DatabaseKind.MARIADB, type).stream()
                .map(token -> token.kind() == SqlToken.Kind.WORD ? token.text().toLowerCase(Locale.ROOT) : token.text())
                .collect(Collectors.joining());
    }

    /** Whether it is the same type; arguments count only where both give some. */
    public boolean matches(TypeName other) {
        return base.equals(other.base)
                && (arguments.isEmpty() || other.arguments.isEmpty() || arguments.equals(other.arguments));
    }

    /** Whether every value fits into the other type. */
    public boolean fitsInto(TypeName wider) {
        if (base.equals(wider.base)) {
            return wider.arguments.isEmpty() || (!arguments.isEmpty() && argumentsFitInto(wider));
        }
        return switch (base) {
            case "tinyint" -> List.of("smallint", "int", "bigint").contains(wider.base);
            case "smallint" -> List.of("int", "integer", "bigint").contains(wider.base);
            case "int", "integer" -> wider.base.equals("bigint");
            case "varchar", "char" -> List.of("text", "longtext").contains(wider.base);
            case "text" -> wider.base.equals("longtext");
            case "real" -> wider.base.equals("double precision");
            case "float" -> wider.base.equals("double");
            default -> hasAllValuesIn(wider);
        };
    }

    /** MariaDB takes a row's value along as the text that it is, wherever it stands in the list. */
    private boolean hasAllValuesIn(TypeName wider) {
        return Stream.of("enum(", "set(")
                .anyMatch(list -> base.startsWith(list)
                        && wider.base.startsWith(list)
                        && wider.values().containsAll(values()));
    }

    private List<String> values() {
        return SqlReading.tokens(DatabaseKind.MARIADB, base).stream()
                .filter(token -> token.kind() == SqlToken.Kind.LITERAL)
                .map(SqlToken::unquoted)
                .toList();
    }

    private static boolean isWholeNumber(String base) {
        return base.endsWith("int") || base.endsWith("int unsigned");
    }

    private boolean argumentsFitInto(TypeName wider) {
        if (arguments.size() != wider.arguments.size()) {
            return false;
        }
        if (arguments.size() == 1) {
            return arguments.get(0) <= wider.arguments.get(0);
        }
        long whole = arguments.get(0) - arguments.get(1);
        long widerWhole = wider.arguments.get(0) - wider.arguments.get(1);
        return whole <= widerWhole && arguments.get(1) <= wider.arguments.get(1);
    }
}
