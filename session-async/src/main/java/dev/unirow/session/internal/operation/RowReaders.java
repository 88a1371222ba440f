package dev.unirow.session.internal.operation;

import dev.unirow.session.exception.RowMappingException;
import dev.unirow.session.internal.sql.ResultRows;
import dev.unirow.session.internal.sql.RowReader;
import dev.unirow.session.internal.unit.ModelCatalog;
import jakarta.persistence.Entity;
import java.util.HashSet;
import java.util.Set;

/** How rows of SQL become objects of a class. */
final class RowReaders {
    private RowReaders() {}

    @SuppressWarnings("unchecked") // a record's class is one of records
    static <R> RowReader<R> of(Class<R> type, ModelCatalog catalog) {
        if (type.isRecord()) {
            return (RowReader<R>) RecordRows.of(type.asSubclass(Record.class));
        }
        return catalog.isModel(type) || type.isAnnotationPresent(Entity.class)
                ? new ModelRows<>(type, catalog.keyColumns(type))
                : new ScalarRows<>(type);
    }

    /** One of two columns with the same label would be lost. */
    static void requireDistinct(ResultRows rows, Class<?> type) {
        Set<String> seen = new HashSet<>();
        rows.labels().stream().filter(label -> !seen.add(label)).findFirst().ifPresent(label -> {
            throw new RowMappingException(type, "there are two columns '" + label + "'. Name one of them by 'as'");
        });
    }
}
