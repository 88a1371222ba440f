package dev.unirow.sqlite.dialect;

import dev.unirow.sqlite.internal.TimeFunctions;
import java.util.List;
import java.util.Locale;
import org.hibernate.dialect.Dialect;
import org.hibernate.dialect.function.ExtractFunction;
import org.hibernate.metamodel.model.domain.ReturnableType;
import org.hibernate.query.common.TemporalUnit;
import org.hibernate.query.spi.QueryEngine;
import org.hibernate.query.sqm.function.SelfRenderingSqmFunction;
import org.hibernate.query.sqm.tree.SqmTypedNode;
import org.hibernate.query.sqm.tree.expression.SqmExtractUnit;
import org.hibernate.sql.ast.SqlAstTranslator;
import org.hibernate.sql.ast.spi.SqlAppender;
import org.hibernate.sql.ast.tree.SqlAstNode;
import org.hibernate.sql.ast.tree.expression.ExtractUnit;
import org.hibernate.type.spi.TypeConfiguration;
import org.jspecify.annotations.Nullable;

/** One field of a date or time, at its own offset if that is in a second column. */
final class Extract extends ExtractFunction {
    Extract(Dialect dialect, TypeConfiguration types) {
        super(dialect, types);
    }

    @Override
    protected <T> SelfRenderingSqmFunction<T> generateSqmFunctionExpression(
            List<? extends SqmTypedNode<?>> arguments, @Nullable ReturnableType<T> type, QueryEngine engine) {
        return switch (((SqmExtractUnit<?>) arguments.get(0)).getUnit()) {
            case NATIVE, OFFSET, DATE, TIME -> super.generateSqmFunctionExpression(arguments, type, engine);
            default ->
                new SelfRenderingSqmFunction<>(
                        this,
                        this,
                        arguments,
                        type,
                        null,
                        getReturnTypeResolver(),
                        engine.getCriteriaBuilder(),
                        getName());
        };
    }

    @Override
    public void render(
            SqlAppender sql,
            List<? extends SqlAstNode> arguments,
            @Nullable ReturnableType<?> type,
            SqlAstTranslator<?> walker) {
        TemporalUnit unit = ((ExtractUnit) arguments.get(0)).getUnit();
        OffsetTemporal temporal = OffsetTemporal.of(arguments.get(1));
        switch (unit) {
            case TIMEZONE_HOUR -> {
                sql.appendSql("(");
                temporal.offset(sql, walker);
                sql.appendSql("/3600)");
            }
            case TIMEZONE_MINUTE -> {
                sql.appendSql("(");
                temporal.offset(sql, walker);
                sql.appendSql("%3600/60)");
            }
            default -> {
                sql.appendSql(TimeFunctions.EXTRACT + "('" + unit.name().toLowerCase(Locale.ROOT) + "',");
                temporal.local(sql, walker);
                sql.appendSql(")");
            }
        }
    }
}
