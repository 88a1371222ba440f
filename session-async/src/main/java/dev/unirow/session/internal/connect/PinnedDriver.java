package dev.unirow.session.internal.connect;

import dev.unirow.session.internal.connect.DatabaseUrl.Kind;
import dev.unirow.session.internal.pinned.Habits;
import dev.unirow.session.internal.pinned.PinnedBackend;
import dev.unirow.session.internal.wire.Backend;
import dev.unirow.session.internal.wire.Driver;
import dev.unirow.session.internal.wire.Stages;
import io.vertx.core.Vertx;
import java.util.Map;
import java.util.concurrent.CompletionStage;
import org.jspecify.annotations.Nullable;

/** A database whose sessions share one connection, on one event loop. */
record PinnedDriver(DatabaseUrl url, ConnectSettings settings) implements Driver {
    @Override
    public Map<String, Object> dialect() {
        return Drivers.of(url, settings, null).dialect();
    }

    @Override
    public Backend open() {
        return url.kind() == Kind.SQLITE
                ? pinned(Drivers.of(url, settings, null).open(), null) // which has one event loop anyway
                : opened(ServerVertx.single());
    }

    private Backend opened(Vertx vertx) {
        try {
            return pinned(Drivers.of(url, settings, vertx).open(), vertx);
        } catch (Throwable failure) {
            var unused = VertxClosing.close(vertx);
            throw failure;
        }
    }

    private Backend pinned(Backend opened, @Nullable Vertx own) {
        Habits habits = new Habits(opened.parameterStyle(), url.kind() == Kind.POSTGRESQL, url.kind() == Kind.MARIADB);
        return new PinnedBackend(
                opened,
                habits,
                settings.pool().acquireTimeout(),
                () -> own == null ? opened.close() : closed(opened, own));
    }

    private static CompletionStage<Void> closed(Backend opened, Vertx own) {
        return Stages.alwaysThen(opened.close(), () -> VertxClosing.close(own));
    }
}
