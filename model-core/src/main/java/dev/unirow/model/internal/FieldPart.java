package dev.unirow.model.internal;

import static java.util.Objects.requireNonNull;

import java.lang.constant.ConstantDescs;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;

/**
 * A part of a key that is a field. The runtime compiles a handle into its caller only where it is a constant of a
 * class, so that this class is loaded anew, as a hidden one, for each handle.
 */
final class FieldPart implements KeyPart {
    private static final MethodHandle SAME = requireNonNull(given());

    FieldPart() {}

    private static MethodHandle given() {
        try {
            return MethodHandles.classData(MethodHandles.lookup(), ConstantDescs.DEFAULT_NAME, MethodHandle.class);
        } catch (IllegalAccessException e) {
            throw new IllegalStateException("The handle of '" + FieldPart.class.getName() + "' cannot be read.", e);
        }
    }

    @Override
    public boolean isSame(Object one, Object other) {
        try {
            return (boolean) SAME.invokeExact(one, other);
        } catch (RuntimeException | Error e) {
            throw e;
        } catch (Throwable e) {
            throw new IllegalStateException("Two keys of '" + one.getClass().getName() + "' cannot be compared.", e);
        }
    }
}
