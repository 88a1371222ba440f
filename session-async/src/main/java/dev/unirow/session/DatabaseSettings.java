package dev.unirow.session;

import dev.unirow.model.Naming;
import dev.unirow.session.internal.connect.DatabaseUrl;
import dev.unirow.session.internal.connect.PoolSettings;
import io.vertx.core.Vertx;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a database is opened with.
 *
 * @param vertx that of the application, to be used and not to be closed
 */
record DatabaseSettings(
        DatabaseUrl url,
        List<Class<?>> models,
        Naming naming,
        Echo echo,
        PoolSettings pool,
        @Nullable Vertx vertx) {}
