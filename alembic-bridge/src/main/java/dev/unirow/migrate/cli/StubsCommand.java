package dev.unirow.migrate.cli;

import java.nio.file.Path;
import java.util.List;
import picocli.CommandLine.Command;

@Command(
        name = "stubs",
        mixinStandardHelpOptions = true,
        description = "Writes a Python script beside each SQL file, so that Python's Alembic goes on from it.")
final class StubsCommand implements Runnable {
    private final Console console;

    StubsCommand(Console console) {
        this.console = console;
    }

    @Override
    public void run() {
        List<Path> written = console.directory().writePythonStubs();
        written.forEach(console::generated);
        if (written.isEmpty()) {
            console.print("Each SQL file has its script.");
        }
    }
}
