package dev.unirow.session.internal.type;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import org.hibernate.engine.spi.SessionFactoryImplementor;
import org.hibernate.metamodel.mapping.JdbcMapping;
import org.hibernate.query.sqm.sql.internal.SqmParameterInterpretation;
import org.hibernate.reactive.adaptor.impl.JdbcNull;
import org.hibernate.reactive.adaptor.impl.PreparedStatementAdaptor;
import org.hibernate.sql.ast.tree.expression.Expression;
import org.hibernate.sql.ast.tree.expression.JdbcParameter;
import org.hibernate.sql.ast.tree.predicate.InListPredicate;
import org.hibernate.sql.exec.spi.JdbcParameterBinding;
import org.hibernate.sql.exec.spi.JdbcParameterBindings;
import org.hibernate.type.SqlTypes;
import org.hibernate.type.descriptor.ValueBinder;
import org.jspecify.annotations.Nullable;

/**
 * The list of a condition {@code in} with so many values that they go to the database as one: neither PostgreSQL nor
 * MariaDB takes more than 65535 parameters.
 *
 * @param values as they would be sent one by one, all of the type
 */
record LongList(List<JdbcParameter> parameters, List<@Nullable Object> values, Class<?> type) {
    /** Statements with fewer parameters stay as they are. */
    private static final int MANY_PARAMETERS = 30_000;

    private static final int LONG = 1_000;

    private static final Set<Class<?>> TYPES = Set.of(
            Byte.class,
            Short.class,
            Integer.class,
            Long.class,
            BigDecimal.class,
            String.class,
            UUID.class,
            LocalDate.class,
            LocalDateTime.class);

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
            if (!(resolved instanceof JdbcParameter parameter)) {
                return null;
            }
            parameters.add(parameter);
        }
        List<@Nullable Object> values = values(parameters, bindings, factory);
        Class<?>[] types = values.stream()
                .filter(Objects::nonNull)
                .map(Object::getClass)
                .distinct()
                .toArray(Class<?>[]::new);
        return types.length == 1 && TYPES.contains(types[0]) ? new LongList(parameters, values, types[0]) : null;
    }

    private static int count(JdbcParameterBindings bindings) {
        AtomicInteger count = new AtomicInteger();
        bindings.visitBindings((parameter, binding) -> count.incrementAndGet());
        return count.get();
    }

    /** Empty if the database must be told a type along with each. */
    @SuppressWarnings("unchecked")
    private static List<@Nullable Object> values(
            List<JdbcParameter> parameters, JdbcParameterBindings bindings, SessionFactoryImplementor factory) {
        for (JdbcParameter parameter : parameters) {
            JdbcParameterBinding binding = bindings.getBinding(parameter);
            if (binding == null || !isPlain(type(parameter, binding), factory)) {
                return List.of();
            }
        }
        @Nullable Object[] sent = PreparedStatementAdaptor.bind(statement -> {
            int position = 1;
            for (JdbcParameter parameter : parameters) {
                JdbcParameterBinding binding = bindings.getBinding(parameter);
                ValueBinder<Object> binder =
                        (ValueBinder<Object>) type(parameter, binding).getJdbcValueBinder();
                binder.bind(statement, binding.getBindValue(), position++, factory.getWrapperOptions());
            }
        });
        for (int i = 0; i < sent.length; i++) {
            sent[i] = sent[i] instanceof JdbcNull ? null : sent[i];
        }
        return Arrays.asList(sent);
    }

    private static JdbcMapping type(JdbcParameter parameter, JdbcParameterBinding binding) {
        JdbcMapping bound = binding.getBindType();
        return bound == null ? parameter.getExpressionType().getSingleJdbcMapping() : bound;
    }

    private static boolean isPlain(JdbcMapping type, SessionFactoryImplementor factory) {
        var dialect = factory.getJdbcServices().getDialect();
        int code = type.getJdbcType().getDefaultSqlTypeCode();
        return code != SqlTypes.NAMED_ENUM
                && code != SqlTypes.NAMED_ORDINAL_ENUM
                && type.getJdbcType().wrapWriteExpression("?", null, dialect).equals("?");
    }

    /** The parameter that is sent in place of the others. */
    ListParameter parameter(Object value, SessionFactoryImplementor factory) {
        return new ListParameter(factory.getTypeConfiguration().getBasicTypeForJavaType(String.class), value);
    }
}
