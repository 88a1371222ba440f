package dev.unirow.schema.tests;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Compares a text with a checked-in file below {@code src/test/resources/schema}; {@code -Dapprove} writes the file
 * anew.
 */
final class Approved {
    private static final Path FOLDER = Path.of("src/test/resources/schema");

    private Approved() {}

    static void check(String name, String text) {
        Path file = FOLDER.resolve(name);
        try {
            if (System.getProperty("approve") != null) {
                Files.writeString(file, text);
            }
            assertThat(text).isEqualTo(Files.readString(file));
        } catch (IOException e) {
            throw new UncheckedIOException("No approved text '" + file + "'.", e);
        }
    }
}
