package dev.unirow.schema.internal.wanted;

import dev.unirow.schema.DatabaseKind;
import dev.unirow.schema.Index;
import dev.unirow.schema.IndexColumn;
import dev.unirow.schema.NullsOrder;
import dev.unirow.schema.SchemaException;
import dev.unirow.schema.internal.sql.SqlExpression;
import dev.unirow.schema.internal.sql.SqlReading;
import dev.unirow.schema.lexer.SqlToken;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.hibernate.mapping.Selectable;

/**
 * An index as {@code @Index} asks for it: a column list with directions and expressions, and a condition among its
 * options.
 */
final class WantedIndex {
    private static final String WHERE = "where ";
    private static final Pattern PART = Pattern.compile(
            "(?<what>.*?)(\\s+(?<order>asc|desc))?(\\s+nulls\\s+(?<nulls>first|last))?",
            Pattern.CASE_INSENSITIVE | Pattern.DOTALL);

    private WantedIndex() {}

    /** @param name of the parts, for an index without one */
    static Index of(DatabaseKind kind, org.hibernate.mapping.Index index, Function<List<String>, String> name) {
        List<IndexColumn> columns = columns(kind, index);
        String options = index.getOptions() == null ? "" : index.getOptions().strip();
        boolean partial = options.toLowerCase(Locale.ROOT).startsWith(WHERE);
        Index wanted = new Index(
                name.apply(columns.stream().map(WantedIndex::word).toList()),
                columns,
                index.isUnique(),
                partial ? options.substring(WHERE.length()).strip() : null,
                null);
        if (!options.isEmpty() && !partial) {
            throw new SchemaException("Index '" + wanted.name() + "' has the options '" + options
                    + "', of which only a condition (where …) is supported.");
        }
        if (kind != DatabaseKind.POSTGRESQL && columns.stream().anyMatch(column -> column.nulls() != null)) {
            throw new SchemaException(
                    "Index '" + wanted.name() + "' has nulls where " + kind.id()
                            + " does not put them: it has them first, and with 'desc' last. Leave the nulls out of the column list.");
        }
        boolean functional = columns.stream().anyMatch(column -> column.expression() != null);
        if (kind == DatabaseKind.MARIADB && (partial || functional)) {
            throw new SchemaException("Index '" + wanted.name() + "' is over "
                    + (partial ? "some rows" : "an expression")
                    + ", which MariaDB cannot do. Index a generated column instead.");
        }
        return wanted;
    }

    /** A constraint holds for all rows; one that has a condition is an index. */
    static org.hibernate.mapping.Index asIndex(org.hibernate.mapping.UniqueKey key) {
        org.hibernate.mapping.Index index = new org.hibernate.mapping.Index();
        index.setTable(key.getTable());
        index.setName(key.getName());
        index.setUnique(true);
        index.setOptions(key.getOptions());
        key.getColumns()
                .forEach(column ->
                        index.addColumn(column, key.getColumnOrderMap().get(column)));
        return index;
    }

    /** Hibernate cuts the list at every comma, those inside of expressions too, and sees no order of nulls. */
    private static List<IndexColumn> columns(DatabaseKind kind, org.hibernate.mapping.Index index) {
        List<IndexColumn> columns = new ArrayList<>();
        String open = "";
        for (Selectable piece : index.getSelectables()) {
            String order = index.getSelectableOrderMap().getOrDefault(piece, "");
            if (open.isEmpty() && isColumn(index.getTable(), piece)) {
                columns.add(new IndexColumn(
                        ((org.hibernate.mapping.Column) piece).getName(), order.equalsIgnoreCase("desc")));
                continue;
            }
            String text = piece instanceof org.hibernate.mapping.Column column ? column.getName() : piece.getText();
            open = (open.isEmpty() ? text : open + ", " + text) + (order.isEmpty() ? "" : " " + order);
            if (isWhole(kind, open)) {
                columns.add(column(kind, index, open));
                open = "";
            }
        }
        return columns;
    }

    private static boolean isColumn(org.hibernate.mapping.Table table, Selectable piece) {
        return piece instanceof org.hibernate.mapping.Column column
                && table.getColumns().stream().anyMatch(other -> other.getName().equals(column.getName()));
    }

    /** Whether all that is opened is closed. */
    private static boolean isWhole(DatabaseKind kind, String text) {
        int depth = 0;
        try {
            for (SqlToken token : SqlReading.tokens(kind, text)) {
                depth += token.is("(") ? 1 : token.is(")") ? -1 : 0;
            }
        } catch (SchemaException e) {
            return false; // a comma in a text
        }
        return depth <= 0;
    }

    private static IndexColumn column(DatabaseKind kind, org.hibernate.mapping.Index index, String written) {
        Matcher parts = PART.matcher(written);
        if (!parts.matches()) {
            throw new SchemaException("'" + written + "' is no part of an index.");
        }
        String what = parts.group("what");
        if (!what.startsWith("(") && SqlReading.tokens(kind, what).size() != 1) {
            throw new SchemaException("An index of table '" + index.getTable().getName() + "' is over '" + what
                    + "', which is not the name of a column. If it is an expression, put it into parentheses: @Index(columnList = \"("
                    + what + ")\").");
        }
        boolean descending = "desc".equalsIgnoreCase(parts.group("order"));
        IndexColumn column = (what.startsWith("(")
                        ? IndexColumn.expression(expression(kind, what))
                        : new IndexColumn(SqlReading.tokens(kind, what).get(0).unquoted(), false))
                .withDescending(descending);
        String nulls = parts.group("nulls");
        // to PostgreSQL they are greater than all else, to the others less
        String usual = descending == (kind == DatabaseKind.POSTGRESQL) ? "first" : "last";
        return nulls == null || nulls.equalsIgnoreCase(usual)
                ? column
                : column.withNulls(nulls.equalsIgnoreCase("first") ? NullsOrder.FIRST : NullsOrder.LAST);
    }

    /** Whether it is another order than the one that comes without saying. */
    static boolean isDirection(String order) {
        return !order.isBlank() && !order.strip().equalsIgnoreCase("asc");
    }

    private static String expression(DatabaseKind kind, String text) {
        return SqlExpression.isEnclosed(kind, text) ? text.substring(1, text.length() - 1) : text;
    }

    private static String word(IndexColumn column) {
        return column.text().replaceAll("\\W+", "_");
    }
}
