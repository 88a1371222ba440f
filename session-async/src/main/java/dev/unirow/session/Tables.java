package dev.unirow.session;

import dev.unirow.schema.DatabaseKind;
import dev.unirow.schema.Schema;
import dev.unirow.schema.Schemas;
import dev.unirow.schema.Table;
import dev.unirow.session.internal.hr.Engine;
import dev.unirow.session.internal.hr.RawConnection;
import io.smallrye.mutiny.Uni;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.CompletionStage;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Creates and drops the tables of the models, in one transaction each, and knows those that there are. */
final class Tables {
    private final Engine engine;
    private final DatabaseKind kind;
    private final Schema wanted;
    private final Constraints constraints;
    private volatile Schema reflected = Schema.empty();

    Tables(Engine engine, DatabaseKind kind, Schema wanted) {
        this.engine = engine;
        this.kind = kind;
        this.wanted = wanted;
        this.constraints = new Constraints(wanted, engine.catalog().classesByTable(), engine::violation);
    }

    DatabaseKind kind() {
        return kind;
    }

    Schema wanted() {
        return wanted;
    }

    Constraints constraints() {
        return constraints;
    }

    void reflected(Schema live) {
        reflected = live;
    }

    Map<String, Table> known() {
        Map<String, Table> known = new TreeMap<>();
        wanted.tables().forEach(table -> known.put(table.name(), table));
        reflected.tables().forEach(table -> known.put(table.name(), table));
        return Collections.unmodifiableMap(known);
    }

    Uni<Void> create() {
        return change(present -> Schemas.createAll(kind, wanted, present));
    }

    Uni<Void> drop() {
        return change(present -> Schemas.dropAll(kind, wanted, present));
    }

    private Uni<Void> change(Function<Set<String>, List<String>> statements) {
        return engine.<Void>withConnection(connection -> connection.inTransaction(
                        within -> present(within).thenCompose(present -> within.executeAll(statements.apply(present)))))
                .onFailure()
                .transform(Failures::translate);
    }

    private CompletionStage<Set<String>> present(RawConnection connection) {
        String sql = switch (kind) {
            case POSTGRESQL -> "select tablename as name from pg_catalog.pg_tables where schemaname = current_schema()";
            case SQLITE -> "select name from sqlite_schema where type = 'table'";
            case MARIADB ->
                "select table_name as name from information_schema.tables "
                        + "where table_schema = database() and table_type = 'BASE TABLE'";
        };
        return connection
                .select(sql)
                .thenApply(rows -> rows.stream()
                        .map(row -> String.valueOf(row.get("name")))
                        .collect(Collectors.toSet()));
    }
}
