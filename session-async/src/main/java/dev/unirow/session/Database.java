package dev.unirow.session;

import static dev.unirow.session.ScopeOptions.options;
import static java.util.Objects.requireNonNull;

import com.google.errorprone.annotations.CanIgnoreReturnValue;
import dev.unirow.model.Naming;
import dev.unirow.schema.DatabaseKind;
import dev.unirow.schema.Schema;
import dev.unirow.schema.Table;
import dev.unirow.schema.TablePatterns;
import dev.unirow.schema.VersionTableName;
import dev.unirow.schema.engine.Schemas;
import dev.unirow.session.exception.ConnectionLostException;
import dev.unirow.session.exception.DatabaseUnavailableException;
import dev.unirow.session.exception.ReadOnlySessionException;
import dev.unirow.session.internal.failure.Failures;
import dev.unirow.session.internal.wire.CallerContext;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.infrastructure.Infrastructure;
import io.vertx.core.Context;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.hibernate.reactive.mutiny.Mutiny;
import org.jspecify.annotations.Nullable;

/**
 * A database and the models that live in it: the place where sessions come from. Opened once, used from any thread,
 * closed at the end.
 *
 * <p>Opening, {@link #close()} and {@link Await#await} are the places that block, and refuse to on an event loop.
 */
public final class Database implements AutoCloseable {
    private static final String NO_OPTIONS = "The options are null.";
    private static final String NO_WORK = "The work is null.";
    private static final String CLOSED = "close() was called on it. Open another one with Database.session().";

    private final String description;
    private final @Nullable DatabaseSettings settings;
    private final String withoutTables;
    private final Path migrations;
    private final TablePatterns migrated;
    private final VersionTableName version;
    private final Statements statements;
    private final List<Class<?>> models;
    private final Boot boot;

    private Database(DatabaseSettings settings) {
        this.settings = settings;
        this.description = settings.url().toString();
        this.withoutTables = this + " was opened without a model. " + ModelIndex.REMEDY;
        this.migrations = settings.migrations();
        this.migrated = settings.migrated();
        this.version = settings.version();
        this.statements = new Statements(settings.statements());
        this.models = settings.models();
        this.boot = new Boot(() -> Started.of(this, settings, statements));
    }

    private Database(Mutiny.SessionFactory given) {
        this.settings = null;
        this.description = "session factory";
        this.withoutTables =
                this + " does not know its mapping. Create them with Hibernate's own hbm2ddl.auto, with migrations, or "
                        + "with a Database that is opened by its URL.";
        this.migrations = DatabaseSettings.MIGRATIONS;
        this.migrated = TablePatterns.all();
        this.version = VersionTableName.standard();
        this.models = List.of();
        this.statements =
                new Statements(StatementSettings.silent().withHiddenParameters(true)); // who knows what is private?
        this.boot = new Boot(() -> Started.over(this, given, statements));
    }

    /**
     * Opens the database at the URL with the given models, or, without any, with all that {@code model-processor} found
     * when they were compiled; and otherwise as {@link DatabaseBuilder#open()}.
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

    /** {@link #builder(String)}, with all choices as the configuration says. */
    public static DatabaseBuilder builder(DatabaseConfig config) {
        return DatabaseBuilder.configured(requireNonNull(config, "The configuration is null."));
    }

    /** {@link #builder(DatabaseConfig)} for another URL than the configured one, which may be missing. */
    public static DatabaseBuilder builder(DatabaseConfig config, String url) {
        return DatabaseBuilder.configured(requireNonNull(config, "The configuration is null."), url);
    }

    /**
     * Opens the database of a configuration: {@link DatabaseConfig#read()}, or the same mapping from elsewhere.
     *
     * @throws IllegalStateException if no URL is configured; and otherwise as {@link DatabaseBuilder#open()}
     */
    public static Database open(DatabaseConfig config, Class<?>... models) {
        return builder(config).models(models).open();
    }

    /**
     * Opens the database that is configured under {@code database.*}, where {@code database.url} is
     * {@code DATABASE_URL} in the environment: {@link DatabaseConfig} has the keys.
     *
     * @throws IllegalStateException if no URL is configured
     * @throws IllegalArgumentException if a key is unknown or a value wrong
     */
    public static Database fromConfig(Class<?>... models) {
        return open(DatabaseConfig.read(), models);
    }

    /**
     * {@link #fromConfig(Class[])} for one of several databases: what is configured under {@code databases.<name>.*}.
     *
     * @throws IllegalArgumentException if nothing is
     */
    public static Database fromConfig(String name, Class<?>... models) {
        return open(DatabaseConfig.read(name), models);
    }

    /**
     * {@link DatabaseBuilder#openAsync()} with the given models: like {@link #open(String, Class[])}, and does not
     * block.
     */
    public static Uni<Database> openAsync(String url, Class<?>... models) {
        return builder(url).models(models).openAsync();
    }

    /**
     * {@link DatabaseBuilder#openLazy()} with the given models: starts at its first use, also while the database is
     * down.
     */
    public static Database openLazy(String url, Class<?>... models) {
        return builder(url).models(models).openLazy();
    }

    /**
     * A database over a session factory of Hibernate Reactive's that the application, or a framework, has started and
     * will close: sessions, scopes, queries and Active Record on its models and its pool. Sends nothing.
     *
     * <p>What a URL gives is missing: {@code createAll}, {@code dropAll} and {@code metadata}, as the mapping is not
     * known after the start ({@code Migrations.withModels} tells autogenerate); streams and the numbers of the pool, on
     * servers; and what the factory is told at its start, as its batch size, the session settings of MariaDB, or that
     * {@code id()} of a reference that is not loaded sends no SQL. Where its batch size is above one, Hibernate
     * Reactive 3.4 fails a flush that writes lazy attributes of some models of an enhanced class and not of others.
     *
     * @throws IllegalArgumentException if it is closed, not Hibernate Reactive's own, or for a database that is not
     *     supported
     */
    public static Database from(Mutiny.SessionFactory factory) {
        refuseToWaitOnLoops();
        Database database = new Database(requireNonNull(factory, "The session factory is null."));
        database.boot.startHere();
        return database.opened();
    }

    static Database open(DatabaseSettings settings) {
        if (Context.isOnEventLoopThread()) {
            throw new IllegalStateException(
                    "Opening a database blocks, and the caller is on an event loop. Open it from another thread, or with openAsync.");
        }
        refuseToWaitOnLoops();
        Database database = new Database(settings);
        try {
            var unused = database.boot.get();
            database.ping().await().indefinitely();
            database.statements.start();
            database.whenOpened(settings).await().indefinitely();
            return database.opened();
        } catch (Throwable failure) {
            close(database.boot);
            throw failure;
        }
    }

    static Uni<Database> openAsync(DatabaseSettings settings) {
        return Uni.createFrom().deferred(() -> {
            refuseToWaitOnLoops();
            Database database = new Database(settings);
            return database.ping()
                    .invoke(database.statements::start)
                    .chain(() -> database.whenOpened(settings))
                    .replaceWith(database::opened)
                    .onFailure()
                    .call(() -> Uni.createFrom().completionStage(database.boot::close))
                    .onCancellation()
                    .call(() -> Uni.createFrom().completionStage(database.boot::close));
        });
    }

    static Database openLazy(DatabaseSettings settings) {
        refuseToWaitOnLoops();
        return new Database(settings).opened();
    }

    /** Waiting inside a callback of a session would wait for itself: it fails at once instead. */
    private static void refuseToWaitOnLoops() {
        Infrastructure.setCanCallerThreadBeBlockedSupplier(new WaitingOnLoop());
    }

    private Uni<Void> whenOpened(DatabaseSettings settings) {
        Uni<Void> all = Uni.createFrom().voidItem();
        for (Function<? super Database, ? extends Uni<?>> work : settings.onOpen()) {
            all = all.chain(() -> work.apply(this)).replaceWithVoid();
        }
        return all;
    }

    /** Nothing is shown before: the first statement shown is the user's. */
    private Database opened() {
        OpenDatabases.add(this);
        statements.start();
        return this;
    }

    private static void close(Boot boot) {
        Uni.createFrom().completionStage(boot::close).await().indefinitely();
    }

    boolean hasModel(Class<?> type) {
        Started started = boot.orNull();
        return started == null
                ? models.contains(type)
                : started.engine().catalog().isModel(type);
    }

    /**
     * Asks the database for an answer, beside any session; fails with {@link DatabaseUnavailableException} without one.
     * Where the connection turns out to be dead, which a pool only learns by using it, it asks once more on another.
     */
    public Uni<Void> ping() {
        return Uni.createFrom()
                .deferred(() -> boot.then(
                                started -> started.engine().withConnection(connection -> connection.select("select 1")))
                        .onFailure()
                        .transform(Failures::translate)
                        .onFailure(ConnectionLostException.class)
                        .retry()
                        .atMost(1)
                        .replaceWithVoid()
                        .emitOn(CallerContext.current()));
    }

    /** How many connections there are at this moment, and how many of them are in use. Sends nothing. */
    public Uni<PoolStats> stats() {
        return Uni.createFrom().deferred(() -> {
            Started started = boot.orNull();
            return started == null
                    ? Uni.createFrom().item(new PoolStats(0, 0, 0, 0))
                    : Uni.createFrom()
                            .completionStage(started.engine()::connections)
                            .map(counts -> new PoolStats(
                                    counts.open(),
                                    counts.inUse(),
                                    Math.max(0, counts.open() - counts.inUse()),
                                    counts.waiting()));
        });
    }

    /**
     * How the database is, for a readiness probe: whether it answers, its pool, and the state of its migrations where
     * alembic-bridge is on the class path. Answers within about 5 seconds, and never fails: what is wrong is in the
     * answer, without secrets.
     */
    public Uni<DatabaseHealth> health() {
        return health(Duration.ofSeconds(5));
    }

    /**
     * {@link #health()} with another limit of time.
     *
     * @throws IllegalArgumentException if it is not above zero
     */
    public Uni<DatabaseHealth> health(Duration limit) {
        if (requireNonNull(limit, "The limit is null.").isNegative() || limit.isZero()) {
            throw new IllegalArgumentException("The limit of a health check is above zero, not " + limit + ".");
        }
        return new Health(this, description, limit).read();
    }

    /** The URL that it was opened with, without password and options; null where a session factory was given. */
    public @Nullable String url() {
        return settings == null ? null : description;
    }

    /**
     * The database's name; SQLite's file, or {@code :memory:}; null where a session factory was given.
     *
     * @see #url()
     */
    public @Nullable String name() {
        return settings == null ? null : settings.address().name();
    }

    /** The models that it was opened with, or those of the session factory; unmodifiable. */
    public List<Class<?>> models() {
        return settings == null ? boot.get().engine().catalog().models() : List.copyOf(models);
    }

    /** How the tables of its models are named; null where a session factory was given, which has named them itself. */
    public @Nullable Naming naming() {
        return settings == null ? null : settings.naming();
    }

    /** The folder of its revisions, as it was configured: {@code migrations} in the working directory unless set. */
    public Path migrations() {
        return migrations;
    }

    /** The tables that its revisions are about, as it was configured: all unless set. */
    public TablePatterns migratedTables() {
        return migrated;
    }

    /** The table that keeps the revisions that it is at, as it was configured: {@code alembic_version} unless set. */
    public VersionTableName versionTable() {
        return version;
    }

    /**
     * Switches the echo of all sessions, open ones too, apart from those whose scope has {@linkplain ScopeOptions#echo
     * its own}.
     */
    @CanIgnoreReturnValue
    public Database echo(Echo echo) {
        statements.echo(requireNonNull(echo, "The echo is null."));
        return this;
    }

    /**
     * Creates the tables of all models that are not there yet. A statement that fails fails the whole, and nothing is
     * kept.
     *
     * @throws IllegalStateException if the database has no models
     */
    public Uni<Void> createAll() {
        return whenOpen("create", Tables::create);
    }

    /**
     * Drops the tables of all models that are there, with all their rows.
     *
     * @throws IllegalStateException if the database has no models
     */
    public Uni<Void> dropAll() {
        return whenOpen("drop", Tables::drop);
    }

    private Uni<Void> whenOpen(String verb, Function<Tables, Uni<Void>> change) {
        return boot.then(started -> {
            if (started.tables().wanted().tables().isEmpty()) {
                throw new IllegalStateException("There are no tables to " + verb + ": " + withoutTables);
            }
            return change.apply(started.tables());
        });
    }

    /** What kind of database this is. */
    public DatabaseKind kind() {
        return boot.get().tables().kind();
    }

    /** The tables that the models ask for. */
    public Schema metadata() {
        return boot.get().tables().wanted();
    }

    /**
     * Reads the tables that the database has, whether a model stands for them or not, also in the further schemas that
     * models are mapped to (on MariaDB, databases); {@link #tables()} knows them after it.
     */
    public Uni<Schema> reflect() {
        return boot.then(started -> started.scopes()
                .<Schema>connect(
                        options(),
                        connection -> Schemas.live(
                                started.tables().kind(),
                                connection,
                                started.tables().wanted()))
                .invoke(started.tables()::reflected));
    }

    /**
     * Whether the database has the table now; it reads the whole catalogue for it, as {@link #reflect()} does.
     *
     * @param table one in another schema as {@code audit.entry}
     */
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

    /**
     * The tables of the models, and, once {@link #reflect()} has run, all those that the database had then, by their
     * names.
     */
    public Map<String, Table> tables() {
        return boot.get().tables().known();
    }

    /**
     * A new session, to be closed by the caller. Nothing is sent until it is used. With the logger {@code unirow.leaks}
     * at DEBUG, one that holds a connection for 30 seconds, at TRACE for one second, or that is forgotten while it
     * does, is reported with the place of this call; so are scopes.
     */
    public AsyncSession session() {
        return boot.get().scopes().session(CLOSED);
    }

    /**
     * A session in the transaction of one of Hibernate Reactive's that runs, of the factory that this database is
     * {@linkplain #from over}: {@code factory.withTransaction(given -> db.sessionOn(given).insert(pet))}. Call it in
     * the pipeline of the given session, and use it there, not while that has an operation under way.
     *
     * <p>The transaction and the connection stay the given session's: this one begins nothing, refuses
     * {@link AsyncSession#commit()} and {@link AsyncSession#rollback()}, and ends with the transaction, after which it
     * is closed. What is changed here is sent by {@link AsyncSession#flush()}, and by whatever else flushes; closing,
     * which may be left out, sends nothing and ends nothing. A flush or statement that fails here marks the transaction
     * for rollback, whether its failure is passed on or not. Each of the two sessions tracks models of its own: flush
     * the given one before, for its changes to be seen here. After a rollback, models that were inserted here keep
     * their keys.
     *
     * @throws IllegalStateException if the caller is not on an event loop, or the given session in no transaction
     * @throws IllegalArgumentException if the given session is of another factory
     */
    public AsyncSession sessionOn(Mutiny.Session given) {
        requireNonNull(given, "The given session is null.");
        return boot.get().scopes().sessionOn(given);
    }

    /**
     * Runs the work with a session that is closed when the work ends, fails or is cancelled. What the work did not
     * commit is rolled back. The work runs on the session's event loop, which it must not block.
     */
    public <T extends @Nullable Object> Uni<T> session(Function<? super AsyncSession, ? extends Uni<T>> work) {
        return session(options(), work);
    }

    /**
     * {@link #session(Function)} with options.
     *
     * @throws IllegalArgumentException if the database has no such isolation level
     */
    public <T extends @Nullable Object> Uni<T> session(
            ScopeOptions options, Function<? super AsyncSession, ? extends Uni<T>> work) {
        requireNonNull(options, NO_OPTIONS);
        requireNonNull(work, NO_WORK);
        return boot.then(started -> started.scopes().session(options, work));
    }

    /**
     * {@link #session(Function)} in one transaction: committed when the work ends, rolled back when it, or the commit,
     * fails or is cancelled. A {@code begin} inside another is independent of it; on SQLite, which has one writer, it
     * is refused with {@link IllegalStateException} while the outer one has begun: {@link AsyncSession#nested} is a
     * part of the outer one.
     */
    public <T extends @Nullable Object> Uni<T> begin(Function<? super AsyncSession, ? extends Uni<T>> work) {
        return begin(options(), work);
    }

    /**
     * {@link #begin(Function)} with options: {@code db.begin(options().retry(3), work)}.
     *
     * @throws IllegalArgumentException if the database has no such isolation level
     */
    public <T extends @Nullable Object> Uni<T> begin(
            ScopeOptions options, Function<? super AsyncSession, ? extends Uni<T>> work) {
        requireNonNull(options, NO_OPTIONS);
        requireNonNull(work, NO_WORK);
        return boot.then(started -> started.scopes().begin(options, work));
    }

    /**
     * Runs the work with a session that only reads, without the round trips of a transaction: every statement sees what
     * is committed when it runs. Writing is refused with {@link ReadOnlySessionException}, and what is changed in a
     * model is never sent. On a database file of SQLite it does not wait for writers; in memory, readers wait for their
     * turn.
     */
    public <T extends @Nullable Object> Uni<T> read(Function<? super AsyncSession, ? extends Uni<T>> work) {
        return read(options(), work);
    }

    /**
     * {@link #read(Function)} with options. With an isolation level it runs in a read-only transaction.
     *
     * @throws IllegalArgumentException if the database has no such isolation level
     */
    public <T extends @Nullable Object> Uni<T> read(
            ScopeOptions options, Function<? super AsyncSession, ? extends Uni<T>> work) {
        requireNonNull(options, NO_OPTIONS);
        requireNonNull(work, NO_WORK);
        return boot.then(started -> started.scopes().read(options, work));
    }

    /**
     * Takes back all that was done since the database was opened, or since the last call, where it was opened with
     * {@link DatabaseBuilder#rollbackOnly()}. Sessions that are open are of no use after it.
     *
     * <p>Fails with {@link IllegalStateException}, after it has taken everything back, if a transaction was rolled back
     * before that took with it what another one had committed: with connections of their own, that would have stayed.
     *
     * @throws IllegalStateException if it was opened otherwise
     */
    public Uni<Void> rollbackAll() {
        if (settings == null || !settings.rollbackOnly()) {
            throw new IllegalStateException("What was committed to " + this
                    + " cannot be taken back: it was not opened with DatabaseBuilder.rollbackOnly().");
        }
        return boot.then(started -> started.engine().rollbackAll());
    }

    /**
     * What the work streams from a session as that of {@link #read}, which is closed when the stream ends, fails or is
     * cancelled.
     */
    <T> Multi<T> stream(Function<? super AsyncSession, ? extends Multi<T>> work) {
        return boot.then(started -> Uni.createFrom().item(started))
                .onItem()
                .transformToMulti(started -> started.scopes().stream(work));
    }

    /**
     * Runs the work with a plain connection, which is taken from the pool at the first statement and given back when
     * the work ends, fails or is cancelled; an open transaction is rolled back then.
     */
    public <T extends @Nullable Object> Uni<T> connect(Function<? super SqlConnection, ? extends Uni<T>> work) {
        return connect(options(), work);
    }

    /**
     * {@link #connect(Function)} with options. The isolation level is that of transactions that
     * {@link SqlConnection#begin} begins. A read-only one refuses to write with {@link ReadOnlySessionException}: its
     * statements run in read-only transactions, of which one begins by itself.
     *
     * @throws IllegalArgumentException if the database has no such isolation level, or if retries are asked for:
     *     statements commit by themselves
     */
    public <T extends @Nullable Object> Uni<T> connect(
            ScopeOptions options, Function<? super SqlConnection, ? extends Uni<T>> work) {
        requireNonNull(options, NO_OPTIONS);
        requireNonNull(work, NO_WORK);
        return boot.then(started -> started.scopes().connect(options, work));
    }

    /**
     * Closes the database: open sessions lose their connections. Blocks until all connections are closed. A Vert.x that
     * it was {@linkplain DatabaseBuilder#vertx given} goes on.
     */
    @Override
    public void close() {
        if (Context.isOnEventLoopThread()) {
            throw new IllegalStateException(
                    "Closing a database blocks, and the caller is on an event loop. Close it from another thread.");
        }
        OpenDatabases.remove(this);
        close(boot);
    }

    /** {@code Database(postgresql://user:***@host/database)}. */
    @Override
    public String toString() {
        return "Database(" + description + ")";
    }
}
