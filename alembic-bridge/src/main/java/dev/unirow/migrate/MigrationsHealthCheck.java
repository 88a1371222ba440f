package dev.unirow.migrate;

import dev.unirow.migrate.status.DatabaseStanding;
import dev.unirow.migrate.status.DatabaseStatus;
import dev.unirow.session.Database;
import dev.unirow.session.DatabaseHealth.Finding;
import dev.unirow.session.HealthCheck;
import io.smallrye.mutiny.Uni;
import java.nio.file.Files;
import java.util.List;

/**
 * Tells {@link Database#health()} how a database stands to the revisions of its folder {@link Database#migrations()}:
 * ready when all are applied. Says nothing where there is no such folder, as in an application that is migrated from
 * elsewhere.
 */
public final class MigrationsHealthCheck implements HealthCheck {
    private static final String NAME = "migrations";

    @Override
    public Uni<List<Finding>> check(Database database) {
        return Uni.createFrom()
                .deferred(() -> FileWork.run(() -> Files.isDirectory(database.migrations())))
                .chain(present -> present
                        ? Migrations.of(database)
                                .standing()
                                .map(standing -> List.of(finding(standing)))
                                .onFailure()
                                .recoverWithItem(failure ->
                                        List.of(new Finding(NAME, false, String.valueOf(failure.getMessage()))))
                        : Uni.createFrom().item(List.<Finding>of()));
    }

    private static Finding finding(DatabaseStanding standing) {
        String meaning = standing.meaning();
        return new Finding(
                NAME,
                standing.status() == DatabaseStatus.UP_TO_DATE,
                Character.toUpperCase(meaning.charAt(0)) + meaning.substring(1) + ". " + standing.remedy());
    }
}
