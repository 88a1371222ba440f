package dev.unirow.processor;

import com.palantir.javapoet.CodeBlock;

/** Values as Java writes them. */
final class Literals {
    private Literals() {}

    static CodeBlock character(char value) {
        return CodeBlock.of(
                "'$L'",
                switch (value) {
                    case '\'' -> "\\'";
                    case '\\' -> "\\\\";
                    case '\n' -> "\\n";
                    case '\r' -> "\\r";
                    case '\t' -> "\\t";
                    default ->
                        value < ' ' || value > '~' ? String.format("\\u%04x", (int) value) : String.valueOf(value);
                });
    }

    static CodeBlock real(double value, String suffix) {
        String box = suffix.isEmpty() ? "Double" : "Float";
        if (Double.isNaN(value)) {
            return CodeBlock.of("$L.NaN", box);
        }
        if (Double.isInfinite(value)) {
            return CodeBlock.of("$L.$L_INFINITY", box, value > 0 ? "POSITIVE" : "NEGATIVE");
        }
        return CodeBlock.of("$L$L", suffix.isEmpty() ? Double.toString(value) : Float.toString((float) value), suffix);
    }
}
