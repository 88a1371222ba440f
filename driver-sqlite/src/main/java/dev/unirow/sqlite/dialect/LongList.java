package dev.unirow.sqlite.dialect;

import static java.util.Objects.requireNonNull;

import dev.unirow.sqlite.internal.BoundValues;
import io.vertx.core.json.Json;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.StringJoiner;
import java.util.concurrent.atomic.AtomicInteger;
import org.hibernate.engine.spi.SessionFactoryImplementor;
import org.hibernate.metamodel.mapping.JdbcMapping;
import org.hibernate.query.sqm.sql.internal.SqmParameterInterpretation;
import org.hibernate.reactive.adaptor.impl.PreparedStatementAdaptor;
import org.hibernate.sql.ast.tree.expression.Expression;
import org.hibernate.sql.ast.tree.expression.JdbcParameter;
import org.hibernate.sql.ast.tree.predicate.InListPredicate;
import org.hibernate.sql.exec.internal.JdbcParameterImpl;
import org.hibernate.sql.exec.spi.ExecutionContext;
import org.hibernate.sql.exec.spi.JdbcParameterBinding;
import org.hibernate.sql.exec.spi.JdbcParameterBindings;
import org.hibernate.type.SqlTypes;
import org.hibernate.type.descriptor.ValueBinder;
import org.hibernate.type.descriptor.java.BasicPluralJavaType;
import org.jspecify.annotations.Nullable;

/**
 * The list of a condition {@code in} with so many values that they are bound as one: as JSON, which SQLite makes a
 * table of.
 *
 * @param value how a value is made of an element of the table
 */
record LongList(List<JdbcParameter> parameters, String json, String value) {
    /** Statements with fewer parameters stay as they are; a build of SQLite may take no more than 32766. */
    private static final int MANY_PARAMETERS = 30_000;

    private static final int LONG = 1_000;

    /** The list, or null where its values go one by one. */
    static @Nullable LongList of(
            InListPredicate predicate, @Nullable JdbcParameterBindings bindings, SessionFactoryImplementor factory) {
        List<Expression> written = predicate.getListExpressions();
        if (bindings == null || written.size() <= LONG || count(bindings) <= MANY_PARAMETERS) {
            return null;
        }
        List<JdbcParameter> parameters = new ArrayList<>(written.size());
        for (Expression expression : written) {
            Expression resolved = expression instanceof SqmParameterInterpretation parameter
                    ? parameter.getResolvedExpression()
                    : expression;
            if (!(resolved instanceof JdbcParameter parameter)
                    || bindings.getBinding(parameter) == null
                    || isOfParts(type(parameter, bindings.getBinding(parameter)))) {
                return null;
            }
            parameters.add(parameter);
        }
        List<@Nullable Object> stored = new ArrayList<>(parameters.size());
        for (Object value : values(parameters, bindings, factory)) {
            stored.add(BoundValues.stored(value));
        }
        return new LongList(parameters, json(stored), value(stored));
    }

    private static JdbcMapping type(JdbcParameter parameter, JdbcParameterBinding binding) {
        JdbcMapping bound = binding.getBindType();
        return bound == null ? requireNonNull(parameter.getExpressionType()).getSingleJdbcMapping() : bound;
    }

    /** JSON and arrays, of which servers take no long lists either. */
    private static boolean isOfParts(JdbcMapping type) {
        return SqlTypes.isJsonType(type.getJdbcType().getDefaultSqlTypeCode())
                || type.getJavaTypeDescriptor() instanceof BasicPluralJavaType;
    }

    private static int count(JdbcParameterBindings bindings) {
        AtomicInteger count = new AtomicInteger();
        bindings.visitBindings((parameter, binding) -> count.incrementAndGet());
        return count.get();
    }

    @SuppressWarnings("unchecked")
    private static @Nullable Object[] values(
            List<JdbcParameter> parameters, JdbcParameterBindings bindings, SessionFactoryImplementor factory) {
        return PreparedStatementAdaptor.bind(statement -> {
            int position = 1;
            for (JdbcParameter parameter : parameters) {
                JdbcParameterBinding binding = bindings.getBinding(parameter);
                ((ValueBinder<Object>) type(parameter, binding).getJdbcValueBinder())
                        .bind(statement, binding.getBindValue(), position++, factory.getWrapperOptions());
            }
        });
    }

    private static String value(List<@Nullable Object> stored) {
        if (stored.stream().anyMatch(byte[].class::isInstance)) {
            return "unhex(value)";
        }
        return stored.stream().anyMatch(Double.class::isInstance) ? ExactDouble.OF_JSON : "value";
    }

    private static String json(List<@Nullable Object> stored) {
        StringJoiner json = new StringJoiner(",", "[", "]");
        for (Object value : stored) {
            if (value instanceof Double number) {
                json.add(ExactDouble.json(number));
            } else if (value instanceof byte[] bytes) {
                json.add('"' + HexFormat.of().formatHex(bytes) + '"');
            } else if (value instanceof String text) {
                json.add(Json.encode(text));
            } else {
                json.add(String.valueOf(value));
            }
        }
        return json.toString();
    }

    /** The parameter that is bound in place of the others. */
    JdbcParameterImpl parameter(SessionFactoryImplementor factory) {
        return new Parameter(
                requireNonNull(factory.getTypeConfiguration().getBasicTypeForJavaType(String.class)), json);
    }

    private static final class Parameter extends JdbcParameterImpl {
        private final String json;

        Parameter(JdbcMapping text, String json) {
            super(text);
            this.json = json;
        }

        @Override
        public void bindParameterValue(
                PreparedStatement statement, int position, JdbcParameterBindings bindings, ExecutionContext context)
                throws SQLException {
            statement.setString(position, json);
        }
    }
}
