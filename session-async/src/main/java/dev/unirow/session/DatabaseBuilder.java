package dev.unirow.session;

import static java.util.Objects.requireNonNull;

import com.google.errorprone.annotations.CanIgnoreReturnValue;
import dev.unirow.model.Naming;
import dev.unirow.session.internal.connect.DatabaseUrl;
import dev.unirow.session.internal.connect.PoolSettings;
import java.time.Duration;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** The choices to make before a {@link Database} is opened. Not thread-safe. */
public final class DatabaseBuilder {
    private final DatabaseUrl url;
    private final Set<Class<?>> models = new LinkedHashSet<>();
    private Naming naming = Naming.standard();
    private Echo echo = Echo.OFF;
    private PoolSettings pool = PoolSettings.standard();

    DatabaseBuilder(String url) {
        this.url = DatabaseUrl.parse(requireNonNull(url, "The database URL is null."));
    }

    /** Adds classes annotated with {@code @Entity}. Without any, the models are those that {@code model-processor} found when they were compiled. */
    @CanIgnoreReturnValue
    public DatabaseBuilder models(Class<?>... models) {
        for (Class<?> model : models) {
            this.models.add(requireNonNull(model, "One of the model classes is null."));
        }
        return this;
    }

    /** How tables, columns and constraints are named where the model does not say. */
    @CanIgnoreReturnValue
    public DatabaseBuilder naming(Naming naming) {
        this.naming = requireNonNull(naming, "The naming is null.");
        return this;
    }

    /** Whether what is sent is shown from the start; {@link Database#echo(Echo)} switches it later. */
    @CanIgnoreReturnValue
    public DatabaseBuilder echo(Echo echo) {
        this.echo = requireNonNull(echo, "The echo is null.");
        return this;
    }

    /** The most connections that are open at once; 10 unless set. On SQLite in memory there is one. */
    @CanIgnoreReturnValue
    public DatabaseBuilder poolSize(int size) {
        this.pool = pool.withSize(size);
        return this;
    }

    /** How long an operation waits for a free connection before it fails; 30 seconds unless set. */
    @CanIgnoreReturnValue
    public DatabaseBuilder acquireTimeout(Duration timeout) {
        this.pool = pool.withAcquireTimeout(requireNonNull(timeout, "The time-out is null."));
        return this;
    }

    /**
     * How long a server may take to accept a new connection, and one that was idle to show that it is alive; 10 seconds unless
     * set. SQLite has none to wait for.
     */
    @CanIgnoreReturnValue
    public DatabaseBuilder connectTimeout(Duration timeout) {
        this.pool = pool.withConnectTimeout(requireNonNull(timeout, "The time-out is null."));
        return this;
    }

    /** After what time without use a connection to a server is closed; zero, as unless set, for never. */
    @CanIgnoreReturnValue
    public DatabaseBuilder idleTimeout(Duration timeout) {
        this.pool = pool.withIdleTimeout(requireNonNull(timeout, "The time-out is null."));
        return this;
    }

    /** After what time a connection to a server is replaced, when nobody uses it; zero, as unless set, for never. */
    @CanIgnoreReturnValue
    public DatabaseBuilder maxLifetime(Duration lifetime) {
        this.pool = pool.withMaxLifetime(requireNonNull(lifetime, "The lifetime is null."));
        return this;
    }

    /**
     * Opens the database and makes sure that it answers. Blocks the calling thread, for about a second at the first database of
     * a process.
     *
     * @throws DatabaseUnavailableException if it cannot be reached, or its file cannot be opened
     * @throws IllegalStateException if its driver is not on the class path, the index of models names a class that is not, or the
     *     caller is on an event loop
     * @throws IllegalArgumentException if one of the models cannot be mapped, or an option of the URL is unknown
     */
    public Database open() {
        List<Class<?>> named = models.isEmpty() ? ModelIndex.read() : List.copyOf(models);
        return Database.open(new DatabaseSettings(url, named, naming, echo, pool));
    }
}
