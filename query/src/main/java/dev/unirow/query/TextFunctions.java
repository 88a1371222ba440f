package dev.unirow.query;

import dev.unirow.query.Predicate.Comparison;
import java.util.Locale;
import org.hibernate.boot.model.FunctionContributions;
import org.hibernate.boot.model.FunctionContributor;
import org.hibernate.dialect.Dialect;
import org.hibernate.dialect.MariaDBDialect;
import org.hibernate.dialect.PostgreSQLDialect;
import org.hibernate.type.BasicType;
import org.hibernate.type.StandardBasicTypes;

/**
 * Tells Hibernate how each database writes the two text functions of our HQL: {@code unirow_fold(x)}, A to Z in lower
 * case, and {@code unirow_binary(x)}, text that compares by its characters whatever the collation of the column.
 * Hibernate finds this class by itself.
 *
 * <p>An index serves what these functions compare if it is over the same expression: on PostgreSQL, over the column
 * with {@code collate "C"}.
 */
public final class TextFunctions implements FunctionContributor {
    private static final String FOLD = "unirow_fold";
    private static final String BINARY = "unirow_binary";
    private static final String MARIADB_COLLATION = "utf8mb4_nopad_bin";

    @Override
    public void contributeFunctions(FunctionContributions contributions) {
        register(contributions, FOLD, foldPattern(contributions.getDialect()));
        register(contributions, BINARY, binaryPattern(contributions.getDialect()));
    }

    private static void register(FunctionContributions contributions, String name, String pattern) {
        BasicType<String> string =
                contributions.getTypeConfiguration().getBasicTypeRegistry().resolve(StandardBasicTypes.STRING);
        contributions
                .getFunctionRegistry()
                .patternDescriptorBuilder(name, pattern)
                .setInvariantType(string)
                .setExactArgumentCount(1)
                .register();
    }

    private static String foldPattern(Dialect dialect) {
        if (dialect instanceof PostgreSQLDialect) {
            return "lower(?1 collate \"C\")";
        }
        if (isSqlite(dialect)) {
            return "lower(?1)";
        }
        String folded =
                dialect instanceof MariaDBDialect ? "convert(?1 using utf8mb4) collate " + MARIADB_COLLATION : "?1";
        for (char c = 'A'; c <= 'Z'; c++) {
            folded = "replace(" + folded + ",'" + c + "','" + Character.toString(c - 'A' + 'a') + "')";
        }
        return folded;
    }

    private static String binaryPattern(Dialect dialect) {
        if (dialect instanceof PostgreSQLDialect) {
            return "(?1 collate \"C\")";
        }
        return dialect instanceof MariaDBDialect
                ? "(convert(?1 using utf8mb4) collate " + MARIADB_COLLATION + ")"
                : "?1";
    }

    /** By name, since the dialects for SQLite come with drivers that need not be there. */
    private static boolean isSqlite(Dialect dialect) {
        for (Class<?> type = dialect.getClass(); type != null; type = type.getSuperclass()) {
            if (type.getSimpleName().toLowerCase(Locale.ROOT).contains("sqlite")) {
                return true;
            }
        }
        return false;
    }

    /** The column as a comparison reads it. */
    static String subject(Comparison comparison, String column) {
        if (comparison.operator().ignoresCase()) {
            return FOLD + "(" + column + ")";
        }
        return comparison.operator().needsOrder() ? sortKey(comparison.path(), false, column) : column;
    }

    /** The column as it is sorted by. */
    static String sortKey(BoundPath path, boolean ignoreCase, String column) {
        return path.last().type() == String.class ? (ignoreCase ? FOLD : BINARY) + "(" + column + ")" : column;
    }
}
