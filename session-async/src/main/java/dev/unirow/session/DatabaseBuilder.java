package dev.unirow.session;

import static java.util.Objects.requireNonNull;

import com.google.errorprone.annotations.CanIgnoreReturnValue;
import dev.unirow.model.Naming;
import dev.unirow.schema.TablePatterns;
import dev.unirow.schema.VersionTableName;
import dev.unirow.session.exception.DatabaseUnavailableException;
import dev.unirow.session.internal.connect.ConnectSettings;
import dev.unirow.session.internal.connect.DatabaseUrl;
import dev.unirow.session.internal.connect.TlsSettings;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Vertx;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.ServiceLoader;
import java.util.Set;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * The choices to make before a {@link Database} is opened. An option that its URL has too is as the URL says. Not
 * thread-safe.
 */
public final class DatabaseBuilder {
    private static final String NO_TIMEOUT = "The time-out is null.";

    private final DatabaseUrl url;
    private final Set<Class<?>> models = new LinkedHashSet<>();
    private @Nullable String user;
    private @Nullable String password;
    private Naming naming = Naming.standard();
    private StatementSettings statements = StatementSettings.silent();
    private UnaryOperator<AsyncSession> sessions = UnaryOperator.identity();
    private Path migrations = DatabaseSettings.MIGRATIONS;
    private TablePatterns migrated = TablePatterns.all();
    private VersionTableName version = VersionTableName.standard();
    private boolean migrate;
    private final List<Function<? super Database, ? extends Uni<?>>> onOpen = new ArrayList<>();
    private ConnectSettings connect = ConnectSettings.standard();
    private boolean rollbackOnly;
    private @Nullable Vertx vertx;

    DatabaseBuilder(String url) {
        this.url = DatabaseUrl.parse(requireNonNull(url, "The database URL is null."));
    }

    /** With all that the configuration says. */
    static DatabaseBuilder configured(DatabaseConfig config) {
        return configured(
                config,
                config.url()
                        .filter(url -> !url.isBlank())
                        .orElseThrow(() -> new IllegalStateException(
                                "No database is configured. Set the environment variable DATABASE_URL, or database.url in "
                                        + "application.properties, for example to sqlite:///data.db.")));
    }

    /** With all that the configuration says but where the database is. */
    static DatabaseBuilder configured(DatabaseConfig config, String url) {
        DatabaseBuilder builder = new DatabaseBuilder(url);
        config.user().ifPresent(builder::user);
        config.password().ifPresent(builder::password);
        config.models()
                .ifPresent(names ->
                        names.forEach(name -> builder.models(ModelIndex.load(name, "The model class '" + name + "'"))));
        config.modelPackages().ifPresent(names -> builder.modelPackages(names.toArray(String[]::new)));
        config.sessionClass().ifPresent(name -> builder.sessions = SessionClass.named(name));
        config.isolation().ifPresent(builder::isolation);
        config.applicationName().ifPresent(builder::applicationName);
        config.searchPath().ifPresent(schemas -> builder.searchPath(schemas.toArray(String[]::new)));
        config.tls().mode().ifPresent(builder::tls);
        config.tls().rootCertificate().ifPresent(builder::rootCertificate);
        config.tls()
                .certificate()
                .ifPresent(file -> builder.setTls(builder.connect.tls().withCertificate(file)));
        config.tls()
                .key()
                .ifPresent(file -> builder.setTls(builder.connect.tls().withKey(file)));
        config.migrationsInclude().ifPresent(names -> builder.migrationsInclude(names.toArray(String[]::new)));
        config.migrationsExclude().ifPresent(names -> builder.migrationsExclude(names.toArray(String[]::new)));
        config.migrationsVersionSchema().ifPresent(builder::migrationsVersionSchema);
        config.options().forEach(builder::option);
        if (!config.slowStatements().isZero()) {
            builder.slowStatements(config.slowStatements());
        }
        return builder.naming(Naming.standard().withPlural(config.pluralTableNames()))
                .migrations(config.migrations())
                .migrationsVersionTable(config.migrationsVersionTable())
                .migrateOnOpen(config.migrateOnOpen())
                .echo(Echo.parse(config.echo()))
                .hideParameters(config.hideParameters())
                .statementTimeout(config.statementTimeout())
                .statementCacheSize(config.statementCacheSize())
                .poolSize(config.pool().size())
                .acquireTimeout(config.pool().acquireTimeout())
                .connectTimeout(config.pool().connectTimeout())
                .idleTimeout(config.pool().idleTimeout())
                .maxLifetime(config.pool().maxLifetime());
    }

    /** Whom to connect as, where the URL does not say. */
    @CanIgnoreReturnValue
    public DatabaseBuilder user(String name) {
        this.user = requireNonNull(name, "The user is null.");
        return this;
    }

    /** The password, where the URL does not say; taken as it is, and shown nowhere. */
    @CanIgnoreReturnValue
    public DatabaseBuilder password(String password) {
        this.password = requireNonNull(password, "The password is null.");
        return this;
    }
    /**
     * Adds classes annotated with {@code @Entity}. Without any, the models are those that {@code model-processor} found
     * when they were compiled.
     */
    @CanIgnoreReturnValue
    public DatabaseBuilder models(Class<?>... models) {
        for (Class<?> model : models) {
            this.models.add(requireNonNull(model, "One of the model classes is null."));
        }
        return this;
    }

    /**
     * Adds the classes annotated with {@code @Entity} of these packages and of those below them. Looks at every class
     * there, which costs about a millisecond for ten; an index costs nothing.
     *
     * @throws IllegalArgumentException if there is no model in one of them
     */
    @CanIgnoreReturnValue
    public DatabaseBuilder modelPackages(String... packages) {
        for (String name : packages) {
            models.addAll(ModelPackages.read(requireNonNull(name, "One of the packages is null.")));
        }
        return this;
    }

    /** Makes the sessions of the database, of its scopes too: {@code sessionClass(ShopSession::new)}. */
    @CanIgnoreReturnValue
    public DatabaseBuilder sessionClass(Function<? super AsyncSession, ? extends ForwardingSession> constructor) {
        requireNonNull(constructor, "The constructor of sessions is null.");
        this.sessions =
                session -> requireNonNull(constructor.apply(session), "The constructor of sessions answers null.");
        return this;
    }

    /** How tables, columns and constraints are named where the model does not say. */
    @CanIgnoreReturnValue
    public DatabaseBuilder naming(Naming naming) {
        this.naming = requireNonNull(naming, "The naming is null.");
        return this;
    }

    /**
     * The folder of the database's revisions, where alembic-bridge finds them; {@code migrations} in the working
     * directory unless set.
     */
    @CanIgnoreReturnValue
    public DatabaseBuilder migrations(Path folder) {
        this.migrations = requireNonNull(folder, "The folder is null.");
        return this;
    }

    /**
     * The tables that migrations are about, by patterns for their names: {@code *} stands for any characters, {@code ?}
     * for one, lower and upper case are the same, and a table in another schema is {@code audit.entry}. All others are
     * left alone, models' tables too: they are not made, compared, changed or dropped. Without a pattern, all tables
     * are meant.
     */
    @CanIgnoreReturnValue
    public DatabaseBuilder migrationsInclude(String... patterns) {
        this.migrated = new TablePatterns(List.of(patterns), migrated.exclude());
        return this;
    }

    /** Tables that migrations leave alone, by patterns as those of {@link #migrationsInclude}. */
    @CanIgnoreReturnValue
    public DatabaseBuilder migrationsExclude(String... patterns) {
        this.migrated = new TablePatterns(migrated.include(), List.of(patterns));
        return this;
    }

    /**
     * The table that keeps the revisions that the database is at, where it is not {@code alembic_version}: Alembic's
     * {@code version_table}. So several programs with revisions of their own can share one database.
     *
     * @throws IllegalArgumentException if it cannot be the name of a table on every database
     */
    @CanIgnoreReturnValue
    public DatabaseBuilder migrationsVersionTable(String name) {
        this.version = version.withName(name);
        return this;
    }

    /**
     * The schema that this table is in, where it is not the connection's own: Alembic's {@code version_table_schema}.
     * It has to be there. On MariaDB it is a database; SQLite has no schemas, and migrations refuse one there.
     *
     * @throws IllegalArgumentException if it cannot be the name of a schema on every database
     */
    @CanIgnoreReturnValue
    public DatabaseBuilder migrationsVersionSchema(String name) {
        this.version = version.withSchema(name);
        return this;
    }

    /** {@link #migrateOnOpen(boolean)} with true. */
    @CanIgnoreReturnValue
    public DatabaseBuilder migrateOnOpen() {
        return migrateOnOpen(true);
    }

    /**
     * Whether all revisions of the folder that wait are applied before {@link #open()} and {@link #openAsync()} answer:
     * {@code Migrations.of(db).upgrade()} of alembic-bridge, which has to be on the class path. Programs that start at
     * once wait for one another. When it fails, so does the opening, with the exception of the migrations, and what was
     * opened is closed. A database that starts lazily is not migrated: {@link #openLazy()} refuses then. For other
     * settings of the run, {@link #onOpen} takes the same with them.
     */
    @CanIgnoreReturnValue
    public DatabaseBuilder migrateOnOpen(boolean migrated) {
        this.migrate = migrated;
        return this;
    }

    /**
     * Does the work on the database before {@link #open()} and {@link #openAsync()} answer, after
     * {@link #migrateOnOpen()} and what was given before: {@code onOpen(db ->
     * Migrations.of(db).withCalls(calls).upgrade())}. When it fails, so does the opening, with the same exception, and
     * what was opened is closed. {@link #openLazy()} refuses then.
     */
    @CanIgnoreReturnValue
    public DatabaseBuilder onOpen(Function<? super Database, ? extends Uni<?>> work) {
        onOpen.add(requireNonNull(work, "The work is null."));
        return this;
    }

    /** Whether what is sent is shown from the start; {@link Database#echo(Echo)} switches it later. */
    @CanIgnoreReturnValue
    public DatabaseBuilder echo(Echo echo) {
        this.statements = statements.withEcho(requireNonNull(echo, "The echo is null."));
        return this;
    }

    /** Bound values, and the rows that {@link Echo#DEBUG} shows, are left out of all logs, whoever they belong to. */
    @CanIgnoreReturnValue
    public DatabaseBuilder hideParameters() {
        return hideParameters(true);
    }

    /**
     * {@link #hideParameters()} where true; values are shown unless set, apart from those of {@code @Private}
     * properties.
     */
    @CanIgnoreReturnValue
    public DatabaseBuilder hideParameters(boolean hidden) {
        this.statements = statements.withHiddenParameters(hidden);
        return this;
    }

    /**
     * From which time on a statement is logged as a warning on {@code unirow.slow}, with its SQL and its parameters as
     * the echo shows them, whether that is on or off; never unless set. What counts is the wait for the database, which
     * on SQLite includes the wait for its other writers.
     *
     * @throws IllegalArgumentException if it is not above zero
     */
    @CanIgnoreReturnValue
    public DatabaseBuilder slowStatements(Duration threshold) {
        requireNonNull(threshold, "The threshold is null.");
        if (threshold.isNegative() || threshold.isZero()) {
            throw new IllegalArgumentException(
                    "The time from which on a statement is slow is above zero, not " + threshold + ".");
        }
        this.statements = statements.withSlow(threshold);
        return this;
    }

    /**
     * Tells the listener of each statement, beside those added before and those that {@link java.util.ServiceLoader}
     * finds.
     */
    @CanIgnoreReturnValue
    public DatabaseBuilder listener(StatementListener listener) {
        this.statements = statements.withListener(requireNonNull(listener, "The listener is null."));
        return this;
    }

    /** The most connections that are open at once; 10 unless set. On SQLite in memory there is one. */
    @CanIgnoreReturnValue
    public DatabaseBuilder poolSize(int size) {
        this.connect = connect.withPool(connect.pool().withSize(size));
        return this;
    }

    /** How long an operation waits for a free connection before it fails; 30 seconds unless set. */
    @CanIgnoreReturnValue
    public DatabaseBuilder acquireTimeout(Duration timeout) {
        this.connect = connect.withPool(connect.pool().withAcquireTimeout(requireNonNull(timeout, NO_TIMEOUT)));
        return this;
    }

    /**
     * How long a server may take to accept a new connection, and one that was idle to show that it is alive; 10 seconds
     * unless set. SQLite has none to wait for.
     */
    @CanIgnoreReturnValue
    public DatabaseBuilder connectTimeout(Duration timeout) {
        this.connect = connect.withPool(connect.pool().withConnectTimeout(requireNonNull(timeout, NO_TIMEOUT)));
        return this;
    }

    /** After what time without use a connection to a server is closed; zero, as unless set, for never. */
    @CanIgnoreReturnValue
    public DatabaseBuilder idleTimeout(Duration timeout) {
        this.connect = connect.withPool(connect.pool().withIdleTimeout(requireNonNull(timeout, NO_TIMEOUT)));
        return this;
    }

    /** After what time a connection to a server is replaced, when nobody uses it; zero, as unless set, for never. */
    @CanIgnoreReturnValue
    public DatabaseBuilder maxLifetime(Duration lifetime) {
        this.connect =
                connect.withPool(connect.pool().withMaxLifetime(requireNonNull(lifetime, "The lifetime is null.")));
        return this;
    }

    /**
     * After what time the database gives a statement up; zero, as unless set, for never. A scope's own time-out stands
     * beside it: the shorter one ends the statement.
     */
    @CanIgnoreReturnValue
    public DatabaseBuilder statementTimeout(Duration timeout) {
        this.connect = connect.withStatementTimeout(requireNonNull(timeout, NO_TIMEOUT));
        return this;
    }

    /** How many prepared statements each connection keeps; 256 unless set, zero for none. */
    @CanIgnoreReturnValue
    public DatabaseBuilder statementCacheSize(int statements) {
        this.connect = connect.withStatementCacheSize(statements);
        return this;
    }

    /** What a server shows as the name of its client. */
    @CanIgnoreReturnValue
    public DatabaseBuilder applicationName(String name) {
        this.connect = connect.withApplicationName(requireNonNull(name, "The name of the application is null."));
        return this;
    }

    /**
     * The schemas of PostgreSQL that names are looked up in; tables are made in the first. Other databases have none
     * and refuse to be opened with one.
     */
    @CanIgnoreReturnValue
    public DatabaseBuilder searchPath(String... schemas) {
        this.connect = connect.withSearchPath(List.of(schemas));
        return this;
    }

    /**
     * The isolation level of transactions whose scope asks for none. Without it: the server's own on PostgreSQL,
     * {@code READ COMMITTED} on MariaDB, and {@code SERIALIZABLE}, which is the only one, on SQLite.
     */
    @CanIgnoreReturnValue
    public DatabaseBuilder isolation(Isolation level) {
        this.connect = connect.withIsolation(
                requireNonNull(level, "The isolation level is null.").sql());
        return this;
    }

    /**
     * Whether connections to a server are encrypted. Without it: {@code VERIFY_FULL} with a root certificate, else
     * {@code DISABLE}.
     */
    @CanIgnoreReturnValue
    public DatabaseBuilder tls(TlsMode mode) {
        return setTls(connect.tls()
                .withMode(TlsSettings.Mode.valueOf(
                        requireNonNull(mode, "The mode is null.").name())));
    }

    /** Who may have signed a server's certificate, in PEM; without it those whom the Java runtime trusts. */
    @CanIgnoreReturnValue
    public DatabaseBuilder rootCertificate(Path file) {
        return setTls(connect.tls().withRootCertificate(requireNonNull(file, "The root certificate is null.")));
    }

    /** What the client shows a server for itself, and the private key of that, without a password; both in PEM. */
    @CanIgnoreReturnValue
    public DatabaseBuilder clientCertificate(Path certificate, Path key) {
        return setTls(connect.tls()
                .withCertificate(requireNonNull(certificate, "The certificate is null."))
                .withKey(requireNonNull(key, "The key is null.")));
    }

    @CanIgnoreReturnValue
    private DatabaseBuilder setTls(TlsSettings settings) {
        this.connect = connect.withTls(settings);
        return this;
    }

    /** An option as the URL of this kind of database has it: {@code option("journal_mode", "truncate")}. */
    @CanIgnoreReturnValue
    public DatabaseBuilder option(String name, String value) {
        this.connect = connect.withOption(
                requireNonNull(name, "The name of the option is null."),
                requireNonNull(value, "The value of the option is null."));
        return this;
    }

    /**
     * The Vert.x of the application, on which connections to a server are to live, instead of one that is made for the
     * database and ends with it. A session that is used on one of its event loops stays there. Closing the database
     * closes the connections alone; the Vert.x is to be closed after it.
     *
     * <p>SQLite has no server: its statements run on a thread of the database's own, and never on an event loop of the
     * application.
     */
    @CanIgnoreReturnValue
    public DatabaseBuilder vertx(Vertx vertx) {
        this.vertx = requireNonNull(vertx, "The Vert.x is null.");
        return this;
    }

    /**
     * Commits nothing, ever: all sessions share one connection, on which one transaction is open, and theirs are
     * savepoints of it. {@link Database#rollbackAll()} takes back what they did. For tests; what differs from sessions
     * with connections of their own: each sees what the others have not committed; a scope's transaction waits until
     * that of another scope has ended, as long as {@link #acquireTimeout} says; isolation levels, read-only
     * transactions and the timeouts of statements are not passed on, and no statement is interrupted.
     *
     * <p>What would end the transaction is refused with {@link UnsupportedOperationException}: {@code COMMIT} as SQL,
     * and on MariaDB every change of a table. Numbers that the database counts up are not taken back.
     */
    @CanIgnoreReturnValue
    public DatabaseBuilder rollbackOnly() {
        this.rollbackOnly = true;
        return this;
    }

    /**
     * Opens the database and makes sure that it answers. Blocks the calling thread, for about a second at the first
     * database of a process.
     *
     * @throws DatabaseUnavailableException if it cannot be reached, or its file cannot be opened
     * @throws IllegalStateException if its driver, or what that needs to log in, is not on the class path, the index of
     *     models names a class that is not, or the caller is on an event loop
     * @throws IllegalArgumentException if one of the models cannot be mapped, or an option of the URL is unknown
     */
    public Database open() {
        return Database.open(settings());
    }

    /**
     * {@link #open()} without blocking: each subscription opens another database, on a thread of its own, and its
     * failures are those of {@code open}. Cancelling it closes what was opened.
     */
    public Uni<Database> openAsync() {
        DatabaseSettings settings = settings();
        return Database.openAsync(settings);
    }

    /**
     * A database that starts at its first use, whether it can be reached now or not. Who uses it first waits for the
     * start; where that fails, so does the operation, and the next one tries again. {@link Database#session()},
     * {@code kind}, {@code metadata} and {@code tables} block for the start, and refuse to on an event loop, where
     * {@link Database#ping()} and the scopes do not block.
     *
     * @throws IllegalStateException if the index of models names a class that is not there, or there is something to do
     *     {@linkplain #onOpen when it is opened}
     */
    public Database openLazy() {
        if (migrate || !onOpen.isEmpty()) {
            throw new IllegalStateException(
                    "A database that starts at its first use cannot be migrated, or worked on, when it is opened. Open it with"
                            + " open() or openAsync(), or leave migrateOnOpen and onOpen out and run the work yourself.");
        }
        return Database.openLazy(settings());
    }

    private DatabaseSettings settings() {
        if (rollbackOnly && vertx != null) {
            throw new IllegalStateException("The sessions of a database that is opened with rollbackOnly() share one "
                    + "connection on an event loop of its own: leave vertx(…) out.");
        }
        List<Class<?>> named = models.isEmpty() ? ModelIndex.read() : List.copyOf(models);
        StatementSettings all = statements;
        for (StatementListener found : ServiceLoader.load(StatementListener.class)) {
            all = all.withListener(found);
        }
        return new DatabaseSettings(
                url.orCredentials(user, password),
                named,
                naming,
                all,
                sessions,
                migrations,
                migrated,
                version,
                whenOpened(),
                connect,
                rollbackOnly,
                vertx);
    }

    private List<Function<? super Database, ? extends Uni<?>>> whenOpened() {
        List<Function<? super Database, ? extends Uni<?>>> all = new ArrayList<>();
        if (migrate) {
            DatabaseMigrator migrator = ServiceLoader.load(
                            DatabaseMigrator.class, DatabaseBuilder.class.getClassLoader())
                    .findFirst()
                    .orElseThrow(() -> new IllegalStateException(
                            "The database is to be migrated when it is opened, and nothing on the class path does"
                                    + " that. Add the dependency dev.unirow:alembic-bridge."));
            all.add(migrator::upgrade);
        }
        all.addAll(onOpen);
        return List.copyOf(all);
    }
}
