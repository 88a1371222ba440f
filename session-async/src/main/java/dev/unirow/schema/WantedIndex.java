package dev.unirow.schema;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import org.hibernate.mapping.Selectable;

/** An index as {@code @Index} asks for it: a column list with directions and expressions, and a condition among its options. */
final class WantedIndex {
    private static final String WHERE = "where ";

    private WantedIndex() {}

    /** @param name of the parts, for an index without one */
    static Index of(DatabaseKind kind, org.hibernate.mapping.Index index, Function<List<String>, String> name) {
        List<IndexColumn> columns = new ArrayList<>();
        Map<Selectable, String> orders = index.getSelectableOrderMap();
        for (Selectable selectable : index.getSelectables()) {
            columns.add(column(kind, selectable, orders.getOrDefault(selectable, "")));
        }
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
        index.setName(key.getName());
        index.setUnique(true);
        index.setOptions(key.getOptions());
        key.getColumns()
                .forEach(column ->
                        index.addColumn(column, key.getColumnOrderMap().get(column)));
        return index;
    }

    private static IndexColumn column(DatabaseKind kind, Selectable selectable, String order) {
        String lower = order.toLowerCase(Locale.ROOT);
        boolean descending = lower.startsWith("desc");
        boolean first = lower.endsWith("nulls first");
        boolean last = lower.endsWith("nulls last");
        IndexColumn column = selectable instanceof org.hibernate.mapping.Column named
                ? new IndexColumn(named.getName(), descending)
                : IndexColumn.expression(expression(selectable.getText())).withDescending(descending);
        // to PostgreSQL they are greater than all else, to the others less
        boolean usual = descending == (kind == DatabaseKind.POSTGRESQL) ? first : last;
        return usual || !(first || last) ? column : column.withNulls(first ? NullsOrder.FIRST : NullsOrder.LAST);
    }

    private static String expression(String text) {
        return SqlExpression.isEnclosed(text) ? text.substring(1, text.length() - 1) : text;
    }

    private static String word(IndexColumn column) {
        return column.text().replaceAll("\\W+", "_");
    }
}
