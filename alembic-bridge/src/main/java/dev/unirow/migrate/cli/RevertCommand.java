package dev.unirow.migrate.cli;

import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

@Command(
        name = "revert",
        mixinStandardHelpOptions = true,
        description = "Takes the last revision back, or all down to one: downgrade -1.")
final class RevertCommand implements Runnable {
    private static final String LAST = "-1";

    private final Console console;

    @Mixin
    private final RunOptions options = new RunOptions();

    @Parameters(arity = "0..1", paramLabel = "REV", description = "where to go back to; base takes back all")
    private String target = LAST;

    RevertCommand(Console console) {
        this.console = console;
    }

    @Override
    public void run() {
        console.print("Reverting database changes (downgrade " + (target.equals(LAST) ? "last step" : target) + ")...");
        options.downgrade(console, target);
    }
}
