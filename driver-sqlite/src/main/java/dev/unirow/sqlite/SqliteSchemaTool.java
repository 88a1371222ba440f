package dev.unirow.sqlite;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import java.util.function.Consumer;
import org.hibernate.boot.Metadata;
import org.hibernate.cfg.AvailableSettings;
import org.hibernate.reactive.pool.ReactiveConnectionPool;
import org.hibernate.tool.schema.TargetType;
import org.hibernate.tool.schema.internal.HibernateSchemaManagementTool;
import org.hibernate.tool.schema.spi.ContributableMatcher;
import org.hibernate.tool.schema.spi.DelayedDropAction;
import org.hibernate.tool.schema.spi.ExceptionHandler;
import org.hibernate.tool.schema.spi.ExecutionOptions;
import org.hibernate.tool.schema.spi.GenerationTarget;
import org.hibernate.tool.schema.spi.GeneratorSynchronizer;
import org.hibernate.tool.schema.spi.SchemaCreator;
import org.hibernate.tool.schema.spi.SchemaDropper;
import org.hibernate.tool.schema.spi.SchemaManagementException;
import org.hibernate.tool.schema.spi.SchemaMigrator;
import org.hibernate.tool.schema.spi.SchemaPopulator;
import org.hibernate.tool.schema.spi.SchemaTruncator;
import org.hibernate.tool.schema.spi.SchemaValidator;
import org.hibernate.tool.schema.spi.ScriptTargetOutput;
import org.hibernate.tool.schema.spi.SourceDescriptor;
import org.hibernate.tool.schema.spi.TargetDescriptor;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * {@code hibernate.hbm2ddl.auto} over a {@link SqlitePool}: Hibernate's own tool, with a connection of the pool that
 * has its turn among the writers. Each action is one transaction and blocks the thread that boots or closes the session
 * factory; a statement that fails rolls it back and fails the boot.
 */
final class SqliteSchemaTool extends HibernateSchemaManagementTool {
    private static final Logger LOG = Logger.getLogger("dev.unirow.sqlite");

    private transient @Nullable Connection changing;
    private transient @Nullable SchemaManagementException failure;

    SqliteSchemaTool() {
        setCustomDatabaseGenerationTarget(new Target());
    }

    @Override
    public SchemaCreator getSchemaCreator(Map<String, Object> settings) {
        SchemaCreator creator = super.getSchemaCreator(settings);
        return (metadata, options, filter, source, target) ->
                changing(target, options, given -> creator.doCreation(metadata, given, filter, source, target));
    }

    @Override
    public SchemaMigrator getSchemaMigrator(Map<String, Object> settings) {
        SchemaMigrator migrator = super.getSchemaMigrator(settings);
        return (metadata, options, filter, target) ->
                changing(target, options, given -> migrator.doMigration(metadata, given, filter, target));
    }

    @Override
    public SchemaTruncator getSchemaTruncator(Map<String, Object> settings) {
        SchemaTruncator truncator = super.getSchemaTruncator(settings);
        return (metadata, options, filter, target) ->
                changing(target, options, given -> truncator.doTruncate(metadata, given, filter, target));
    }

    @Override
    public SchemaPopulator getSchemaPopulator(Map<String, Object> settings) {
        SchemaPopulator populator = super.getSchemaPopulator(settings);
        return (options, target) -> changing(target, options, given -> populator.doPopulation(given, target));
    }

    @Override
    public GeneratorSynchronizer getSequenceSynchronizer(Map<String, Object> settings) {
        GeneratorSynchronizer synchronizer = super.getSequenceSynchronizer(settings);
        return (metadata, options, filter, target) ->
                changing(target, options, given -> synchronizer.doSynchronize(metadata, given, filter, target));
    }

    @Override
    public SchemaValidator getSchemaValidator(Map<String, Object> settings) {
        SchemaValidator validator = super.getSchemaValidator(settings);
        return (metadata, options, filter) -> inTransaction(
                TransactionMode.READ_ONLY,
                connection -> validator.doValidation(metadata, new WithConnection(options, connection), filter));
    }

    @Override
    public SchemaDropper getSchemaDropper(Map<String, Object> settings) {
        SchemaDropper dropper = super.getSchemaDropper(settings);
        return new SchemaDropper() {
            @Override
            public void doDrop(
                    Metadata metadata,
                    ExecutionOptions options,
                    ContributableMatcher filter,
                    SourceDescriptor source,
                    TargetDescriptor target) {
                changing(target, options, given -> dropper.doDrop(metadata, given, filter, source, target));
            }

            @Override
            public DelayedDropAction buildDelayedAction(
                    Metadata metadata, ExecutionOptions options, ContributableMatcher filter, SourceDescriptor source) {
                return registry -> {
                    try {
                        doDrop(metadata, options, filter, source, DatabaseOnly.INSTANCE);
                    } catch (RuntimeException e) {
                        // the factory must still close everything else
                        LOG.error("The tables could not be dropped when the session factory closed.", e);
                    }
                };
            }
        };
    }

    private void changing(TargetDescriptor target, ExecutionOptions options, Consumer<ExecutionOptions> action) {
        if (!target.getTargetTypes().contains(TargetType.DATABASE)) {
            action.accept(options);
            return;
        }
        inTransaction(TransactionMode.IMMEDIATE, connection -> {
            // tables go and come in any order; what is still broken at the end fails the commit
            try (Statement statement = connection.createStatement()) {
                statement.execute("pragma defer_foreign_keys = on");
            } catch (SQLException e) {
                throw new SchemaManagementException("Cannot defer foreign keys: " + e.getMessage(), e);
            }
            changing = connection;
            failure = null;
            try {
                action.accept(new WithConnection(options, connection));
            } finally {
                changing = null;
            }
            if (failure != null) { // Hibernate keeps some to itself, for instance about unique keys
                throw failure;
            }
        });
    }

    private void inTransaction(TransactionMode mode, Consumer<Connection> work) {
        SqlitePool pool = pool();
        if (pool.loop().isCurrent()) {
            throw new IllegalStateException("'" + AvailableSettings.HBM2DDL_AUTO
                    + "' waits for the database, so the session factory cannot be built or closed on the pool's event loop."
                    + " Do it on a thread of your own.");
        }
        SqliteConnection session = pool.connect();
        try {
            wait(session.begin(mode));
            work.accept(wait(session.jdbc()));
            wait(session.commitTransaction());
            pool.schemaChanged();
        } finally {
            session.release();
        }
    }

    private static <T extends @Nullable Object> T wait(CompletionStage<T> stage) {
        try {
            return stage.toCompletableFuture().join();
        } catch (CompletionException e) {
            throw e.getCause() instanceof RuntimeException failure ? failure : e;
        }
    }

    private SqlitePool pool() {
        ReactiveConnectionPool pool = getServiceRegistry().getService(ReactiveConnectionPool.class);
        if (pool instanceof SqlitePool sqlite) {
            return sqlite;
        }
        throw new SchemaManagementException("'" + AvailableSettings.HBM2DDL_AUTO
                + "' needs the SqlitePool itself as 'hibernate.vertx.pool.class', not "
                + (pool == null ? "none" : "'" + pool.getClass().getName() + "'")
                + ". Pass the pool, or make the tables by other means.");
    }

    /** The options of an action, with the connection to use. */
    private record WithConnection(ExecutionOptions given, Connection connection) implements ExecutionOptions {
        @Override
        public Map<String, Object> getConfigurationValues() {
            Map<String, Object> values = new HashMap<>(given.getConfigurationValues());
            values.put(AvailableSettings.JAKARTA_HBM2DDL_CONNECTION, connection);
            return values;
        }

        @Override
        public boolean shouldManageNamespaces() {
            return given.shouldManageNamespaces();
        }

        @Override
        public ExceptionHandler getExceptionHandler() {
            return given.getExceptionHandler();
        }
    }

    /** Remembers the last failure: not all that Hibernate's tool hands commands over lets it through. */
    private final class Target implements GenerationTarget {
        @Override
        public void prepare() {}

        @Override
        public void accept(String command) {
            Connection connection = changing;
            if (connection == null) {
                throw new IllegalStateException("No schema action is running.");
            }
            pool().log(command);
            try (Statement statement = connection.createStatement()) {
                statement.execute(command);
            } catch (SQLException e) {
                failure = new SchemaManagementException(
                        "The tables could not be set up: " + e.getMessage() + " in '" + command + "'.", e);
                throw failure;
            }
        }

        @Override
        public void release() {}
    }

    private enum DatabaseOnly implements TargetDescriptor {
        INSTANCE;

        @Override
        public EnumSet<TargetType> getTargetTypes() {
            return EnumSet.of(TargetType.DATABASE);
        }

        @Override
        @SuppressWarnings("NullAway") // none, as Hibernate expects for a target without a script
        public @Nullable ScriptTargetOutput getScriptTargetOutput() {
            return null;
        }
    }
}
