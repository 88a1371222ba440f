package dev.unirow.session.internal.mapping;

import dev.unirow.session.exception.ReferenceNotLoadedException;
import java.lang.reflect.Method;
import java.util.List;
import org.hibernate.LazyInitializationException;
import org.hibernate.engine.spi.SharedSessionContractImplementor;
import org.hibernate.internal.util.ReflectHelper;
import org.hibernate.proxy.pojo.bytebuddy.ByteBuddyInterceptor;
import org.hibernate.type.CompositeType;
import org.jspecify.annotations.Nullable;

/** What answers for a reference until it is loaded. */
final class StandIn extends ByteBuddyInterceptor {
    /** What all references to one class have in common. */
    record Kind(
            String entityName,
            Class<?> type,
            Class<?>[] interfaces,
            @Nullable Method getKey,
            @Nullable Method setKey,
            @Nullable CompositeType keyType) {}

    private final Class<?> type;
    private final List<String> references;

    StandIn(Kind kind, List<String> references, Object key, @Nullable SharedSessionContractImplementor session) {
        super(
                kind.entityName(),
                kind.type(),
                kind.interfaces(),
                key,
                kind.getKey(),
                kind.setKey(),
                kind.keyType(),
                session,
                ReflectHelper.overridesEquals(kind.type()));
        this.type = kind.type();
        this.references = references;
    }

    @Override
    protected Object call(Object proxy, Method method, Object[] arguments) throws Throwable {
        try {
            return super.call(proxy, method, arguments);
        } catch (LazyInitializationException failure) {
            if (!isUninitialized()) {
                throw failure; // of a reference that the loaded model itself asked
            }
            throw new ReferenceNotLoadedException(type, getInternalIdentifier(), method.getName(), references, failure);
        }
    }
}
