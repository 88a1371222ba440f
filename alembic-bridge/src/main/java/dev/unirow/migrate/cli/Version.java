package dev.unirow.migrate.cli;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Properties;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.IVersionProvider;

/** What {@code --version} prints, the same for every command. */
final class Version implements IVersionProvider {
    private static final String FILE = "version.properties";

    @Override
    public String[] getVersion() {
        try (@Nullable InputStream file = Version.class.getResourceAsStream(FILE)) {
            Properties properties = new Properties();
            if (file != null) {
                properties.load(file);
            }
            return new String[] {"Unirow " + properties.getProperty("version", "(unknown version)")};
        } catch (IOException failure) {
            throw new UncheckedIOException("Could not read " + FILE + " beside " + Version.class.getName(), failure);
        }
    }
}
