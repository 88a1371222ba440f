package dev.unirow.session;

import static dev.unirow.session.ScopeOptions.options;
import static java.util.Objects.requireNonNull;

import com.google.errorprone.annotations.CanIgnoreReturnValue;
import dev.unirow.schema.DatabaseKind;
import dev.unirow.schema.ModelNaming;
import dev.unirow.schema.QuotingNaming;
import dev.unirow.schema.Schema;
import dev.unirow.schema.Schemas;
import dev.unirow.schema.Table;
import dev.unirow.session.internal.connect.DatabaseUrl;
import dev.unirow.session.internal.connect.Drivers;
import dev.unirow.session.internal.hr.BeginMode;
import dev.unirow.session.internal.hr.Engine;
import dev.unirow.session.internal.hr.OpenException;
import dev.unirow.session.internal.hr.TransactionSettings;
import dev.unirow.session.internal.mapping.MappedModels;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.infrastructure.Infrastructure;
import io.vertx.core.Context;
import java.util.Map;
import java.util.function.Function;
import org.hibernate.MappingException;
import org.jspecify.annotations.Nullable;

/**
 * A database and the models that live in it: the place where sessions come from. Opened once, used from any thread, closed at
 * the end.
 *
 * <p>Opening, {@link #close()} and {@link Await#await} are the places that block, and refuse to on an event loop.
 */
public final class Database implements AutoCloseable {
    private static final String NO_OPTIONS = "The options are null.";
    private static final String CLOSED = "close() was called on it. Open another one with Database.session().";

    private final DatabaseUrl url;
    private final Engine engine;
    private final EchoLog echo;
    private final Tables tables;
    private final Scopes scopes;

    private Database(DatabaseUrl url, Engine engine, EchoLog echo, Tables tables) {
        this.url = url;
        this.engine = engine;
        this.echo = echo;
        this.tables = tables;
        this.scopes = new Scopes(this, engine, tables.constraints());
    }

    /**
     * Opens the database at the URL with the given models, or, without any, with all that {@code model-processor} found when they
     * were compiled; and otherwise as {@link DatabaseBuilder#open()}.
     *
     * @param url as SQLAlchemy writes it: {@code sqlite:///data.db}, {@code sqlite://} for one in memory,
     *     {@code postgresql+asyncpg://user:password@host:port/database}; or as JDBC or Vert.x do
     */
    public static Database open(String url, Class<?>... models) {
        return builder(url).models(models).open();
    }

    /**
     * The choices to make before opening.
     *
     * @throws IllegalArgumentException if the URL cannot be read or names a database that is not supported
     */
    public static DatabaseBuilder builder(String url) {
        return new DatabaseBuilder(url);
    }

    /**
     * Opens the database that the configuration names: {@code database.url}, which is {@code DATABASE_URL} in the environment,
     * {@code database.echo}, {@code database.pool.size}, {@code database.pool.acquire-timeout},
     * {@code connect-timeout}, {@code idle-timeout} and {@code max-lifetime}.
     *
     * @throws IllegalStateException if no URL is configured
     */
    public static Database fromConfig(Class<?>... models) {
        DatabaseConfig config = DatabaseConfig.read();
        String url = config.url()
                .orElseThrow(() -> new IllegalStateException(
                        "No database is configured. Set the environment variable DATABASE_URL, or database.url in "
                                + "application.properties, for example to sqlite:///data.db."));
        return builder(url)
                .models(models)
                .echo(Echo.parse(config.echo()))
                .poolSize(config.pool().size())
                .acquireTimeout(config.pool().acquireTimeout())
                .connectTimeout(config.pool().connectTimeout())
                .idleTimeout(config.pool().idleTimeout())
                .maxLifetime(config.pool().maxLifetime())
                .open();
    }

    static Database open(DatabaseSettings settings) {
        if (Context.isOnEventLoopThread()) {
            throw new IllegalStateException(
                    "Opening a database blocks, and the caller is on an event loop. Open it from another thread.");
        }
        // waiting inside a callback of a session would wait for itself: it fails at once instead
        Infrastructure.setCanCallerThreadBeBlockedSupplier(new WaitingOnLoop());
        EchoLog echo = new EchoLog();
        Engine engine = start(settings, echo);
        try {
            Schema wanted = Schemas.wanted(engine.metadata(), settings.naming());
            Tables tables = new Tables(engine, DatabaseKind.of(engine.dialect()), wanted);
            Database database = new Database(settings.url(), engine, echo, tables);
            database.ping().await().indefinitely();
            OpenDatabases.add(database);
            return database.echo(settings.echo()); // not before: the first statement shown is the user's
        } catch (Throwable failure) {
            close(engine);
            throw failure;
        }
    }

    private static void close(Engine engine) {
        Uni.createFrom().completionStage(engine::close).await().indefinitely();
    }

    private static Engine start(DatabaseSettings settings, EchoLog echo) {
        try {
            return Engine.start(
                    Drivers.of(settings.url(), settings.pool()),
                    settings.models(),
                    ModelNaming.of(settings.naming()),
                    new QuotingNaming(),
                    metadata -> MappedModels.prepare(metadata, settings.models()),
                    echo);
        } catch (OpenException failure) {
            throw new DatabaseUnavailableException(String.valueOf(failure.getMessage()), failure);
        } catch (MappingException failure) {
            throw new IllegalArgumentException("The models cannot be mapped: " + failure.getMessage(), failure);
        }
    }

    boolean hasModel(Class<?> type) {
        return engine.catalog().isModel(type);
    }

    /** Asks the database for an answer, beside any session; fails with {@link DatabaseUnavailableException} without one. */
    public Uni<Void> ping() {
        return engine.withConnection(connection -> connection.select("select 1"))
                .onFailure()
                .transform(Failures::translate)
                .replaceWithVoid();
    }

    /** How many connections there are at this moment, and how many of them are in use. Sends nothing. */
    public Uni<PoolStats> stats() {
        return Uni.createFrom()
                .completionStage(engine::connections)
                .map(counts -> new PoolStats(
                        counts.open(), counts.inUse(), Math.max(0, counts.open() - counts.inUse()), counts.waiting()));
    }

    /** Switches the echo of all sessions, open ones too. */
    @CanIgnoreReturnValue
    public Database echo(Echo echo) {
        this.echo.set(requireNonNull(echo, "The echo is null."));
        return this;
    }

    /**
     * Creates the tables of all models that are not there yet. A statement that fails fails the whole, and nothing is kept.
     *
     * @throws IllegalStateException if the database has no models
     */
    public Uni<Void> createAll() {
        requireModels("create");
        return tables.create();
    }

    /**
     * Drops the tables of all models that are there, with all their rows.
     *
     * @throws IllegalStateException if the database has no models
     */
    public Uni<Void> dropAll() {
        requireModels("drop");
        return tables.drop();
    }

    private void requireModels(String verb) {
        if (tables.wanted().tables().isEmpty()) {
            throw new IllegalStateException("There are no tables to " + verb + ": " + this
                    + " was opened without a model. " + ModelIndex.REMEDY);
        }
    }

    /** What kind of database this is. */
    public DatabaseKind kind() {
        return tables.kind();
    }

    /** The tables that the models ask for. */
    public Schema metadata() {
        return tables.wanted();
    }

    /** Reads the tables that the database has, whether a model stands for them or not; {@link #tables()} knows them after it. */
    public Uni<Schema> reflect() {
        return this.<Schema>connect(connection -> Schemas.live(tables.kind(), connection))
                .invoke(tables::reflected);
    }

    /** Whether the database has the table now; it reads the whole catalogue for it, as {@link #reflect()} does. */
    public Uni<Boolean> exists(String table) {
        requireNonNull(table, "The table is null.");
        return reflect().map(live -> live.table(table).isPresent());
    }

    /** Whether the database has the table, and in it the column, now; at the cost of {@link #exists(String)}. */
    public Uni<Boolean> exists(String table, String column) {
        requireNonNull(table, "The table is null.");
        requireNonNull(column, "The column is null.");
        return reflect()
                .map(live ->
                        live.table(table).flatMap(found -> found.column(column)).isPresent());
    }

    /** Whether this is SQLite. */
    public boolean isSqlite() {
        return kind() == DatabaseKind.SQLITE;
    }

    /** The tables of the models, and, once {@link #reflect()} has run, all those that the database had then, by their names. */
    public Map<String, Table> tables() {
        return tables.known();
    }

    /**
     * A new session, to be closed by the caller. Nothing is sent until it is used. With the logger {@code unirow.leaks} at DEBUG,
     * one that holds a connection for 30 seconds, at TRACE for one second, or that is forgotten while it does, is reported with
     * the place of this call; so are scopes.
     */
    public AsyncSession session() {
        return new HibernateSession(
                engine, tables.constraints(), TransactionSettings.of(BeginMode.TO_READ_FIRST), CLOSED, () -> {});
    }

    /**
     * Runs the work with a session that is closed when the work ends, fails or is cancelled. What the work did not commit is
     * rolled back. The work runs on the session's event loop, which it must not block.
     */
    public <T extends @Nullable Object> Uni<T> session(Function<? super AsyncSession, ? extends Uni<T>> work) {
        return scopes.session(options(), work);
    }

    /**
     * {@link #session(Function)} with options.
     *
     * @throws IllegalArgumentException if the database has no such isolation level
     */
    public <T extends @Nullable Object> Uni<T> session(
            ScopeOptions options, Function<? super AsyncSession, ? extends Uni<T>> work) {
        return scopes.session(requireNonNull(options, NO_OPTIONS), work);
    }

    /**
     * {@link #session(Function)} in one transaction: committed when the work ends, rolled back when it, or the commit, fails
     * or is cancelled. A {@code begin} inside another is independent of it; on SQLite, which has one writer, it is refused with
     * {@link IllegalStateException} while the outer one has begun: {@link AsyncSession#nested} is a part of the outer one.
     */
    public <T extends @Nullable Object> Uni<T> begin(Function<? super AsyncSession, ? extends Uni<T>> work) {
        return scopes.begin(options(), work);
    }

    /**
     * {@link #begin(Function)} with options: {@code db.begin(options().retry(3), work)}.
     *
     * @throws IllegalArgumentException if the database has no such isolation level
     */
    public <T extends @Nullable Object> Uni<T> begin(
            ScopeOptions options, Function<? super AsyncSession, ? extends Uni<T>> work) {
        return scopes.begin(requireNonNull(options, NO_OPTIONS), work);
    }

    /**
     * Runs the work with a session that only reads, without the round trips of a transaction: every statement sees what is
     * committed when it runs. Writing is refused with {@link ReadOnlySessionException}, and what is changed in a model is never
     * sent. On a database file of SQLite it does not wait for writers; in memory, readers wait for their turn.
     */
    public <T extends @Nullable Object> Uni<T> read(Function<? super AsyncSession, ? extends Uni<T>> work) {
        return scopes.read(options(), work);
    }

    /**
     * {@link #read(Function)} with options. With an isolation level it runs in a read-only transaction.
     *
     * @throws IllegalArgumentException if the database has no such isolation level
     */
    public <T extends @Nullable Object> Uni<T> read(
            ScopeOptions options, Function<? super AsyncSession, ? extends Uni<T>> work) {
        return scopes.read(requireNonNull(options, NO_OPTIONS), work);
    }

    /**
     * Runs the work with a plain connection, which is taken from the pool at the first statement and given back when the work
     * ends, fails or is cancelled; an open transaction is rolled back then.
     */
    public <T extends @Nullable Object> Uni<T> connect(Function<? super SqlConnection, ? extends Uni<T>> work) {
        return scopes.connect(options(), work);
    }

    /**
     * {@link #connect(Function)} with options. The isolation level is that of transactions that {@link SqlConnection#begin}
     * begins. A read-only one refuses to write with {@link ReadOnlySessionException}: its statements run in read-only
     * transactions, of which one begins by itself.
     *
     * @throws IllegalArgumentException if the database has no such isolation level, or if retries are asked for: statements
     *     commit by themselves
     */
    public <T extends @Nullable Object> Uni<T> connect(
            ScopeOptions options, Function<? super SqlConnection, ? extends Uni<T>> work) {
        return scopes.connect(requireNonNull(options, NO_OPTIONS), work);
    }

    /** Closes the database: open sessions lose their connections. Blocks until all connections are closed. */
    @Override
    public void close() {
        if (Context.isOnEventLoopThread()) {
            throw new IllegalStateException(
                    "Closing a database blocks, and the caller is on an event loop. Close it from another thread.");
        }
        OpenDatabases.remove(this);
        close(engine);
    }

    /** {@code Database(postgresql://user:***@host/database)}. */
    @Override
    public String toString() {
        return "Database(" + url + ")";
    }
}
