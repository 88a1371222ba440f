package dev.unirow.session;

import dev.unirow.model.Naming;
import dev.unirow.session.internal.connect.ConnectSettings;
import dev.unirow.session.internal.connect.DatabaseUrl;
import io.vertx.core.Vertx;
import java.util.List;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * What a database is opened with.
 *
 * @param sessions makes the database's own sessions those that its users see
 * @param vertx that of the application, to be used and not to be closed
 */
record DatabaseSettings(
        DatabaseUrl url,
        List<Class<?>> models,
        Naming naming,
        StatementSettings statements,
        UnaryOperator<AsyncSession> sessions,
        ConnectSettings connect,
        @Nullable Vertx vertx) {}
