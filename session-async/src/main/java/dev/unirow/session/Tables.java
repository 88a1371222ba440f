package dev.unirow.session;

import dev.unirow.schema.DatabaseKind;
import dev.unirow.schema.Schema;
import dev.unirow.schema.Table;
import dev.unirow.schema.engine.Schemas;
import dev.unirow.session.internal.failure.Constraints;
import dev.unirow.session.internal.failure.Failures;
import dev.unirow.session.internal.unit.Engine;
import dev.unirow.session.internal.unit.RawConnection;
import io.smallrye.mutiny.Uni;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Creates and drops the tables of the models, in one transaction each, and knows those that there are. On MariaDB,
 * where each statement commits, what was made before a failure is dropped again.
 */
final class Tables {
    private final Engine engine;
    private final DatabaseKind kind;
    private final Schema wanted;
    private final Constraints constraints;
    private volatile Schema reflected = Schema.empty();

    /** @param shown a statement without the literals that may be private */
    Tables(Engine engine, DatabaseKind kind, Schema wanted, UnaryOperator<String> shown) {
        this.engine = engine;
        this.kind = kind;
        this.wanted = wanted;
        this.constraints = new Constraints(
                wanted, engine.catalog().classesByTable(), engine.catalog()::classNamed, engine::violation, shown);
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
        return change(present -> Schemas.createAll(kind, wanted, present), this::undo);
    }

    Uni<Void> drop() {
        return change(
                present -> Schemas.dropAll(kind, wanted, present),
                (connection, done) -> CompletableFuture.completedFuture(null));
    }

    private Uni<Void> change(
            Function<Set<String>, List<String>> statements,
            BiFunction<RawConnection, List<String>, CompletionStage<Void>> undo) {
        return engine.<Void>withConnection(connection -> connection.inTransaction(within ->
                        present(within).thenCompose(present -> executeAll(within, statements.apply(present), undo))))
                .onFailure()
                .transform(Failures::translate);
    }

    private CompletionStage<Void> executeAll(
            RawConnection connection,
            List<String> statements,
            BiFunction<RawConnection, List<String>, CompletionStage<Void>> undo) {
        if (kind != DatabaseKind.MARIADB) {
            return connection.executeAll(statements); // the transaction undoes it
        }
        List<String> done = new ArrayList<>();
        CompletionStage<Void> all = CompletableFuture.completedFuture(null);
        for (String statement : statements) {
            all = all.thenCompose(before -> connection.executeAll(List.of(statement)))
                    .thenRun(() -> done.add(statement));
        }
        CompletionStage<Void> running = all;
        return running.handle((result, failure) -> failure == null
                        ? running
                        : undo.apply(connection, done)
                                .handle((undone, second) -> {
                                    if (second != null) {
                                        failure.addSuppressed(second);
                                    }
                                    return running;
                                })
                                .thenCompose(stage -> stage))
                .thenCompose(stage -> stage);
    }

    /** Drops the tables that these statements made, and no others: another process may be at it too. */
    private CompletionStage<Void> undo(RawConnection connection, List<String> done) {
        Set<String> made = wanted.tables().stream()
                .filter(table ->
                        done.stream().anyMatch(Schemas.createAll(kind, Schema.of(List.of(table)), Set.of())::contains))
                .map(Table::name)
                .collect(Collectors.toSet());
        return connection.executeAll(Schemas.dropAll(kind, Schema.of(wanted.tables()), made));
    }

    private CompletionStage<Set<String>> present(RawConnection connection) {
        String sql = switch (kind) {
            // beside the tables their enum types, which share their names' space
            case POSTGRESQL -> """
                select n.nspname::text as schema_name, (n.nspname = current_schema())::text as own, o.name
                from (select relnamespace as namespace, relname::text as name from pg_class where relkind in ('r', 'p')
                        union all select typnamespace, typname::text from pg_type where typtype = 'e') o
                    join pg_namespace n on n.oid = o.namespace
                where n.nspname not in ('pg_catalog', 'information_schema', 'pg_toast') and not n.nspname like 'pg_temp_%'
                """;
            // plain, since echo shows it; there are no schemas
            case SQLITE -> "select name from sqlite_schema where type = 'table'";
            case MARIADB ->
                "select table_schema as schema_name, if(table_schema = database(), 'true', 'false') as own, table_name as name"
                        + " from information_schema.tables "
                        + "where table_type = 'BASE TABLE' and table_schema not in ('mysql', 'sys')";
        };
        return connection
                .select(sql)
                .thenApply(rows -> rows.stream().flatMap(Tables::names).collect(Collectors.toSet()));
    }

    /** In the connection's own schema it has two: a mapping may name that schema or not. */
    private static Stream<String> names(Map<String, ?> row) {
        String name = String.valueOf(row.get("name"));
        Stream<String> qualified = Stream.of(Schemas.qualified((String) row.get("schema_name"), name));
        return "true".equals(row.get("own"))
                ? Stream.concat(qualified, Stream.of(Schemas.qualified(null, name)))
                : qualified;
    }
}
