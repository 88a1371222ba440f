package dev.unirow.schema.engine;

import dev.unirow.schema.DatabaseKind;
import dev.unirow.schema.Schema;
import dev.unirow.schema.Sequence;
import dev.unirow.schema.SqlRunner;
import dev.unirow.schema.Table;
import dev.unirow.schema.internal.sql.QualifiedName;
import io.smallrye.mutiny.Uni;
import java.util.List;

/** The schema that an unqualified name means on a connection. A mapping may name it, too. */
record OwnSchema(String name) {
    static Uni<OwnSchema> of(DatabaseKind kind, SqlRunner runner) {
        String sql =
                kind == DatabaseKind.MARIADB ? "select database() as name" : "select current_schema()::text as name";
        return runner.select(sql, List.of())
                .map(rows -> new OwnSchema(String.valueOf(rows.get(0).get("name"))));
    }

    /** A live schema with the names that a mapping has for what is in this one. */
    Schema named(Schema live, Schema mapping) {
        return live.withTables(live.tables().stream()
                        .map(table -> named(table, mapping))
                        .toList())
                .withSequences(live.sequences().stream()
                        .map(sequence -> named(sequence, mapping))
                        .toList());
    }

    private Table named(Table table, Schema mapping) {
        return table.withName(name(table.name(), mapping))
                .withForeignKeys(table.foreignKeys().stream()
                        .map(key -> key.withReferredTable(name(key.referredTable(), mapping)))
                        .toList());
    }

    private String name(String table, Schema mapping) {
        String qualified = qualified(table);
        return mapping.table(table).isEmpty() && mapping.table(qualified).isPresent() ? qualified : table;
    }

    private Sequence named(Sequence sequence, Schema mapping) {
        String qualified = qualified(sequence.name());
        return !has(mapping, sequence.name()) && has(mapping, qualified) ? sequence.withName(qualified) : sequence;
    }

    private static boolean has(Schema mapping, String sequence) {
        return mapping.sequences().stream().anyMatch(other -> other.name().equals(sequence));
    }

    private String qualified(String text) {
        QualifiedName found = QualifiedName.parse(text);
        return found.schema() == null ? new QualifiedName(name, found.name()).text() : text;
    }
}
