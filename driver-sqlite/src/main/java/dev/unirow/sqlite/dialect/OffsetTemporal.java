package dev.unirow.sqlite.dialect;

import dev.unirow.sqlite.internal.TimeFunctions;
import java.util.List;
import org.hibernate.sql.ast.SqlAstTranslator;
import org.hibernate.sql.ast.spi.SqlAppender;
import org.hibernate.sql.ast.tree.SqlAstNode;
import org.hibernate.sql.ast.tree.expression.Expression;
import org.hibernate.sql.ast.tree.expression.SqlTupleContainer;
import org.jspecify.annotations.Nullable;

/**
 * A date or time as it is stored, and the seconds from UTC of its own offset if {@code @TimeZoneStorage(COLUMN)} keeps
 * them in a second column.
 */
record OffsetTemporal(SqlAstNode value, @Nullable SqlAstNode seconds) {
    static OffsetTemporal of(SqlAstNode argument) {
        if (argument instanceof SqlTupleContainer container && container.getSqlTuple() != null) {
            List<? extends Expression> columns = container.getSqlTuple().getExpressions();
            return new OffsetTemporal(columns.get(0), columns.get(1));
        }
        return new OffsetTemporal(argument, null);
    }

    void stored(SqlAstTranslator<?> walker) {
        value.accept(walker);
    }

    /** As clocks there show it. */
    void local(SqlAppender sql, SqlAstTranslator<?> walker) {
        if (seconds == null) {
            stored(walker);
        } else {
            sql.appendSql(TimeFunctions.ADD + "('timestamp','second',");
            seconds.accept(walker);
            sql.appendSql(",");
            stored(walker);
            sql.appendSql(")");
        }
    }

    void offset(SqlAppender sql, SqlAstTranslator<?> walker) {
        if (seconds == null) {
            sql.appendSql("0");
        } else {
            seconds.accept(walker);
        }
    }
}
