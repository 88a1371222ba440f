package dev.unirow.session.internal.type;

import static java.util.Objects.requireNonNull;

import io.vertx.core.buffer.Buffer;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.OffsetTime;
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
import org.hibernate.type.descriptor.java.BasicPluralJavaType;
import org.jspecify.annotations.Nullable;

/**
 * The list of a condition {@code in} with so many values that they go to the database as one: neither PostgreSQL nor
 * MariaDB takes more than 65535 parameters.
 *
 * @param values as they would be sent one by one, all of the type
 * @param named the type that the database has for an enum, which it must be told of an array of texts
 */
record LongList(
        List<JdbcParameter> parameters,
        List<@Nullable Object> values,
        Class<?> type,
        @Nullable String named) {
    /** Statements with fewer parameters stay as they are. */
    private static final int MANY_PARAMETERS = 30_000;

    private static final int LONG = 1_000;

    private static final Set<Class<?>> TYPES = Set.of(
            Byte.class,
            Short.class,
            Integer.class,
            Long.class,
            Float.class,
            Double.class,
            BigDecimal.class,
            Boolean.class,
            String.class,
            Buffer.class,
            UUID.class,
            LocalDate.class,
            LocalTime.class,
            LocalDateTime.class,
            OffsetTime.class,
            OffsetDateTime.class);

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
                .map(LongList::type)
                .distinct()
                .toArray(Class<?>[]::new);
        return types.length == 1 && TYPES.contains(types[0])
                ? new LongList(parameters, values, types[0], enumType(parameters.get(0), bindings, factory))
                : null;
    }

    private static Class<?> type(Object value) {
        return value instanceof Buffer ? Buffer.class : value.getClass();
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
        return bound == null ? requireNonNull(parameter.getExpressionType()).getSingleJdbcMapping() : bound;
    }

    private static boolean isPlain(JdbcMapping type, SessionFactoryImplementor factory) {
        var dialect = factory.getJdbcServices().getDialect();
        int code = type.getJdbcType().getDefaultSqlTypeCode();
        return code != SqlTypes.NAMED_ORDINAL_ENUM
                && !SqlTypes.isJsonType(code)
                && !(type.getJavaTypeDescriptor() instanceof BasicPluralJavaType)
                && type.getJdbcType().wrapWriteExpression("?", null, dialect).equals("?");
    }

    @SuppressWarnings("unchecked") // an enum's class is that of an enum
    private static @Nullable String enumType(
            JdbcParameter parameter, JdbcParameterBindings bindings, SessionFactoryImplementor factory) {
        JdbcMapping type = type(parameter, bindings.getBinding(parameter));
        Class<?> constants = type.getJavaTypeDescriptor().getJavaTypeClass();
        return type.getJdbcType().getDefaultSqlTypeCode() == SqlTypes.NAMED_ENUM && constants.isEnum()
                ? factory.getJdbcServices().getDialect().getEnumTypeDeclaration((Class<? extends Enum<?>>) constants)
                : null;
    }

    /** The parameter that is sent in place of the others. */
    ListParameter parameter(Object value, SessionFactoryImplementor factory) {
        return new ListParameter(
                requireNonNull(factory.getTypeConfiguration().getBasicTypeForJavaType(String.class)), value);
    }
}
