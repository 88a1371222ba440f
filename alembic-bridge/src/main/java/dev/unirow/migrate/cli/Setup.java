package dev.unirow.migrate.cli;

import dev.unirow.migrate.Migrations;
import dev.unirow.session.Database;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.function.Predicate;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * What the program around the command line decides.
 *
 * @param directory asked for when a command first needs it
 * @param database opened when a command first needs it, and closed after the command; null for the configured one
 * @param program how the program is called, for messages that say what to type
 * @param progress whether each statement of a run is shown as it ends
 * @param colours whether words on standard error, and the help, are coloured
 * @param answers whether to go on, asked with a question; null where nobody is there to answer
 */
record Setup(
        Supplier<Path> directory,
        @Nullable Supplier<Database> database,
        UnaryOperator<Migrations> configuration,
        String program,
        boolean progress,
        boolean colours,
        @Nullable Predicate<String> answers,
        PrintWriter out,
        PrintWriter err) {
    Setup withDatabase(Supplier<Database> other) {
        return new Setup(directory, other, configuration, program, progress, colours, answers, out, err);
    }

    Setup withConfiguration(UnaryOperator<Migrations> other) {
        return new Setup(directory, database, other, program, progress, colours, answers, out, err);
    }

    Setup withProgram(String other) {
        return new Setup(directory, database, configuration, other, progress, colours, answers, out, err);
    }

    Setup withProgress(boolean shown) {
        return new Setup(directory, database, configuration, program, shown, colours, answers, out, err);
    }

    Setup withAnswers(Predicate<String> other) {
        return new Setup(directory, database, configuration, program, progress, colours, other, out, err);
    }

    /** Which is not the terminal's. */
    Setup withOutput(PrintWriter otherOut, PrintWriter otherErr) {
        return new Setup(directory, database, configuration, program, false, false, answers, otherOut, otherErr);
    }
}
