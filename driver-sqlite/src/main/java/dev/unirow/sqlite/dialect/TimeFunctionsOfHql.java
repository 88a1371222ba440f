package dev.unirow.sqlite.dialect;

import java.time.Duration;
import java.util.List;
import org.hibernate.boot.model.FunctionContributions;
import org.hibernate.dialect.Dialect;
import org.hibernate.dialect.function.TimestampaddFunction;
import org.hibernate.dialect.function.TimestampdiffFunction;
import org.hibernate.dialect.function.TruncFunction;
import org.hibernate.metamodel.mapping.JdbcMappingContainer;
import org.hibernate.metamodel.model.domain.ReturnableType;
import org.hibernate.query.common.TemporalUnit;
import org.hibernate.query.spi.QueryEngine;
import org.hibernate.query.sqm.function.SelfRenderingSqmFunction;
import org.hibernate.query.sqm.function.SqmFunctionRegistry;
import org.hibernate.query.sqm.produce.function.internal.PatternRenderer;
import org.hibernate.query.sqm.tree.SqmTypedNode;
import org.hibernate.query.sqm.tree.expression.SqmExtractUnit;
import org.hibernate.sql.ast.SqlAstTranslator;
import org.hibernate.sql.ast.spi.SqlAppender;
import org.hibernate.sql.ast.tree.SqlAstNode;
import org.hibernate.sql.ast.tree.expression.BinaryArithmeticExpression;
import org.hibernate.sql.ast.tree.expression.DurationUnit;
import org.hibernate.sql.ast.tree.expression.Expression;
import org.hibernate.sql.ast.tree.expression.UnaryOperation;
import org.hibernate.type.spi.TypeConfiguration;
import org.jspecify.annotations.Nullable;

/** HQL's functions on dates and times. */
final class TimeFunctionsOfHql {
    private TimeFunctionsOfHql() {}

    static void register(FunctionContributions contributions, Dialect dialect) {
        SqmFunctionRegistry functions = contributions.getFunctionRegistry();
        TypeConfiguration types = contributions.getTypeConfiguration();
        functions.register("cast", new Cast(dialect));
        functions.register("format", new Format(types));
        functions.register("extract", new Extract(dialect, types));
        functions.register("timestampadd", new Sum(dialect, types));
        functions.register("timestampdiff", new Difference(dialect, types));
        functions.register("trunc", new Truncate(types));
        functions.registerAlternateKey("truncate", "trunc");
    }

    /** Hibernate counts a column of durations in seconds here, while it holds nanoseconds. */
    private static final class Sum extends TimestampaddFunction {
        Sum(Dialect dialect, TypeConfiguration types) {
            super(dialect, types);
        }

        @Override
        public void render(
                SqlAppender sql,
                List<? extends SqlAstNode> arguments,
                @Nullable ReturnableType<?> type,
                SqlAstTranslator<?> walker) {
            if (isDuration((Expression) arguments.get(1))) {
                DurationUnit unit = (DurationUnit) arguments.get(0);
                DurationUnit nanosecond = new DurationUnit(TemporalUnit.NANOSECOND, unit.getExpressionType());
                super.render(sql, List.of(nanosecond, arguments.get(1), arguments.get(2)), type, walker);
            } else {
                super.render(sql, arguments, type, walker);
            }
        }

        private static boolean isDuration(Expression count) {
            if (count instanceof UnaryOperation negated) {
                return isDuration(negated.getOperand());
            }
            if (count instanceof BinaryArithmeticExpression scaled) {
                return isDuration(scaled.getLeftHandOperand()) || isDuration(scaled.getRightHandOperand());
            }
            JdbcMappingContainer type = count.getExpressionType();
            return type != null
                    && type.getJdbcTypeCount() == 1
                    && type.getSingleJdbcMapping().getJavaTypeDescriptor().getJavaTypeClass() == Duration.class;
        }
    }

    /** The function's seconds have a part, where {@code by second} counts whole ones. */
    private static final class Difference extends TimestampdiffFunction {
        Difference(Dialect dialect, TypeConfiguration types) {
            super(dialect, types);
        }

        @Override
        public void render(
                SqlAppender sql,
                List<? extends SqlAstNode> arguments,
                @Nullable ReturnableType<?> type,
                SqlAstTranslator<?> walker) {
            DurationUnit unit = (DurationUnit) arguments.get(0);
            if (unit.getUnit() == TemporalUnit.SECOND && type != null && type.getJavaType() == Double.class) {
                new PatternRenderer(TimePatterns.exactSeconds()).render(sql, arguments, walker);
            } else {
                super.render(sql, arguments, type, walker);
            }
        }
    }

    /** Of numbers, too. */
    private static final class Truncate extends TruncFunction {
        Truncate(TypeConfiguration types) {
            super("trunc(?1)", "trunc(?1,?2)", null, null, types);
        }

        @Override
        protected <T> SelfRenderingSqmFunction<T> generateSqmFunctionExpression(
                List<? extends SqmTypedNode<?>> arguments, @Nullable ReturnableType<T> type, QueryEngine engine) {
            if (arguments.size() == 2 && arguments.get(1) instanceof SqmExtractUnit<?> unit) {
                PatternRenderer pattern = new PatternRenderer(TimePatterns.truncate(unit.getUnit()));
                return new SelfRenderingSqmFunction<>(
                        this,
                        (sql, given, result, walker) -> pattern.render(sql, given, walker),
                        arguments,
                        type,
                        null,
                        getReturnTypeResolver(),
                        engine.getCriteriaBuilder(),
                        getName());
            }
            return super.generateSqmFunctionExpression(arguments, type, engine);
        }
    }
}
