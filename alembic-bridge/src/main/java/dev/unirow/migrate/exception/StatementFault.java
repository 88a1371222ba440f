package dev.unirow.migrate.exception;

import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Whether a database refused a statement for what the statement is, so that its words name nothing but parts of the
 * statement and of the schema; otherwise they may quote values of rows.
 */
final class StatementFault {
    /**
     * Classes of SQLSTATE on PostgreSQL and MariaDB: not supported, cardinality, the state of the transaction,
     * dependent objects, unknown schemas, syntax and names, limits, objects in use.
     */
    private static final Set<String> CLASSES =
            Set.of("0A", "0B", "21", "25", "26", "2B", "2F", "34", "3D", "3F", "42", "53", "54", "55", "58");

    /**
     * What MariaDB files under no class: keys and constraints that stand in the way, a lock that could not be acquired,
     * statements that cannot run where they are.
     */
    private static final Set<Integer> MARIADB = Set.of(
            1005, 1006, 1007, 1008, 1025, 1093, 1193, 1205, 1215, 1221, 1227, 1240, 1267, 1271, 1273, 1290, 1347, 1348,
            1356, 1359, 1360, 1390, 1394, 1395, 1419, 1422, 1442, 1443, 1471, 1503, 1506, 1553, 1568, 1826, 1827, 1828,
            1829, 1830, 1832, 1833, 1834, 1846, 1901, 1902, 1903, 1905, 1906, 1907, 4161, 4162);

    private static final int SQLITE_ERROR = 1;
    private static final int SQLITE_CONSTRAINT = 19;

    private static final Pattern QUOTED = Pattern.compile("'([^']*)'|\"([^\"]*)\"|`([^`]*)`");
    private static final Pattern TEXT = Pattern.compile("'([^']*)'");

    /** A sentence of a trigger's or a block's own, which may have values put in anywhere. */
    private static final Set<String> RAISED = Set.of("P0", "45");

    private StatementFault() {}

    static boolean is(DatabaseAnswer answer, String sql) {
        String family = answer.family();
        if (family.equals("23") || ValueFault.of(answer).isPresent()) {
            return false;
        }
        if (answer.isOfSqlite()) {
            return switch (answer.code()) {
                case SQLITE_CONSTRAINT -> false;
                case SQLITE_ERROR -> quotesOnly(TEXT, answer.sentence(), sql);
                default -> true;
            };
        }
        if (RAISED.contains(family)) {
            return sql.contains(answer.sentence());
        }
        return CLASSES.contains(family)
                || MARIADB.contains(answer.code())
                || quotesOnly(QUOTED, answer.sentence(), sql);
    }

    private static boolean quotesOnly(Pattern quotes, String sentence, String sql) {
        String text = sql.toLowerCase(Locale.ROOT);
        Matcher quoted = quotes.matcher(sentence);
        while (quoted.find()) {
            String content = quoted.group().substring(1, quoted.group().length() - 1);
            if (!text.contains(content.toLowerCase(Locale.ROOT))) {
                return false;
            }
        }
        return true;
    }
}
