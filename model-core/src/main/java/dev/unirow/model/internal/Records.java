package dev.unirow.model.internal;

import java.lang.reflect.Constructor;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** Makes records. */
public final class Records {
    private Records() {}

    /** @throws RuntimeException what the record's own constructor throws */
    public static Object make(Class<?> type, @Nullable Object[] values) {
        Class<?>[] types = Arrays.stream(type.getRecordComponents())
                .map(RecordComponent::getType)
                .toArray(Class<?>[]::new);
        try {
            Constructor<?> constructor = type.getDeclaredConstructor(types);
            constructor.setAccessible(true);
            return constructor.newInstance(values);
        } catch (InvocationTargetException e) {
            if (e.getCause() instanceof RuntimeException refused) {
                throw refused;
            }
            throw new IllegalStateException("The constructor of '" + type.getName() + "' failed.", e.getCause());
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("The record '" + type.getName() + "' cannot be made.", e);
        }
    }
}
