package dev.unirow.migrate.cli;

import static dev.unirow.session.Await.await;

import dev.unirow.migrate.revision.Revision;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

@Command(name = "edit", mixinStandardHelpOptions = true, description = "Opens revision files in $VISUAL or $EDITOR.")
final class EditCommand implements Runnable {
    private final Console console;

    @Parameters(paramLabel = "REV", description = "a revision, shortened or relative, or head, heads, current")
    private String revision = "";

    EditCommand(Console console) {
        this.console = console;
    }

    @Override
    public void run() {
        List<String> files =
                found().stream().map(found -> String.valueOf(found.path())).toList();
        List<String> command = new ArrayList<>(List.of(editor(files).split("\\s+")));
        command.addAll(files);
        try {
            int code = new ProcessBuilder(command).inheritIO().start().waitFor();
            if (code != 0) {
                throw new CommandFailure(
                        ExitCode.FAILED, "The editor '" + command.get(0) + "' ended with exit code " + code + ".");
            }
        } catch (IOException missing) {
            throw new CommandFailure(
                    ExitCode.FAILED, "The editor '" + command.get(0) + "' could not be started. Set EDITOR.", missing);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new CommandFailure(ExitCode.FAILED, "Interrupted while the editor was open.", interrupted);
        }
    }

    private List<Revision> found() {
        boolean current = revision.equals("current");
        List<Revision> found = current
                ? await(console.migrations().current())
                : console.directory().graph().resolve(revision);
        if (found.isEmpty()) {
            throw new CommandFailure(
                    ExitCode.REFUSED,
                    current ? "No current revisions" : "No revision files indicated by symbol '" + revision + "'");
        }
        return found;
    }

    private static String editor(List<String> files) {
        for (String variable : List.of("VISUAL", "EDITOR")) {
            @Nullable String editor = System.getenv(variable);
            if (editor != null && !editor.isBlank()) {
                return editor.strip();
            }
        }
        if (!Terminal.isThere()) {
            throw new CommandFailure(
                    ExitCode.REFUSED,
                    "There is no terminal to edit " + String.join(", ", files)
                            + " on. Open it by hand, or set VISUAL or EDITOR to an editor with a window of its own.");
        }
        return "vi";
    }
}
