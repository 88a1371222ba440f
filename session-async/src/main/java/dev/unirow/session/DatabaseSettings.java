package dev.unirow.session;

import dev.unirow.model.Naming;
import dev.unirow.schema.DatabaseKind;
import dev.unirow.schema.TablePatterns;
import dev.unirow.schema.VersionTableName;
import dev.unirow.session.internal.connect.ConnectSettings;
import dev.unirow.session.internal.connect.DatabaseUrl;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Vertx;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * What a database is opened with.
 *
 * @param sessions makes the database's own sessions those that its users see
 * @param migrations the folder of its revisions
 * @param migrated the tables that they are about
 * @param version where it keeps the revisions that it is at
 * @param onOpen what is done on it before anybody has it
 * @param rollbackOnly whether nothing is ever committed
 * @param vertx that of the application, to be used and not to be closed
 */
record DatabaseSettings(
        DatabaseUrl url,
        List<Class<?>> models,
        Naming naming,
        StatementSettings statements,
        UnaryOperator<AsyncSession> sessions,
        Path migrations,
        TablePatterns migrated,
        VersionTableName version,
        List<Function<? super Database, ? extends Uni<?>>> onOpen,
        ConnectSettings connect,
        boolean rollbackOnly,
        @Nullable Vertx vertx) {
    /** Where revisions are unless it is said. */
    static final Path MIGRATIONS = Path.of("migrations");

    DatabaseAddress address() {
        return new DatabaseAddress(
                DatabaseKind.valueOf(url.kind().name()),
                url.database().isEmpty() && url.host().isEmpty() ? ":memory:" : url.database(),
                url.host().isEmpty() ? null : url.host(),
                url.port() < 0 ? null : url.port());
    }
}
