package dev.unirow.migrate.internal.run;

import dev.unirow.migrate.internal.script.ScriptItem;
import dev.unirow.schema.DatabaseKind;
import dev.unirow.schema.PrimaryKey;
import dev.unirow.schema.Schema;
import dev.unirow.schema.Table;
import dev.unirow.schema.Unique;
import dev.unirow.schema.engine.Schemas;
import dev.unirow.session.SqlConnection;
import dev.unirow.session.exception.UniqueViolationException;
import io.smallrye.mutiny.Uni;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The name of the key or unique constraint that the copy of a table breaks: SQLite tells its columns alone. */
record BrokenUnique(SqlConnection connection, DatabaseKind kind) {
    /** Null where the failure is of another kind, or the name is not found. */
    Uni<@Nullable String> nameIn(Throwable failure) {
        if (kind != DatabaseKind.SQLITE
                || !(failure instanceof UniqueViolationException broken)
                || !String.valueOf(broken.constraint()).startsWith(ScriptItem.Batch.COPY)) {
            return Uni.createFrom().nullItem();
        }
        Set<String> columns = Set.of(String.valueOf(broken.constraint()).split(", "));
        return Schemas.live(kind, connection)
                .<@Nullable String>map(schema -> nameOf(columns, schema))
                .onFailure()
                .recoverWithNull();
    }

    private static @Nullable String nameOf(Set<String> columns, Schema schema) {
        for (Table table : schema.tables()) {
            PrimaryKey key = table.primaryKey();
            if (key != null && columns.equals(qualified(table, key.columns()))) {
                return key.name();
            }
            for (Unique unique : table.uniques()) {
                if (columns.equals(qualified(table, unique.columns()))) {
                    return unique.name();
                }
            }
        }
        return null;
    }

    private static Set<String> qualified(Table table, List<String> columns) {
        return columns.stream().map(column -> table.name() + "." + column).collect(Collectors.toSet());
    }
}
