package dev.unirow.session.internal.value;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A key in a message: a number or a UUID says which row it is, while a text or a date may be what somebody typed. */
public final class KeyText {
    private KeyText() {}

    public static String of(@Nullable Object key) {
        if (key == null) {
            return "";
        }
        return key instanceof Number || key instanceof UUID ? " with key " + key : " with the key that was asked for";
    }
}
