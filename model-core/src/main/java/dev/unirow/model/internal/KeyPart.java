package dev.unirow.model.internal;

import static java.util.Objects.requireNonNull;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.lang.reflect.Field;
import org.jspecify.annotations.Nullable;

/** A part of a key, which two objects of one class are compared by. Nothing is made to compare them. */
@FunctionalInterface
public interface KeyPart {
    /** Whether both have this part of the key, and the same. */
    boolean isSame(Object one, Object other);

    /**
     * A part that is a field, which has been made accessible.
     *
     * @param absent what a primitive field holds while there is no key
     */
    static KeyPart of(Field field, @Nullable Object absent) {
        Class<?> type = field.getType();
        boolean isWhole = type != float.class && type != double.class;
        Object none = !type.isPrimitive() ? null : isWhole && absent instanceof Number zero ? zero.longValue() : absent;
        Class<?> read = none instanceof Long ? long.class : Object.class;
        MethodHandles.Lookup lookup = MethodHandles.lookup();
        try {
            MethodHandle value = lookup.unreflectGetter(field).asType(MethodType.methodType(read, Object.class));
            MethodHandle same =
                    lookup.findStatic(KeyPart.class, "isSame", MethodType.methodType(boolean.class, read, read, read));
            return loaded(MethodHandles.filterArguments(MethodHandles.insertArguments(same, 0, none), 0, value, value));
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(
                    "'" + field.getDeclaringClass().getSimpleName() + "." + field.getName() + "' cannot be read.", e);
        }
    }

    private static KeyPart loaded(MethodHandle same) throws ReflectiveOperationException {
        try (InputStream template = FieldPart.class.getResourceAsStream("FieldPart.class")) {
            return (KeyPart) MethodHandles.lookup()
                    .defineHiddenClassWithClassData(requireNonNull(template).readAllBytes(), same, true)
                    .lookupClass()
                    .getDeclaredConstructor()
                    .newInstance();
        } catch (IOException e) {
            throw new UncheckedIOException("'" + FieldPart.class.getName() + "' cannot be read.", e);
        }
    }

    private static boolean isSame(long absent, long one, long other) {
        return one == other && one != absent;
    }

    private static boolean isSame(@Nullable Object absent, @Nullable Object one, @Nullable Object other) {
        return one != null && one.equals(other) && !one.equals(absent);
    }
}
