package dev.unirow.migrate.cli;

import static dev.unirow.session.Await.await;

import dev.unirow.migrate.Migrations;
import dev.unirow.migrate.exception.DestructiveRevisionException;
import dev.unirow.migrate.revision.MigrationStep;
import dev.unirow.migrate.revision.TransactionScope;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** The options of every command that runs revisions. */
final class RunOptions {
    private static final String NOTHING = "There is nothing to apply.";

    @Option(
            names = "--allow-destructive",
            description = "run revisions that say that they lose data, and downgrades that drop what holds rows")
    private boolean allowDestructive;

    @Option(
            names = "--one-transaction",
            description = "run all revisions as one transaction: a failure undoes them all. Refused where one cannot be"
                    + " a part of it, as on MariaDB one that changes tables")
    private boolean oneTransaction;

    @Option(
            names = "--lock-timeout",
            paramLabel = "SECONDS",
            description =
                    "how long a statement may wait for a lock (default: 60 on servers; 0: as the connection has it)")
    private @Nullable BigDecimal lockTimeout;

    @Option(
            names = "--statement-timeout",
            paramLabel = "SECONDS",
            description = "how long a statement may take, not on SQLite (default: 0, as the connection has it)")
    private @Nullable BigDecimal statementTimeout;

    Migrations migrations(Console console) {
        try {
            return limited(console);
        } catch (IllegalArgumentException | ArithmeticException unusable) {
            throw CommandFailure.usage(unusable);
        }
    }

    private Migrations limited(Console console) {
        Migrations migrations = allowed(console);
        if (lockTimeout != null) {
            migrations = migrations.withLockTimeout(duration(lockTimeout));
        }
        return statementTimeout == null ? migrations : migrations.withStatementTimeout(duration(statementTimeout));
    }

    private static Duration duration(BigDecimal seconds) {
        return Duration.ofNanos(seconds.movePointRight(9).longValue());
    }

    private Migrations allowed(Console console) {
        Migrations migrations = allowDestructive ? console.migrations().withDestructive() : console.migrations();
        return oneTransaction ? migrations.withTransaction(TransactionScope.RUN) : migrations;
    }

    /** Asks before data is lost, where somebody can answer. Nothing runs before the answer. */
    void downgrade(Console console, String target) {
        Migrations migrations = migrations(console);
        try {
            tell(console, await(migrations.downgrade(target)), "There is nothing to take back.");
        } catch (DestructiveRevisionException refused) {
            if (!console.mayAsk()) {
                throw refused;
            }
            if (!console.ask("Data would be lost: " + String.join("; ", refused.losses()) + ". Go on?")) {
                throw new CommandFailure(ExitCode.REFUSED, "Nothing was run.", refused);
            }
            List<MigrationStep> unused = await(migrations.withDestructive().downgrade(target));
        }
    }

    void upgrade(Console console, String target) {
        tell(console, await(migrations(console).upgrade(target)), NOTHING);
    }

    void dryRun(Console console, String target) {
        String script = await(migrations(console).upgradeDryRun(target));
        console.print(script.isEmpty() ? NOTHING : script.stripTrailing());
    }

    private static void tell(Console console, List<MigrationStep> steps, String nothing) {
        if (steps.isEmpty()) {
            console.print(nothing);
        }
    }
}
