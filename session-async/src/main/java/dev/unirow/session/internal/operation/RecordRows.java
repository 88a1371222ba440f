package dev.unirow.session.internal.operation;

import dev.unirow.session.exception.RowMappingException;
import dev.unirow.session.internal.sql.ResultRows;
import dev.unirow.session.internal.sql.RowReader;
import java.lang.reflect.Constructor;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.jspecify.annotations.Nullable;

/** Rows as records of one class: each column is the component of its name, {@code first_name} or {@code firstName}. */
public final class RecordRows<R extends Record> implements RowReader<R> {
    private final Class<R> type;
    private final RecordComponent[] components;
    private final Constructor<R> constructor;

    private RecordRows(Class<R> type, RecordComponent[] components, Constructor<R> constructor) {
        this.type = type;
        this.components = components;
        this.constructor = constructor;
    }

    public static <R extends Record> RecordRows<R> of(Class<R> type) {
        RecordComponent[] components = type.getRecordComponents();
        if (components == null) {
            throw new IllegalArgumentException(type.getName() + " is no record class.");
        }
        Class<?>[] types =
                Arrays.stream(components).map(RecordComponent::getType).toArray(Class<?>[]::new);
        try {
            Constructor<R> constructor = type.getDeclaredConstructor(types);
            constructor.setAccessible(true);
            return new RecordRows<>(type, components, constructor);
        } catch (NoSuchMethodException failure) {
            throw new IllegalStateException(type.getName() + " has no canonical constructor.", failure);
        }
    }

    @Override
    public Class<?> type() {
        return type;
    }

    @Override
    public CompletionStage<List<R>> read(ResultRows rows, ModelsByKey models) {
        RowReaders.requireDistinct(rows, type);
        return CompletableFuture.completedFuture(of(rows.rows()));
    }

    public List<R> of(List<Map<String, @Nullable Object>> rows) {
        List<R> records = new ArrayList<>(rows.size());
        for (Map<String, @Nullable Object> row : rows) {
            records.add(one(row));
        }
        return Collections.unmodifiableList(records);
    }

    private R one(Map<String, @Nullable Object> row) {
        Set<String> left = new LinkedHashSet<>(row.keySet());
        @Nullable Object[] arguments = new Object[components.length];
        for (int i = 0; i < components.length; i++) {
            String column = columnOf(components[i], row.keySet());
            left.remove(column);
            arguments[i] = ColumnValue.as(
                    components[i].getGenericType(),
                    components[i].getType(),
                    row.get(column),
                    problem -> new RowMappingException(type, "column '" + column + "' " + problem));
        }
        if (!left.isEmpty()) {
            throw new RowMappingException(
                    type,
                    "there is no component for " + columns(left) + ". Select only what the record has, or add it");
        }
        return made(arguments);
    }

    private String columnOf(RecordComponent component, Set<String> columns) {
        String name = component.getName();
        String wanted = plain(name);
        List<String> found =
                columns.stream().filter(column -> plain(column).equals(wanted)).toList();
        if (found.size() == 1) {
            return found.get(0);
        }
        if (found.isEmpty()) {
            throw new RowMappingException(
                    type,
                    "there is no column for the component '" + name + "'. Found " + columns(columns)
                            + ". Select it, or name it by 'as'");
        }
        throw new RowMappingException(
                type, "the component '" + name + "' could be any of " + columns(new LinkedHashSet<>(found)));
    }

    /** Databases differ in the case of unquoted names. */
    private static String plain(String name) {
        return name.replace("_", "").toLowerCase(Locale.ROOT);
    }

    private static String columns(Set<String> names) {
        return "the " + (names.size() == 1 ? "column" : "columns") + " '" + String.join("', '", names) + "'";
    }

    private R made(@Nullable Object[] arguments) {
        try {
            return constructor.newInstance(arguments);
        } catch (InvocationTargetException failure) {
            throw new RowMappingException(type, "its constructor refused a row", failure.getCause());
        } catch (InstantiationException | IllegalAccessException failure) {
            throw new IllegalStateException(failure);
        }
    }
}
