package dev.unirow.model.normalize;

import org.jspecify.annotations.Nullable;

/** Null where there is nothing but white space: what an empty field of a form means. */
public final class BlankToNull implements Normalizer<String> {
    @Override
    public @Nullable String normalize(String value) {
        return value.isBlank() ? null : value;
    }
}
