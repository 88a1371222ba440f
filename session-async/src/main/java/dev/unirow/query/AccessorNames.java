package dev.unirow.query;

import java.lang.invoke.SerializedLambda;
import java.lang.reflect.Method;

/** The names of the methods behind accessor references, found once for each place in the code that writes one. */
final class AccessorNames {
    private static final ClassValue<Method> WRITERS = new ClassValue<>() {
        @Override
        protected Method computeValue(Class<?> lambda) {
            try {
                Method writer = lambda.getDeclaredMethod("writeReplace");
                writer.setAccessible(true);
                return writer;
            } catch (ReflectiveOperationException e) {
                throw new IllegalArgumentException(
                        "A column is named by an object of " + lambda.getName()
                                + ". Write a method reference such as Pet::name.",
                        e);
            }
        }
    };

    private AccessorNames() {}

    static String of(Accessor<?, ?> accessor) {
        SerializedLambda written = written(accessor);
        String method = written.getImplMethodName();
        if (method.startsWith("lambda$")) {
            throw new IllegalArgumentException("A column is named by a lambda expression in "
                    + written.getCapturingClass().replace('/', '.') + ". Write a method reference such as Pet::name.");
        }
        return method;
    }

    private static SerializedLambda written(Accessor<?, ?> accessor) {
        try {
            Object replacement = WRITERS.get(accessor.getClass()).invoke(accessor);
            if (replacement instanceof SerializedLambda lambda) {
                return lambda;
            }
        } catch (ReflectiveOperationException e) {
            throw new IllegalArgumentException("The name behind " + accessor.getClass() + " cannot be read.", e);
        }
        throw new IllegalArgumentException("A column is named by an object of "
                + accessor.getClass().getName() + ". Write a method reference such as Pet::name.");
    }
}
