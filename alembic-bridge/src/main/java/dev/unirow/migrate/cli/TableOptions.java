package dev.unirow.migrate.cli;

import dev.unirow.migrate.Migrations;
import dev.unirow.schema.TablePatterns;
import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine.Option;

/** Which tables a command is about. */
final class TableOptions {
    @Option(
            names = "--include",
            paramLabel = "PATTERN",
            split = ",",
            description = "leave all tables alone but those whose names fit, as in 'app_*'; * stands for any"
                    + " characters, ? for one (default: database.migrations-include of the configuration)")
    private List<String> include = new ArrayList<>();

    @Option(
            names = "--exclude",
            paramLabel = "PATTERN",
            split = ",",
            description = "leave the tables alone whose names fit, a model's too (default, and besides:"
                    + " database.migrations-exclude of the configuration)")
    private List<String> exclude = new ArrayList<>();

    Migrations applied(Migrations migrations) {
        return migrations.withTables(new TablePatterns(include, exclude));
    }
}
