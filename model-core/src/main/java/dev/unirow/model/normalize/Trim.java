package dev.unirow.model.normalize;

/** Without white space at its ends, as {@link String#strip()} understands it. */
public final class Trim implements Normalizer<String> {
    @Override
    public String normalize(String value) {
        return value.strip();
    }
}
