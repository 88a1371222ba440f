package dev.unirow.session.internal.unit;

import dev.unirow.model.Models;
import dev.unirow.model.OnCreate;
import dev.unirow.query.HqlMutation;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import org.hibernate.bytecode.enhance.spi.LazyPropertyInitializer;
import org.hibernate.dialect.Dialect;
import org.hibernate.dialect.MariaDBDialect;
import org.hibernate.dialect.PostgreSQLDialect;
import org.hibernate.exception.ConstraintViolationException;
import org.hibernate.generator.BeforeExecutionGenerator;
import org.hibernate.generator.EventType;
import org.hibernate.generator.Generator;
import org.hibernate.jpa.event.spi.CallbackRegistry;
import org.hibernate.jpa.event.spi.CallbackType;
import org.hibernate.persister.entity.EntityPersister;
import org.hibernate.reactive.id.impl.IdentifierGeneration;
import org.hibernate.type.CompositeType;
import org.hibernate.type.Type;
import org.jspecify.annotations.Nullable;

/**
 * Inserts one row by a statement of its own, past the managed models: with a key that the database would otherwise
 * give, or unless a row is in its way. Callbacks, generated values and validation are those of a model that is
 * persisted.
 */
final class RowInsert {
    private final TrackedSession session;
    private final EntityPersister persister;
    private final Object model;
    private final Map<String, Object> parameters = new LinkedHashMap<>();
    private final List<String> targets = new ArrayList<>();
    private final List<String> values = new ArrayList<>();

    RowInsert(TrackedSession session, Object model) {
        this.session = session;
        this.persister = session.getEntityPersister(null, model);
        this.model = model;
    }

    /** The key of the new row. */
    CompletionStage<@Nullable Object> run() {
        refuseSeveralTables();
        return run(false);
    }

    /**
     * The key of the new row; null where another row was in its way. Callbacks of an insert are for a row that is
     * inserted: where there are any, a row in the way is looked for before them.
     */
    CompletionStage<@Nullable Object> runUnlessInTheWay(UniqueProperties unique) {
        refuseSeveralTables();
        if (!callbacks().hasRegisteredCallbacks(persister.getMappedClass(), CallbackType.PRE_PERSIST)) {
            return run(true);
        }
        session.referByKey(model, Set.of());
        session.prepareValues(model);
        return new RowInTheWay(session, persister, model)
                .isThere(unique.of(persister.getEntityName()))
                .thenCompose(there -> there ? CompletableFuture.<@Nullable Object>completedFuture(null) : run(true));
    }

    private CallbackRegistry callbacks() {
        return session.getFactory().getEventEngine().getCallbackRegistry();
    }

    private void refuseSeveralTables() {
        if (persister.hasMultipleTables()) {
            throw new IllegalArgumentException("A row of " + name()
                    + " stands in several tables: it cannot be inserted with a given key, or unless it exists. Add the model "
                    + "without a key.");
        }
    }

    private CompletionStage<@Nullable Object> run(boolean unlessInTheWay) {
        callbacks().preCreate(model);
        session.referByKey(model, Set.of());
        NewRows.emptyUnloaded(persister, model);
        session.prepareValues(model);
        return RowKey.before(session, persister, model).thenCompose(key -> {
            session.rows().begin(new WrittenRow(persister.getMappedClass(), model, key));
            addKey(key);
            addProperties();
            Models.validate(model, OnCreate.class);
            String hql = "insert into " + persister.getEntityName() + " (" + String.join(", ", targets) + ") values ("
                    + String.join(", ", values) + ")";
            boolean hasKey = key != null;
            return (unlessInTheWay ? insertUnlessInTheWay(hql, hasKey) : insert(hql, hasKey))
                    .thenCompose(rows -> rows == 0
                            ? CompletableFuture.<@Nullable Object>completedFuture(null)
                            : key == null ? generatedKey() : CompletableFuture.<@Nullable Object>completedFuture(key))
                    .whenComplete((inserted, failure) -> session.rows().end());
        });
    }

    private CompletionStage<Integer> insert(String hql, boolean hasKey) {
        HqlMutation insert = new HqlMutation(hql, parameters);
        return hasKey && GivenKey.standsInColumnThatGivesOne(persister)
                ? session.keepingGivenKeys(() -> session.execute(insert))
                : session.execute(insert);
    }

    /**
     * MariaDB counts the row in the way like a new one, unless its other failures are to be ignored too; and a
     * duplicate ends no transaction there.
     */
    private CompletionStage<Integer> insertUnlessInTheWay(String hql, boolean hasKey) {
        return dialect() instanceof MariaDBDialect
                ? session.tolerating(insert(hql, hasKey), RowInsert::isDuplicate, 0)
                : insert(hql + " on conflict do nothing", hasKey);
    }

    private static boolean isDuplicate(Throwable failure) {
        return failure instanceof ConstraintViolationException violation
                && violation.getKind() == ConstraintViolationException.ConstraintKind.UNIQUE;
    }

    private Dialect dialect() {
        return session.getFactory().getJdbcServices().getDialect();
    }

    private String name() {
        return persister.getMappedClass().getSimpleName();
    }

    private void addKey(@Nullable Object key) {
        if (key == null) {
            return;
        }
        String property = persister.getIdentifierPropertyName();
        if (persister.getIdentifierType() instanceof CompositeType composite) {
            addParts(property == null ? "" : property + ".", composite, key);
        } else {
            add(String.valueOf(property), key);
        }
    }

    private void addProperties() {
        String[] names = persister.getPropertyNames();
        Type[] types = persister.getPropertyTypes();
        Generator[] generators = persister.getGenerators();
        String version = persister.isVersioned()
                ? persister.getVersionMapping().getVersionAttribute().getAttributeName()
                : null;
        for (int i = 0; i < names.length; i++) {
            Generator generator = generators[i];
            if (names[i].equals(version)) {
                continue; // Hibernate adds its first value itself
            }
            if (generator instanceof BeforeExecutionGenerator before
                    && generator.generatesOnInsert()
                    && !generator.generatedOnExecution(model, session)) {
                Object current = persister.getValue(model, i);
                persister.setValue(model, i, before.generate(session, model, current, EventType.INSERT));
            }
            Object value = persister.getValue(model, i);
            if (types[i].isCollectionType()) {
                refuseElements(names[i], value);
            } else if (persister.getPropertyInsertability()[i] && value != LazyPropertyInitializer.UNFETCHED_PROPERTY) {
                add(names[i], types[i], value);
            }
        }
    }

    private void refuseElements(String property, @Nullable Object value) {
        if (value instanceof Collection<?> collection && !collection.isEmpty()
                || value instanceof Map<?, ?> map && !map.isEmpty()) {
            throw new IllegalArgumentException(
                    "'" + property + "' of " + name()
                            + " holds something, which one statement cannot insert with the row. Insert the row first, then fill it.");
        }
    }

    private void add(String path, Type type, @Nullable Object value) {
        if (!(type instanceof CompositeType composite)) {
            add(path, value);
        } else if (value != null) {
            addParts(path + ".", composite, value);
        }
    }

    private void addParts(String prefix, CompositeType type, Object whole) {
        String[] names = type.getPropertyNames();
        Object[] parts = type.getPropertyValues(whole, session);
        for (int i = 0; i < names.length; i++) {
            add(prefix + names[i], type.getSubtypes()[i], parts[i]);
        }
    }

    private void add(String path, @Nullable Object value) {
        targets.add(path);
        if (value == null) {
            values.add("null"); // a column that is left out would get the default of the table
            return;
        }
        String parameter = "p" + parameters.size();
        parameters.put(parameter, value);
        values.add(":" + parameter);
    }

    /** The key that the insert just before has generated on this connection. */
    private CompletionStage<@Nullable Object> generatedKey() {
        Dialect dialect = dialect();
        String sql = dialect instanceof PostgreSQLDialect
                ? "select lastval()"
                : dialect.getIdentityColumnSupport()
                        .getIdentitySelectString(
                                persister.getIdentifierTableName(), persister.getIdentifierColumnNames()[0], 0);
        return session.getReactiveConnection().selectJdbc(sql).thenApply(rows -> {
            try {
                if (!rows.next()) {
                    throw new IllegalStateException("The database does not tell the key of the row it inserted.");
                }
                return IdentifierGeneration.castToIdentifierType(rows.getLong(1), persister);
            } catch (SQLException failure) {
                throw new CompletionException(failure);
            }
        });
    }
}
