package dev.unirow.testing.existing;

import java.util.Locale;
import org.objectweb.asm.Type;
import org.objectweb.asm.tree.FieldNode;

/** A way that existing code is written in: how accessors are called, and what else its models have. */
public enum ModelStyle {
    /** {@code getName}, {@code isNeutered}; equality and text are those of {@code Object}. */
    JAVA_BEANS,
    /** JavaBeans with what {@code @Data} makes: equality, hash and text of all properties but references. */
    LOMBOK,
    /**
     * What Kotlin makes of {@code var name} and {@code var isNeutered}: {@code getName}, {@code isNeutered},
     * {@code setNeutered}.
     */
    KOTLIN;

    String getter(FieldNode field) {
        boolean yesOrNo = Type.getType(field.desc) == Type.BOOLEAN_TYPE;
        if (this == KOTLIN) {
            return saysIs(field) ? field.name : "get" + capital(field.name);
        }
        return (yesOrNo ? "is" : "get") + capital(field.name);
    }

    String setter(FieldNode field) {
        return "set" + capital(this == KOTLIN && saysIs(field) ? field.name.substring(2) : field.name);
    }

    private static boolean saysIs(FieldNode field) {
        return field.name.length() > 2 && field.name.startsWith("is") && !Character.isLowerCase(field.name.charAt(2));
    }

    private static String capital(String name) {
        return name.substring(0, 1).toUpperCase(Locale.ROOT) + name.substring(1);
    }
}
