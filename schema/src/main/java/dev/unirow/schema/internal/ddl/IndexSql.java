package dev.unirow.schema.internal.ddl;

import dev.unirow.schema.Index;
import dev.unirow.schema.IndexColumn;
import dev.unirow.schema.NullsOrder;
import java.util.stream.Collectors;

/** An index in a statement of its own, or as a part of one that alters its table. */
record IndexSql(TableSql sql, Index index) {
    String create(String table) {
        return "create " + named() + " on " + sql.table(table) + content();
    }

    String definition() {
        return named() + content();
    }

    private String named() {
        return (index.unique() ? "unique " : "") + "index " + sql.quote(index.name());
    }

    private String content() {
        return (index.method() == null ? "" : " using " + index.method())
                + index.columns().stream().map(this::column).collect(Collectors.joining(", ", " (", ")"))
                + (index.where() == null ? "" : " where " + index.where());
    }

    private String column(IndexColumn column) {
        StringBuilder text = new StringBuilder();
        text.append(column.name() == null ? "(" + column.expression() + ")" : sql.quote(column.name()));
        if (column.prefix() != null) {
            text.append('(').append(column.prefix()).append(')');
        }
        if (column.collation() != null) {
            text.append(" collate ").append(sql.quote(column.collation()));
        }
        text.append(column.descending() ? " desc" : "");
        if (column.nulls() != null) {
            text.append(column.nulls() == NullsOrder.FIRST ? " nulls first" : " nulls last");
        }
        return text.toString();
    }
}
