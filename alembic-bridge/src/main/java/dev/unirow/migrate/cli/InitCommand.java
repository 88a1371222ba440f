package dev.unirow.migrate.cli;

import java.nio.file.Files;
import java.nio.file.Path;
import picocli.CommandLine.Command;

@Command(name = "init", mixinStandardHelpOptions = true, description = "Makes the directory of the revisions.")
final class InitCommand implements Runnable {
    private final Console console;

    InitCommand(Console console) {
        this.console = console;
    }

    @Override
    public void run() {
        for (Path made : console.directory().init()) {
            if (Files.isDirectory(made)) {
                console.print("  Creating directory " + made + " ...  done");
            } else {
                console.generated(made);
            }
        }
    }
}
