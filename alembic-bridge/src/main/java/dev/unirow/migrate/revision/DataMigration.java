package dev.unirow.migrate.revision;

import dev.unirow.session.SqlConnection;
import io.smallrye.mutiny.Uni;

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
}
