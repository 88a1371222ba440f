package dev.unirow.migrate.revision;

import dev.unirow.session.SqlConnection;
import io.smallrye.mutiny.Uni;
import java.util.OptionalLong;

/**
 * A step of a revision that is written in Java, for what SQL alone cannot do. A revision file names it in a line
 * {@code -- call pkg.FillSlugs}.
 *
 * <p>It works on the connection, and in the transaction, of its revision, which it must neither commit nor roll back;
 * it must not block. Models are no help in it: they change later, while the revision stays.
 */
@FunctionalInterface
public interface DataMigration {
    Uni<Void> run(SqlConnection connection);

    /**
     * What is called: {@link #run}, which does not tell how many rows it was about. One that knows overrides this, and
     * whoever watches the run is told.
     */
    default Uni<OptionalLong> runCounting(SqlConnection connection) {
        return run(connection).replaceWith(OptionalLong.empty());
    }
}
