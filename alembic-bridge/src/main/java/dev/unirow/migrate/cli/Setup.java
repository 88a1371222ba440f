package dev.unirow.migrate.cli;

import dev.unirow.migrate.Migrations;
import dev.unirow.session.Database;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;

/**
 * What the program around the command line decides.
 *
 * @param directory asked for when a command first needs it
 * @param database opened when a command first needs it, and closed after the command
 * @param program how the program is called, for messages that say what to type
 */
record Setup(
        Supplier<Path> directory,
        Supplier<Database> database,
        UnaryOperator<Migrations> configuration,
        String program,
        PrintWriter out,
        PrintWriter err) {}
