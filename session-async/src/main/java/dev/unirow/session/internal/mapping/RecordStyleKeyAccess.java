package dev.unirow.session.internal.mapping;

import java.io.Serial;
import java.lang.invoke.MethodType;
import java.lang.reflect.Member;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.lang.reflect.Type;
import java.util.Map;
import org.hibernate.engine.spi.SharedSessionContractImplementor;
import org.hibernate.property.access.spi.Getter;
import org.hibernate.property.access.spi.PropertyAccess;
import org.hibernate.property.access.spi.PropertyAccessStrategy;
import org.hibernate.property.access.spi.Setter;
import org.jspecify.annotations.Nullable;

/**
 * Access to a key by its field, which also knows the accessor {@code id()}. Hibernate recognises {@code getId()} only,
 * and answers nothing else on a reference that is not loaded.
 *
 * @param fields how Hibernate would reach the field by itself
 */
record RecordStyleKeyAccess(PropertyAccessStrategy fields) implements PropertyAccessStrategy {
    @Override
    public PropertyAccess buildPropertyAccess(Class<?> type, String property, boolean setterRequired) {
        PropertyAccess access = fields.buildPropertyAccess(type, property, setterRequired);
        Getter getter = access.getGetter();
        Method accessor = accessor(type, property, getter.getReturnTypeClass());
        return getter.getMethod() != null || accessor == null
                ? access
                : new KnowingAccess(this, new KnowingGetter(getter, type, property), access.getSetter());
    }

    private static @Nullable Method accessor(Class<?> type, String property, Class<?> value) {
        try {
            Method method = type.getMethod(property);
            return Modifier.isStatic(method.getModifiers())
                            || !boxed(method.getReturnType()).isAssignableFrom(boxed(value))
                    ? null
                    : method;
        } catch (NoSuchMethodException e) {
            return null;
        }
    }

    private static Class<?> boxed(Class<?> type) {
        return MethodType.methodType(type).wrap().returnType();
    }

    private record KnowingAccess(
            PropertyAccessStrategy strategy,
            Getter getter,
            @Nullable Setter setter) implements PropertyAccess {
        @Override
        public PropertyAccessStrategy getPropertyAccessStrategy() {
            return strategy;
        }

        @Override
        public Getter getGetter() {
            return getter;
        }

        @Override
        public @Nullable Setter getSetter() {
            return setter;
        }
    }

    /** Reads the field; names the accessor. */
    private static final class KnowingGetter implements Getter {
        @Serial
        private final Getter field;

        private final Class<?> type;
        private final String property;

        KnowingGetter(Getter field, Class<?> type, String property) {
            this.field = field;
            this.type = type;
            this.property = property;
        }

        @Override
        public @Nullable Object get(Object owner) {
            return field.get(owner);
        }

        @Override
        public @Nullable Object getForInsert(
                Object owner, Map<Object, Object> merged, SharedSessionContractImplementor session) {
            return field.getForInsert(owner, merged, session);
        }

        @Override
        public Class<?> getReturnTypeClass() {
            return field.getReturnTypeClass();
        }

        @Override
        public Type getReturnType() {
            return field.getReturnType();
        }

        @Override
        public @Nullable Member getMember() {
            return field.getMember();
        }

        @Override
        public String getMethodName() {
            return property;
        }

        @Override
        public @Nullable Method getMethod() {
            return accessor(type, property, field.getReturnTypeClass());
        }
    }
}
