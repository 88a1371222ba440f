package dev.unirow.model.internal;

import com.fasterxml.jackson.databind.JavaType;
import java.lang.invoke.MethodType;

/** Keys of maps: JSON has texts alone, Java has keys of any type. */
public final class MapKeys {
    private MapKeys() {}

    /** @throws Misfit if it is no key of the type */
    public static Object read(Object given, JavaType type) throws Misfit {
        Class<?> wanted = type.getRawClass();
        if (!Scalars.knows(type)) {
            if (wanted.isInstance(given)) {
                return given;
            }
            throw new Misfit("can only be set in code, since its key is a '" + wanted.getSimpleName() + "'");
        }
        Class<?> boxed = MethodType.methodType(wanted).wrap().returnType();
        boolean isWord = !Numbers.knows(boxed) && boxed != Boolean.class;
        try {
            Object key = Scalars.convert(isWord ? given : unquoted(given, type), type);
            if (key != null) {
                return key;
            }
        } catch (Misfit misfit) {
            throw new Misfit("is under a key that " + misfit.getMessage());
        }
        throw new Misfit("must have a key");
    }

    /** JSON writes numbers in quotes where they are keys. */
    private static Object unquoted(Object given, JavaType type) {
        Object eased = Lenient.eased(given, type, false);
        return eased == null ? given : eased;
    }
}
