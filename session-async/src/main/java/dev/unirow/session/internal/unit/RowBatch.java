package dev.unirow.session.internal.unit;

import static java.util.Objects.requireNonNull;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.hibernate.dialect.Dialect;
import org.hibernate.engine.internal.Versioning;
import org.hibernate.engine.jdbc.spi.JdbcServices;
import org.hibernate.generator.BeforeExecutionGenerator;
import org.hibernate.generator.EventType;
import org.hibernate.generator.Generator;
import org.hibernate.metamodel.mapping.SelectableMapping;
import org.hibernate.persister.entity.AbstractEntityPersister;
import org.hibernate.persister.entity.EntityPersister;
import org.hibernate.reactive.adaptor.impl.PreparedStatementAdaptor;
import org.hibernate.type.Type;
import org.jspecify.annotations.Nullable;

/**
 * New rows of one class, all by one statement that is prepared once and sent with the values of many rows at a time.
 * Their keys are known before: given, generated, or {@linkplain IdentityBlock taken ahead}.
 */
final class RowBatch {
    private static final int ROWS_AT_ONCE = 500;

    private final TrackedSession session;
    private final AbstractEntityPersister persister;
    private final List<Object> models;
    private final List<Integer> properties;
    private final List<@Nullable Object> keys = new ArrayList<>();

    RowBatch(TrackedSession session, AbstractEntityPersister persister, List<Object> models) {
        this.session = session;
        this.persister = persister;
        this.models = models;
        this.properties = IntStream.range(0, persister.getPropertyTypes().length)
                .filter(i ->
                        persister.getPropertyInsertability()[i] && !persister.getPropertyTypes()[i].isCollectionType())
                .boxed()
                .toList();
    }

    /** Whether one statement can hold all there is to a row of this class. */
    static boolean serves(EntityPersister persister) {
        return persister instanceof AbstractEntityPersister
                && !persister.hasMultipleTables()
                && !persister.getEntityMetamodel().isPolymorphic()
                && !persister.hasInsertGeneratedProperties()
                && persister.getIdentifierColumnNames().length > 0
                && IntStream.range(0, persister.getPropertyTypes().length).noneMatch(i -> {
                    Type type = persister.getPropertyTypes()[i];
                    return type.isCollectionType() || type.isAnyType() || !isBoundPlainly(persister, i);
                });
    }

    /**
     * Sends the rows; false, with nothing sent, where the database cannot tell their keys ahead, nor give them in
     * order.
     */
    CompletionStage<Boolean> run() {
        return allKeys().thenCompose(known -> {
            if (!known) {
                return NumberedRows.serve(session) && keys.stream().allMatch(key -> key == null)
                        ? sendNumbered().thenApply(ignored -> true)
                        : CompletableFuture.completedFuture(false);
            }
            String sql = sql();
            List<Object[]> rows = new ArrayList<>(models.size());
            for (int i = 0; i < models.size(); i++) {
                Object[] row = row(models.get(i), requireNonNull(keys.get(i)));
                rows.add(row);
                session.rows().keep(row, written(models.get(i)));
            }
            CompletionStage<@Nullable Void> sent = CompletableFuture.completedFuture(null);
            for (int from = 0; from < rows.size(); from += ROWS_AT_ONCE) {
                List<Object[]> part = rows.subList(from, Math.min(rows.size(), from + ROWS_AT_ONCE));
                sent = sent.thenCompose(
                                ignored -> session.getReactiveConnection().update(sql, part))
                        .thenApply(ignored -> null);
            }
            return sent.thenApply(ignored -> {
                for (int i = 0; i < models.size(); i++) {
                    inserted(models.get(i), requireNonNull(keys.get(i)));
                }
                return true;
            });
        });
    }

    private WrittenRow written(Object model) {
        return new WrittenRow(persister.getMappedClass(), model, RowKey.given(session, persister, model));
    }

    private CompletionStage<Void> sendNumbered() {
        List<Object[]> rows = models.stream().map(model -> row(model, null)).toList();
        return new NumberedRows(session, persister, insertable(), rows).send().thenAccept(given -> {
            for (int i = 0; i < models.size(); i++) {
                inserted(models.get(i), given.get(i));
            }
        });
    }

    private void inserted(Object model, Object key) {
        if (RowKey.given(session, persister, model) == null) {
            persister.setIdentifier(model, key, session);
        }
        session.getFactory().getEventEngine().getCallbackRegistry().postCreate(model);
    }

    private CompletionStage<Boolean> allKeys() {
        CompletionStage<@Nullable Void> all = CompletableFuture.completedFuture(null);
        for (Object model : models) {
            all = all.thenCompose(ignored -> RowKey.before(session, persister, model))
                    .thenApply(key -> {
                        keys.add(key);
                        return null;
                    });
        }
        return all.thenCompose(ignored -> {
            int missing = (int) keys.stream().filter(key -> key == null).count();
            return new IdentityBlock(session, persister).take(missing).thenApply(taken -> {
                Deque<Object> next = new ArrayDeque<>(taken);
                if (next.size() < missing) {
                    return false;
                }
                keys.replaceAll(key -> key == null ? next.remove() : key);
                return true;
            });
        });
    }

    private String sql() {
        JdbcServices services = session.getFactory().getJdbcServices();
        List<String> columns = new ArrayList<>(Arrays.asList(persister.getIdentifierColumnNames()));
        columns.addAll(insertable());
        String markers = IntStream.rangeClosed(1, columns.size())
                .mapToObj(i -> services.getParameterMarkerStrategy().createMarker(i, null))
                .collect(Collectors.joining(", "));
        String sql = "insert into " + persister.getIdentifierTableName() + " (" + String.join(", ", columns)
                + ") values (" + markers + ")";
        return GivenKey.standsInColumnThatGivesOne(persister) ? GivenKey.kept(sql) : sql;
    }

    /** The columns but the key's. */
    private List<String> insertable() {
        List<String> columns = new ArrayList<>();
        for (int property : properties) {
            String[] names = persister.getPropertyColumnNames(property);
            boolean[] settable = settable(property);
            IntStream.range(0, names.length).filter(i -> settable[i]).forEach(i -> columns.add(names[i]));
        }
        return columns;
    }

    private boolean[] settable(int property) {
        List<SelectableMapping> columns = columns(persister, property);
        boolean[] settable = new boolean[columns.size()];
        for (int i = 0; i < settable.length; i++) {
            settable[i] = columns.get(i).isInsertable() && !columns.get(i).isFormula();
        }
        return settable;
    }

    private static List<SelectableMapping> columns(EntityPersister persister, int property) {
        List<SelectableMapping> columns = new ArrayList<>();
        persister.getAttributeMapping(property).forEachSelectable((i, column) -> columns.add(column));
        return columns;
    }

    /** Whether the value of a property is bound as it is, with no function around it. */
    private static boolean isBoundPlainly(EntityPersister persister, int property) {
        Dialect dialect = persister.getFactory().getJdbcServices().getDialect();
        return columns(persister, property).stream()
                .allMatch(column -> "?".equals(String.valueOf(column.getWriteExpression()))
                        && !column.getJdbcMapping().getJdbcType().isWriteExpressionTyped(dialect));
    }

    /** @param key null where the database gives it */
    private Object[] row(Object model, @Nullable Object key) {
        generate(model);
        return PreparedStatementAdaptor.bind(statement -> {
            int at = 1;
            if (key != null) {
                persister.getIdentifierType().nullSafeSet(statement, key, at, session);
                at += persister.getIdentifierColumnNames().length;
            }
            for (int property : properties) {
                boolean[] settable = settable(property);
                persister.getPropertyTypes()[property].nullSafeSet(
                        statement, persister.getValue(model, property), at, settable, session);
                for (boolean each : settable) {
                    at += each ? 1 : 0;
                }
            }
        });
    }

    private void generate(Object model) {
        Object[] state = persister.getValues(model);
        if (persister.isVersioned() && Versioning.seedVersion(model, state, persister, session)) {
            persister.setValues(model, state);
        }
        Generator[] generators = persister.getGenerators();
        for (int i = 0; i < generators.length; i++) {
            boolean isVersion = persister.isVersioned() && i == persister.getVersionPropertyIndex();
            if (!isVersion
                    && generators[i] instanceof BeforeExecutionGenerator before
                    && generators[i].generatesOnInsert()
                    && !generators[i].generatedOnExecution(model, session)) {
                persister.setValue(
                        model, i, before.generate(session, model, persister.getValue(model, i), EventType.INSERT));
            }
        }
    }
}
