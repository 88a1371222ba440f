package dev.unirow.query;

import java.lang.invoke.SerializedLambda;
import java.lang.reflect.Method;
import org.jspecify.annotations.Nullable;

/** The names of the methods behind accessor references, read once for each place in the code that writes one. */
final class AccessorNames {
    /** Each method reference in the code has a class of its own. */
    private static final ClassValue<AccessorNames> KNOWN = new ClassValue<>() {
        @Override
        protected AccessorNames computeValue(Class<?> reference) {
            return new AccessorNames();
        }
    };

    private volatile @Nullable String name;

    private AccessorNames() {}

    /** @throws IllegalArgumentException if it is no method reference */
    static String of(Accessor<?, ?> accessor) {
        AccessorNames known = KNOWN.get(accessor.getClass());
        String name = known.name;
        if (name == null) {
            name = read(accessor);
            known.name = name;
        }
        return name;
    }

    private static String read(Accessor<?, ?> accessor) {
        if (!(written(accessor) instanceof SerializedLambda lambda)) {
            throw new IllegalArgumentException("A column is named by an object of "
                    + accessor.getClass().getName() + ". Write a method reference such as Pet::name.");
        }
        if (lambda.getImplMethodName().startsWith("lambda$")) {
            throw new IllegalArgumentException("A column is named by a lambda expression in "
                    + lambda.getCapturingClass().replace('/', '.') + ". Write a method reference such as Pet::name.");
        }
        return lambda.getImplMethodName();
    }

    /** What serialization would write in its place; of anything but a lambda, null. */
    private static @Nullable Object written(Accessor<?, ?> accessor) {
        try {
            Method writer = accessor.getClass().getDeclaredMethod("writeReplace");
            writer.setAccessible(true);
            return writer.invoke(accessor);
        } catch (ReflectiveOperationException e) {
            return null;
        }
    }
}
