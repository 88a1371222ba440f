package dev.unirow.schema.tests;

import dev.unirow.schema.DatabaseKind;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

/** The schemas that were written by hand, in each database's own words. */
final class Written {
    private Written() {}

    static List<String> statements(String name, DatabaseKind kind) {
        return Stream.of(text(name + "." + kind.id() + ".sql").split(";\n"))
                .filter(sql -> !sql.isBlank())
                .toList();
    }

    static String text(String file) {
        try (InputStream in = Objects.requireNonNull(Written.class.getResourceAsStream("/schema/" + file), file)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
