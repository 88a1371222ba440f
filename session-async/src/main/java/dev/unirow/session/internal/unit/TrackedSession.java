package dev.unirow.session.internal.unit;

import dev.unirow.model.Models;
import dev.unirow.model.spi.SetterWatch;
import dev.unirow.query.HqlMutation;
import dev.unirow.query.HqlQuery;
import dev.unirow.session.internal.type.DriverValues;
import dev.unirow.session.internal.value.Parameters;
import dev.unirow.session.internal.value.WrittenValues;
import dev.unirow.session.internal.wire.BoundStatement;
import dev.unirow.session.internal.wire.Stages;
import java.util.Collection;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.Predicate;
import java.util.function.Supplier;
import org.hibernate.FlushMode;
import org.hibernate.Interceptor;
import org.hibernate.LockOptions;
import org.hibernate.bytecode.enhance.spi.LazyPropertyInitializer;
import org.hibernate.collection.spi.PersistentCollection;
import org.hibernate.engine.creation.internal.SessionBuilderImpl;
import org.hibernate.engine.creation.internal.SessionCreationOptions;
import org.hibernate.engine.spi.CascadingActions;
import org.hibernate.engine.spi.EntityEntry;
import org.hibernate.engine.spi.LoadQueryInfluencers;
import org.hibernate.engine.spi.SessionImplementor;
import org.hibernate.event.spi.EvictEvent;
import org.hibernate.event.spi.EvictEventListener;
import org.hibernate.event.spi.PostInsertEvent;
import org.hibernate.event.spi.PostInsertEventListener;
import org.hibernate.event.spi.PostLoadEvent;
import org.hibernate.event.spi.PostLoadEventListener;
import org.hibernate.event.spi.PostUpdateEvent;
import org.hibernate.event.spi.PostUpdateEventListener;
import org.hibernate.event.spi.RefreshEvent;
import org.hibernate.internal.SessionFactoryImpl;
import org.hibernate.internal.SessionImpl;
import org.hibernate.loader.ast.spi.CascadingFetchProfile;
import org.hibernate.metamodel.mapping.EntityVersionMapping;
import org.hibernate.metamodel.mapping.ModelPart;
import org.hibernate.metamodel.mapping.NonAggregatedIdentifierMapping;
import org.hibernate.persister.entity.EntityPersister;
import org.hibernate.proxy.HibernateProxy;
import org.hibernate.query.hql.spi.SqmQueryImplementor;
import org.hibernate.reactive.event.ReactiveRefreshEventListener;
import org.hibernate.reactive.pool.ReactiveConnection;
import org.hibernate.reactive.query.ReactiveMutationQuery;
import org.hibernate.reactive.query.ReactiveSelectionQuery;
import org.hibernate.reactive.session.impl.ReactiveSessionImpl;
import org.hibernate.type.BasicType;
import org.hibernate.type.Type;
import org.hibernate.type.spi.TypeConfiguration;
import org.jspecify.annotations.Nullable;

/**
 * Hibernate Reactive's session, which remembers what it inserted in the present transaction, so that a rollback can
 * undo it.
 */
final class TrackedSession extends ReactiveSessionImpl {
    private final SessionFactoryImpl factory;
    private final SessionConnection connection;
    private final Map<Object, Version> versions = new IdentityHashMap<>();
    private final Set<Object> inserted = Collections.newSetFromMap(new IdentityHashMap<>());
    private final ReferredKeys referredKeys;
    private final WrittenValues values;
    private @Nullable SetterWatch setters;

    /** On an event-loop thread only, which all later calls must come from too. */
    TrackedSession(SessionFactoryImpl factory, SessionConnection connection) {
        this(factory, connection, connection);
    }

    /** @param queried answers the session's queries instead of the connection itself */
    TrackedSession(SessionFactoryImpl factory, SessionConnection connection, ReactiveConnection queried) {
        this(factory, connection, queried, new ReferredKeys());
    }

    private TrackedSession(
            SessionFactoryImpl factory,
            SessionConnection connection,
            ReactiveConnection queried,
            ReferredKeys referredKeys) {
        super(factory, options(factory, referredKeys), queried);
        this.referredKeys = referredKeys;
        this.factory = factory;
        this.values = ValuesListener.of(factory);
        this.connection = connection;
        useOwnBatches();
    }

    /** Lets somebody know what is set in the models that are loaded from now on. */
    void watchSetters(SetterWatch watch) {
        setters = watch;
    }

    /** Empty ones. Hibernate Reactive begins with batches of its own. */
    private void useOwnBatches() {
        Integer batchSize = factory.getSessionFactoryOptions().getJdbcBatchSize();
        setBatchSize(1);
        setBatchSize(batchSize);
    }

    private static SessionCreationOptions options(SessionFactoryImpl factory, ReferredKeys referredKeys) {
        return new SessionBuilderImpl(factory) {
            @Override
            public Interceptor getInterceptor() {
                return referredKeys.over(super.getInterceptor());
            }

            @Override
            protected SessionImplementor createSession() {
                return new SessionImpl(factory, this);
            }
        };
    }

    /** Notes a new model whose row is about to be inserted past the managed models. */
    void willBeInserted(Object model) {
        inserted.add(model);
    }

    /**
     * Makes this transaction the only one that writes, where the database has one lock for that; whether it is.
     *
     * @param persister of a class whose table is there
     */
    CompletionStage<Boolean> writesAlone(EntityPersister persister) {
        if (!connection.locksAsAWhole()) {
            return CompletableFuture.completedFuture(false);
        }
        String column = persister.getIdentifierColumnNames()[0];
        // changes nothing, but needs the lock
        return connection
                .update("update " + persister.getIdentifierTableName() + " set " + column + " = " + column
                        + " where 1 = 0")
                .thenApply(ignored -> true);
    }

    /** Notes the version that a model's row has before this transaction changes it. */
    void rememberVersion(Object model) {
        EntityPersister persister = getEntityPersister(null, model);
        if (persister.isVersioned()) {
            versions.putIfAbsent(model, new Version(persister, persister.getVersion(model)));
        }
    }

    void transactionCommitted() {
        versions.clear();
        inserted.clear();
    }

    /** The models whose rows the present transaction has changed. */
    Set<Object> changed() {
        Set<Object> changed = Collections.newSetFromMap(new IdentityHashMap<>());
        changed.addAll(versions.keySet());
        return changed;
    }

    /** Gives models the versions back that their rows had before they were changed, but for those given. */
    void takeVersionsBack(Set<Object> kept) {
        versions.entrySet().removeIf(entry -> {
            if (kept.contains(entry.getKey())) {
                return false;
            }
            entry.getValue().restore(entry.getKey());
            return true;
        });
    }

    /** What was inserted in the present transaction. */
    Set<Object> inserted() {
        return inserted;
    }

    /** Makes every model transient again that has no row now, and forgets all models. */
    void transactionRolledBack() {
        takeVersionsBack(Set.of()); // before those of new models are taken away
        makeTransientUnless(Set.of());
        clear();
    }

    /**
     * Makes every model transient again that was inserted in the present transaction, but for those whose rows are
     * kept.
     */
    void makeTransientUnless(Set<Object> kept) {
        for (var managed : getPersistenceContextInternal().reentrantSafeEntityEntries()) {
            if (!managed.getValue().isExistsInDatabase()) {
                inserted.add(managed.getKey());
            }
        }
        inserted.removeAll(kept);
        inserted.forEach(this::makeTransient);
        inserted.clear();
        inserted.addAll(kept);
    }

    /** Forgets all models, and statements that a failed flush left unsent. */
    @Override
    public void clear() {
        super.clear();
        referredKeys.clear();
        useOwnBatches();
    }

    /** Which rows the statements of this session write. */
    WrittenRows rows() {
        return connection.rows();
    }

    private void makeTransient(Object model) {
        EntityEntry entry = getPersistenceContextInternal().getEntry(model);
        EntityPersister persister = entry != null ? entry.getPersister() : getEntityPersister(null, model);
        if (persister.getIdentifierMapping() instanceof NonAggregatedIdentifierMapping) {
            // a key of several properties is the application's own, and Hibernate cannot take it back
            resetVersion(model, persister);
        } else {
            persister.resetIdentifier(model, persister.getIdentifier(model, this), persister.getVersion(model), this);
        }
        for (Object value : persister.getValues(model)) {
            if (value instanceof PersistentCollection<?> collection) {
                collection.setSnapshot(null, null, null); // else its rows of the lost key would be deleted one day
            }
        }
    }

    SessionFactoryImpl factory() {
        return factory;
    }

    /** A query that flushes nothing. */
    <R> ReactiveSelectionQuery<R> select(HqlQuery<R> query) {
        ReactiveSelectionQuery<R> run =
                createReactiveSelectionQuery(query.hql(), query.resultType()).setHibernateFlushMode(FlushMode.MANUAL);
        query.parameters().forEach((name, value) -> {
            Parameters.require(name, value);
            run.setParameter(name, value);
        });
        if (query.firstResult() != null) {
            run.setFirstResult(query.firstResult());
        }
        if (query.maxResults() != null) {
            run.setMaxResults(query.maxResults());
        }
        return run;
    }

    /** A statement of the program's own, with its values as the driver takes them. */
    BoundStatement driven(BoundStatement statement) {
        return new BoundStatement(statement.sql(), new DriverValues(this).of(statement.values()));
    }

    /** The model of each key, in their order; null where it has no row. */
    <T> CompletionStage<List<@Nullable T>> findAll(Class<T> type, List<Object> keys) {
        return reactiveFind(type, keys.toArray()).thenApply(models -> models);
    }

    private static void resetVersion(Object model, EntityPersister persister) {
        EntityVersionMapping version = persister.getVersionMapping();
        if (version != null) {
            Object unsaved = version.getUnsavedStrategy().getDefaultValue(persister.getVersion(model));
            Objects.requireNonNull(
                            version.getVersionAttribute().getPropertyAccess().getSetter())
                    .set(model, unsaved);
        }
    }

    /** Runs a statement, past the managed models and without a flush; how many rows it changed. */
    CompletionStage<Integer> execute(HqlMutation mutation) {
        ReactiveMutationQuery<?> run =
                this.<Object>createReactiveMutationQuery(mutation.hql()).setHibernateFlushMode(FlushMode.MANUAL);
        TypeConfiguration configuration = factory.getTypeConfiguration();
        ParameterTypes types = ParameterTypes.of(((SqmQueryImplementor<?>) run).getSqmStatement(), configuration);
        mutation.parameters().forEach((name, given) -> {
            Object value = written(types.target(name), name, given);
            BasicType<?> type = types.type(name);
            if (value == null) {
                run.setParameter(name, null, type);
                return;
            }
            boolean known = configuration.getBasicTypeForJavaType(value.getClass()) != null || value instanceof Enum;
            if (type == null || known) {
                run.setParameter(name, value);
            } else {
                bind(run, name, value, type);
            }
        });
        return run.executeReactiveUpdate();
    }

    private @Nullable Object written(@Nullable ModelPart target, String name, Object value) {
        if (target != null) {
            return values.prepareAssigned(target, value);
        }
        Parameters.require(name, value);
        return value;
    }

    /** Runs a statement that gives a key to a column which would give one itself. */
    <T> CompletionStage<T> keepingGivenKeys(Supplier<CompletionStage<T>> insert) {
        return connection.keepingGivenKeys(insert);
    }

    /** The outcome of a statement, or the given one where it failed in a way that leaves the transaction as it was. */
    <T> CompletionStage<T> tolerating(CompletionStage<T> statement, Predicate<Throwable> tolerable, T instead) {
        return statement
                .<CompletionStage<T>>handle((result, failure) -> {
                    if (failure == null || !tolerable.test(Stages.unwrap(failure))) {
                        return statement;
                    }
                    connection.forgive();
                    return CompletableFuture.completedFuture(instead);
                })
                .thenCompose(stage -> stage);
    }

    @SuppressWarnings("unchecked") // the value is one of the attribute that the type is of
    private static <P> void bind(ReactiveMutationQuery<?> run, String name, Object value, BasicType<P> type) {
        run.setParameter(name, (P) value, (jakarta.persistence.metamodel.Type<P>) type);
    }

    /** Copies all loaded values but the key and collections; mutable ones as copies of their own. */
    void copyState(Object from, Object into) {
        copyState(from, into, Map.of());
    }

    /** {@link #copyState(Object, Object)}, with references to others in the place of some; by identity. */
    void copyState(Object from, Object into, Map<Object, Object> instead) {
        EntityPersister persister = getEntityPersister(null, from);
        Object source = getPersistenceContextInternal().unproxy(from);
        Type[] types = persister.getPropertyTypes();
        for (int i = 0; i < types.length; i++) {
            Object value = persister.getValue(source, i);
            if (!types[i].isCollectionType() && value != LazyPropertyInitializer.UNFETCHED_PROPERTY) {
                Object other = types[i].isEntityType() && value != null ? instead.get(value) : null;
                persister.setValue(into, i, other != null ? other : types[i].deepCopy(value, factory));
            }
        }
        Models.markLoaded(into);
    }

    /**
     * Puts references of this session where a model refers to others by objects that were made from a key, and lets
     * objects of the program that have nothing but a key refer to their rows.
     *
     * @param added models that are about to be persisted; by identity
     */
    void referByKey(Object model, Collection<?> added) {
        referredKeys.remove(model);
        EntityPersister persister = getEntityPersister(null, model);
        Type[] types = persister.getPropertyTypes();
        for (int i = 0; i < types.length; i++) {
            Object referred = types[i].isEntityType() ? persister.getValue(model, i) : null;
            if (referred == null || added.contains(referred) || !isStranger(referred)) {
                continue;
            }
            EntityPersister target = getEntityPersister(null, referred);
            boolean mayBeNew = !target.getGenerator().generatesOnInsert()
                    && persister.getPropertyCascadeStyles()[i].doCascade(CascadingActions.PERSIST);
            boolean standsIn =
                    target.hasProxy() || target.getBytecodeEnhancementMetadata().isEnhancedForLazyLoading();
            if (mayBeNew) {
                continue;
            }
            if (standsIn && Models.isKeyOnly(referred)) {
                Object key = target.getIdentifier(referred, this);
                persister.setValue(model, i, getReference(target.getMappedClass(), key));
            } else if (hasOnlyKey(target, referred)) {
                referredKeys.add(referred);
            }
        }
    }

    /**
     * Makes the values of a model what its row keeps; it is about to be inserted, and this session does not track it.
     */
    void prepareValues(Object model) {
        values.prepare(getEntityPersister(null, model), model, this);
    }

    WrittenValues values() {
        return values;
    }

    private boolean isStranger(Object referred) {
        return !(referred instanceof HibernateProxy) && !contains(referred);
    }

    private static boolean hasOnlyKey(EntityPersister persister, Object referred) {
        return Models.pk(referred) != null
                && Collections.disjoint(Models.fieldsSet(referred), List.of(persister.getPropertyNames()));
    }

    /**
     * Without the detour over an option that logs a deprecation warning (HHH90000034) at each call. The session has
     * made sure that the model is managed. Hibernate Reactive forgets that it refreshes when it has to wait for a row,
     * and keeps the old values of what the cascade reaches then.
     */
    @Override
    @SuppressWarnings("NullAway") // null is how Hibernate itself switches the profile off
    public CompletionStage<Void> reactiveRefresh(Object entity, LockOptions lockOptions) {
        checkOpen();
        Models.watchSetters(entity, null); // its callbacks run again, and its load is noted after them
        LoadQueryInfluencers influencers = getLoadQueryInfluencers();
        influencers.setEnabledCascadingFetchProfile(CascadingFetchProfile.REFRESH);
        return Stages.attempt(() -> factory.getEventListenerGroups()
                        .eventListenerGroup_REFRESH
                        .fireEventOnEachListener(
                                new RefreshEvent(entity, lockOptions, this),
                                (ReactiveRefreshEventListener listener) -> listener::reactiveOnRefresh))
                .whenComplete((done, failure) -> {
                    influencers.setEnabledCascadingFetchProfile(null);
                    DirtyMarks.forgetFalseOnes(this);
                });
    }

    /**
     * Watches the setters of a model from its load, after the callbacks that may set what they like, to its detaching.
     */
    static final class TrackingListener implements PostLoadEventListener, EvictEventListener {
        @Override
        public void onPostLoad(PostLoadEvent event) {
            if (event.getSession() instanceof TrackedSession session && session.setters != null) {
                Models.watchSetters(event.getEntity(), session.setters);
            }
        }

        @Override
        public void onEvict(EvictEvent event) {
            if (event.getSession() instanceof TrackedSession session && session.setters != null) {
                Models.watchSetters(event.getObject(), null);
            }
        }
    }

    /** Notes inserts, cascaded ones too, as they happen. */
    static final class InsertListener implements PostInsertEventListener {
        @Override
        public void onPostInsert(PostInsertEvent event) {
            Models.markLoaded(event.getEntity());
            if (event.getSession() instanceof TrackedSession session) {
                session.inserted.add(event.getEntity());
                session.rows().end();
            }
        }

        @Override
        public boolean requiresPostCommitHandling(EntityPersister persister) {
            return false;
        }
    }

    /** Notes versions before their first update, cascaded and forced ones too. */
    static final class UpdateListener implements PostUpdateEventListener {
        @Override
        public void onPostUpdate(PostUpdateEvent event) {
            EntityPersister persister = event.getPersister();
            Object[] before = event.getOldState();
            if (!(event.getSession() instanceof TrackedSession session)) {
                return;
            }
            session.rows().end();
            if (persister.isVersioned() && before != null) {
                session.versions.putIfAbsent(
                        event.getEntity(), new Version(persister, before[persister.getVersionPropertyIndex()]));
            }
        }

        @Override
        public boolean requiresPostCommitHandling(EntityPersister persister) {
            return false;
        }
    }

    private record Version(
            EntityPersister persister, @Nullable Object value) {
        void restore(Object model) {
            persister.setValue(model, persister.getVersionPropertyIndex(), value);
        }
    }
}
