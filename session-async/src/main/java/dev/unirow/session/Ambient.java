package dev.unirow.session;

import io.smallrye.mutiny.Context;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.subscription.Cancellable;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The session of a scope, as the pipeline of its work knows it: by Mutiny's subscriber context, which follows a
 * pipeline across threads and never reaches another one.
 *
 * @param outer the scope around this one, if any
 */
record Ambient(
        Database database, AsyncSession session, @Nullable Ambient outer) {
    private static final String KEY = Ambient.class.getName();

    static @Nullable Ambient of(Context context) {
        return context.contains(KEY) ? context.<Ambient>get(KEY) : null;
    }

    /**
     * The body, subscribed to with a context of its own: a copy of the subscriber's, which itself never learns of the
     * session.
     */
    static <T extends @Nullable Object> Uni<T> within(Database database, AsyncSession session, Uni<T> body) {
        return Uni.createFrom().context(around -> {
            Map<String, Object> entries = new HashMap<>();
            around.keys().forEach(key -> entries.put(key, around.get(key)));
            entries.put(KEY, new Ambient(database, session, of(around)));
            Context own = Context.from(entries);
            return Uni.createFrom().emitter(emitter -> {
                Cancellable running = body.subscribe().with(own, emitter::complete, emitter::fail);
                emitter.onTermination(running::cancel);
            });
        });
    }
}
