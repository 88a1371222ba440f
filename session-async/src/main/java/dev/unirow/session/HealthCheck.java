package dev.unirow.session;

import io.smallrye.mutiny.Uni;
import java.util.List;

/**
 * Something more that a database must be for {@link Database#health()} to call it ready. Found by
 * {@link java.util.ServiceLoader}; alembic-bridge has one for the state of the migrations.
 */
public interface HealthCheck {
    /** Looks at a database that answers; nothing where there is nothing to say. A failure counts as not ready. */
    Uni<List<DatabaseHealth.Finding>> check(Database database);
}
