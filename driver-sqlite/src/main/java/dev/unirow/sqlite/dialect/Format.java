package dev.unirow.sqlite.dialect;

import static org.hibernate.query.sqm.produce.function.FunctionParameterType.STRING;
import static org.hibernate.query.sqm.produce.function.FunctionParameterType.TEMPORAL;

import dev.unirow.sqlite.internal.TimeFunctions;
import java.util.List;
import org.hibernate.metamodel.model.domain.ReturnableType;
import org.hibernate.query.spi.QueryEngine;
import org.hibernate.query.sqm.function.AbstractSqmFunctionDescriptor;
import org.hibernate.query.sqm.function.FunctionRenderer;
import org.hibernate.query.sqm.function.SelfRenderingSqmFunction;
import org.hibernate.query.sqm.produce.function.ArgumentTypesValidator;
import org.hibernate.query.sqm.produce.function.StandardArgumentsValidators;
import org.hibernate.query.sqm.produce.function.StandardFunctionArgumentTypeResolvers;
import org.hibernate.query.sqm.produce.function.StandardFunctionReturnTypeResolvers;
import org.hibernate.query.sqm.tree.SqmTypedNode;
import org.hibernate.sql.ast.SqlAstTranslator;
import org.hibernate.sql.ast.spi.SqlAppender;
import org.hibernate.sql.ast.tree.SqlAstNode;
import org.hibernate.type.StandardBasicTypes;
import org.hibernate.type.spi.TypeConfiguration;
import org.jspecify.annotations.Nullable;

/** A date or time as text, at its own offset if that is in a second column, otherwise in UTC. */
final class Format extends AbstractSqmFunctionDescriptor implements FunctionRenderer {
    Format(TypeConfiguration types) {
        super(
                "format",
                new ArgumentTypesValidator(StandardArgumentsValidators.exactly(2), TEMPORAL, STRING),
                StandardFunctionReturnTypeResolvers.invariant(
                        types.getBasicTypeRegistry().resolve(StandardBasicTypes.STRING)),
                StandardFunctionArgumentTypeResolvers.invariant(types, TEMPORAL, STRING));
    }

    @Override
    protected <T> SelfRenderingSqmFunction<T> generateSqmFunctionExpression(
            List<? extends SqmTypedNode<?>> arguments, @Nullable ReturnableType<T> type, QueryEngine engine) {
        return new SelfRenderingSqmFunction<>(
                this, this, arguments, type, null, getReturnTypeResolver(), engine.getCriteriaBuilder(), getName());
    }

    @Override
    public void render(
            SqlAppender sql,
            List<? extends SqlAstNode> arguments,
            @Nullable ReturnableType<?> type,
            SqlAstTranslator<?> walker) {
        OffsetTemporal temporal = OffsetTemporal.of(arguments.get(0));
        sql.appendSql(TimeFunctions.FORMAT + "(");
        temporal.stored(walker);
        sql.appendSql(",");
        arguments.get(1).accept(walker);
        sql.appendSql(",");
        temporal.offset(sql, walker);
        sql.appendSql(")");
    }

    @Override
    public String getArgumentListSignature() {
        return "(TEMPORAL datetime as STRING pattern)";
    }
}
