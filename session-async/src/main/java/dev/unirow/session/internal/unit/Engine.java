package dev.unirow.session.internal.unit;

import dev.unirow.model.Models;
import dev.unirow.model.OnCreate;
import dev.unirow.model.OnUpdate;
import dev.unirow.schema.DatabaseKind;
import dev.unirow.session.internal.wire.Backend;
import dev.unirow.session.internal.wire.BeginMode;
import dev.unirow.session.internal.wire.ConnectionCounts;
import dev.unirow.session.internal.wire.Driver;
import dev.unirow.session.internal.wire.EchoConnection;
import dev.unirow.session.internal.wire.OperationQueue;
import dev.unirow.session.internal.wire.ParameterStyle;
import dev.unirow.session.internal.wire.SessionLoop;
import dev.unirow.session.internal.wire.Stages;
import dev.unirow.session.internal.wire.StatementWatch;
import dev.unirow.session.internal.wire.TransactionSettings;
import dev.unirow.session.internal.wire.TransactionSteps;
import dev.unirow.session.internal.wire.Violation;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Vertx;
import jakarta.validation.groups.Default;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.Function;
import java.util.function.Supplier;
import org.hibernate.SessionFactory;
import org.hibernate.boot.Metadata;
import org.hibernate.boot.MetadataSources;
import org.hibernate.boot.model.naming.ImplicitNamingStrategy;
import org.hibernate.boot.model.naming.PhysicalNamingStrategy;
import org.hibernate.boot.registry.BootstrapServiceRegistryBuilder;
import org.hibernate.boot.registry.StandardServiceRegistry;
import org.hibernate.boot.registry.StandardServiceRegistryBuilder;
import org.hibernate.boot.spi.BootstrapContext;
import org.hibernate.bytecode.spi.BytecodeProvider;
import org.hibernate.cfg.AvailableSettings;
import org.hibernate.dialect.Dialect;
import org.hibernate.engine.jdbc.mutation.spi.MutationExecutorService;
import org.hibernate.engine.spi.SessionFactoryImplementor;
import org.hibernate.event.service.spi.EventListenerRegistry;
import org.hibernate.event.spi.EventType;
import org.hibernate.exception.ConstraintViolationException;
import org.hibernate.integrator.spi.Integrator;
import org.hibernate.internal.SessionFactoryImpl;
import org.hibernate.internal.SessionFactoryRegistry;
import org.hibernate.reactive.common.spi.Implementor;
import org.hibernate.reactive.mutiny.Mutiny;
import org.hibernate.reactive.pool.ReactiveConnectionPool;
import org.hibernate.reactive.provider.ReactiveServiceRegistryBuilder;
import org.hibernate.reactive.provider.service.NoJdbcConnectionProvider;
import org.hibernate.reactive.vertx.VertxInstance;
import org.jspecify.annotations.Nullable;

/** Hibernate, started over one database. Thread-safe. */
public final class Engine {
    private static final int BATCH_SIZE = 50;

    private final OpenedBackend backend;
    private final SessionFactoryImpl factory;
    private final @Nullable Metadata metadata;
    private final ModelCatalog catalog;
    private final StatementWatch watch;
    private final @Nullable GivenSession given;

    private Engine(
            OpenedBackend backend,
            SessionFactoryImpl factory,
            @Nullable Metadata metadata,
            ModelCatalog catalog,
            StatementWatch watch) {
        this(backend, factory, metadata, catalog, watch, null);
    }

    private Engine(
            OpenedBackend backend,
            SessionFactoryImpl factory,
            @Nullable Metadata metadata,
            ModelCatalog catalog,
            StatementWatch watch,
            @Nullable GivenSession given) {
        this.given = given;
        this.backend = backend;
        this.factory = factory;
        this.metadata = metadata;
        this.catalog = catalog;
        this.watch = watch;
    }

    /**
     * Starts Hibernate for the given classes; blocks for about a second the first time, and sends nothing. Must not be
     * called on an event loop of the backend.
     *
     * @param bytecode generates what stands for references
     * @param mapping reads the mapping of the classes, before the backend is opened
     */
    public static Engine start(
            Driver driver,
            BytecodeProvider bytecode,
            Collection<Class<?>> models,
            ImplicitNamingStrategy implicitNaming,
            PhysicalNamingStrategy physicalNaming,
            Function<MetadataSources, Metadata> mapping,
            StatementWatch watch) {
        OpenedBackend backend = new OpenedBackend(driver);
        var bootstrap = new BootstrapServiceRegistryBuilder().applyIntegrator(new InsertTracking());
        // Hibernate looks classes up by name: where these were loaded, there they are found
        models.stream().map(Class::getClassLoader).distinct().forEach(bootstrap::applyClassLoader);
        StandardServiceRegistry registry = new ReactiveServiceRegistryBuilder(bootstrap.build())
                .applySettings(settings(driver, implicitNaming, physicalNaming))
                .addInitiator(backend)
                .addService(VertxInstance.class, backend)
                .addService(BytecodeProvider.class, bytecode)
                .addService(MutationExecutorService.class, new StatementBatches(BATCH_SIZE))
                .build();
        try {
            MetadataSources sources = new MetadataSources(registry);
            models.forEach(sources::addAnnotatedClass);
            Metadata metadata = mapping.apply(sources);
            backend.open(); // here, and not inside a service of Hibernate's, whose failures say less
            registry.requireService(ReactiveConnectionPool.class);
            SessionFactory factory = metadata.buildSessionFactory();
            SessionFactoryImpl started = factory.unwrap(SessionFactoryImpl.class);
            return new Engine(backend, started, metadata, new ModelCatalog(started), watch);
        } catch (Throwable failure) {
            StandardServiceRegistryBuilder.destroy(registry);
            var unused = backend.close();
            throw failure;
        }
    }

    /**
     * Over a factory that somebody else started; {@link #close()} leaves that open.
     *
     * @param toBackend makes a backend of the factory's dialect, pool and Vert.x
     * @throws IllegalArgumentException if the factory is not one of Hibernate Reactive's own
     */
    public static Engine over(Mutiny.SessionFactory given, ToBackend toBackend, StatementWatch watch) {
        SessionFactoryImplementor found = given instanceof Implementor internal
                ? SessionFactoryRegistry.INSTANCE.getSessionFactory(internal.getUuid())
                : null;
        if (found == null || !found.isOpen()) {
            throw new IllegalArgumentException(
                    "The session factory is closed, or not one that Hibernate Reactive made: "
                            + given.getClass().getName() + ".");
        }
        SessionFactoryImpl factory = found.unwrap(SessionFactoryImpl.class);
        var services = factory.getServiceRegistry();
        Backend backend = toBackend.of(
                factory.getJdbcServices().getDialect(),
                services.requireService(ReactiveConnectionPool.class),
                services.requireService(VertxInstance.class).getVertx());
        InsertTracking.track(factory, false); // its mapping, with what it declares, is not known any more
        return new Engine(OpenedBackend.of(backend), factory, null, new ModelCatalog(factory), watch);
    }

    /** Makes a backend of what a factory has. */
    public interface ToBackend {
        Backend of(Dialect dialect, ReactiveConnectionPool pool, Vertx vertx);
    }

    private static Map<String, Object> settings(
            Driver driver, ImplicitNamingStrategy implicitNaming, PhysicalNamingStrategy physicalNaming) {

        Map<String, Object> settings = new HashMap<>(driver.dialect());
        settings.put(AvailableSettings.IMPLICIT_NAMING_STRATEGY, implicitNaming);
        settings.put(AvailableSettings.PHYSICAL_NAMING_STRATEGY, physicalNaming);
        // the dialect is known: nothing needs to be asked while starting
        settings.put("hibernate.boot.allow_jdbc_metadata_access", false);
        settings.put(AvailableSettings.CONNECTION_PROVIDER, NoJdbcConnectionProvider.INSTANCE);
        // a failure is thrown: who catches it says what is worth a line in the log
        settings.put(AvailableSettings.LOG_JDBC_ERRORS, false);
        settings.put(AvailableSettings.STATEMENT_BATCH_SIZE, BATCH_SIZE);
        settings.put(AvailableSettings.ORDER_UPDATES, true);
        settings.put(AvailableSettings.JAKARTA_VALIDATION_FACTORY, Models.validatorFactory());
        settings.put(
                AvailableSettings.JAKARTA_PERSIST_VALIDATION_GROUP, new Class<?>[] {Default.class, OnCreate.class});
        settings.put(AvailableSettings.JAKARTA_UPDATE_VALIDATION_GROUP, new Class<?>[] {Default.class, OnUpdate.class});
        return settings;
    }

    /** The same engine, for sessions whose statements another watch sees. */
    public Engine watchedBy(StatementWatch other) {
        return new Engine(backend, factory, metadata, catalog, other);
    }

    /**
     * The same engine, for one session in the transaction of another that runs, on whose event loop the caller is.
     *
     * @throws IllegalStateException if the caller is on another thread, or the session in no transaction
     * @throws IllegalArgumentException if the session is of another factory
     */
    public Engine joining(Mutiny.Session session) {
        return new Engine(backend, factory, metadata, catalog, watch, GivenSession.of(session, factory));
    }

    /** Whether a transaction was joined that has ended. */
    public boolean hasJoinedEnded() {
        return given != null && !given.isInTransaction();
    }

    /** The mapping as it is once constraints of Bean Validation have reached it; null for a factory that was given. */
    public @Nullable Metadata metadata() {
        return metadata;
    }

    public Dialect dialect() {
        return factory.getJdbcServices().getDialect();
    }

    public ModelCatalog catalog() {
        return catalog;
    }

    /** A context for one session: on the caller's event loop if it is one of this engine's. */
    public SessionLoop newLoop() {
        return SessionLoop.on(backend.getVertx());
    }

    /**
     * Must be called on the loop that the work will be done on.
     *
     * @param beforeBegin runs before a connection is taken; what it throws fails the statement that needed one
     */
    public UnitOfWork newUnitOfWork(TransactionSettings settings, Runnable beforeBegin) {
        Supplier<CompletionStage<EchoConnection>> source = () -> {
            beforeBegin.run();
            return connect(settings);
        };
        if (given != null) {
            return new UnitOfWork(
                    factory, SessionConnection.joining(given, watch, backend.get()), new UniqueProperties(metadata));
        }
        return new UnitOfWork(
                factory,
                settings.mode() == BeginMode.READ_ONLY
                        ? SessionConnection.withoutTransaction(source, backend.get(), settings.opening())
                        : new SessionConnection(
                                source,
                                new TransactionSteps(backend.get(), settings),
                                backend.get(),
                                settings.opening()),
                new UniqueProperties(metadata));
    }

    /** How SQL written by hand marks its parameters. */
    public ParameterStyle parameterStyle() {
        return backend.get().parameterStyle();
    }

    /** What the database tells of a constraint that was broken. */
    public Violation violation(ConstraintViolationException failure) {
        return backend.get().violation(failure);
    }

    /** Refuses an isolation level, in the words of standard SQL, that the database has not. */
    public void requireIsolation(String isolation) {
        backend.get().requireIsolation(isolation);
    }

    /** Whether beginning in one way would wait for a transaction that was begun in another, until that ends. */
    public boolean waitsFor(BeginMode open, BeginMode asked) {
        return backend.get().waitsFor(open, asked);
    }

    /** A connection of the pool, in no transaction. To be closed by the caller. */
    public CompletionStage<RawConnection> openConnection(TransactionSettings settings) {
        return RawConnection.open(() -> connect(settings), backend.get(), settings);
    }

    /** Runs the work on a connection of its own, which is given back whatever happens. */
    public <T extends @Nullable Object> Uni<T> withConnection(
            Function<RawConnection, ? extends CompletionStage<T>> work) {
        return Uni.createFrom()
                .deferred(() -> new OperationQueue(newLoop())
                        .submit(() -> openConnection(TransactionSettings.of(BeginMode.TO_WRITE))
                                .thenCompose(connection -> Stages.alwaysThen(
                                        Stages.<T>attempt(() -> work.apply(connection)), connection::close))));
    }

    /** The connections at this moment. */
    public CompletionStage<ConnectionCounts> connections() {
        return Stages.attempt(() -> backend.get().counts());
    }

    /** {@link Backend#rollbackAll}. */
    public Uni<Void> rollbackAll() {
        return Uni.createFrom()
                .deferred(() ->
                        new OperationQueue(newLoop()).submit(() -> backend.get().rollbackAll()));
    }

    private CompletionStage<EchoConnection> connect(TransactionSettings settings) {
        return Stages.attempt(() -> backend.get().connect(settings))
                .thenApply(connection -> new EchoConnection(connection, watch));
    }

    /** Whether {@link #close()} ended all connections, or is about to. */
    public boolean isClosed() {
        return backend.isClosed();
    }

    /** Closes Hibernate at once and the backend after it; neither where the factory was given. */
    public CompletionStage<Void> close() {
        if (metadata == null) {
            return CompletableFuture.completedFuture(null);
        }
        factory.close();
        return backend.close();
    }

    /** Lets each session know what it writes, what it inserted, and the versions of what it changed. */
    private static final class InsertTracking implements Integrator {
        @Override
        public void integrate(
                Metadata metadata, BootstrapContext bootstrapContext, SessionFactoryImplementor sessionFactory) {
            track(
                    sessionFactory,
                    DatabaseKind.of(sessionFactory.getJdbcServices().getDialect()) == DatabaseKind.SQLITE);
        }

        /** Once, however many databases there are over one factory. */
        static synchronized void track(SessionFactoryImplementor sessionFactory, boolean requireLengths) {
            EventListenerRegistry listeners =
                    sessionFactory.getServiceRegistry().requireService(EventListenerRegistry.class);
            for (Object present :
                    listeners.getEventListenerGroup(EventType.POST_INSERT).listeners()) {
                if (present instanceof TrackedSession.InsertListener) {
                    return;
                }
            }
            listeners.appendListeners(EventType.POST_INSERT, new TrackedSession.InsertListener());
            listeners.appendListeners(EventType.POST_UPDATE, new TrackedSession.UpdateListener());
            TrackedSession.TrackingListener tracking = new TrackedSession.TrackingListener();
            listeners.appendListeners(EventType.POST_LOAD, tracking);
            listeners.appendListeners(EventType.EVICT, tracking);
            new RowListener().register(listeners);
            new ValuesListener(sessionFactory, requireLengths).register(listeners);
        }
    }
}
