package dev.unirow.model.normalize;

import java.util.Locale;

/** In lower case, by the rules of no language ({@link Locale#ROOT}). */
public final class LowerCase implements Normalizer<String> {
    @Override
    public String normalize(String value) {
        return value.toLowerCase(Locale.ROOT);
    }
}
