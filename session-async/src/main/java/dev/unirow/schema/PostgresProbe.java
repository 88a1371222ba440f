package dev.unirow.schema;

import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;

/**
 * Has PostgreSQL write types, defaults and conditions in its own way, by making the tables as temporary ones and reading them back. What it writes for a condition it
 * may write differently again when it reads that, so the round is repeated until the text stays.
 */
final class PostgresProbe {
    private static final int MOST_ROUNDS = 4;
    private static final String SAVEPOINT = "unirow_probe";

    private final SqlRunner runner;
    private final TableSql sql = new TableSql(DatabaseKind.POSTGRESQL);

    PostgresProbe(SqlRunner runner) {
        this.runner = runner;
    }

    /** The tables that are in both schemas, as PostgreSQL writes them; the schema as it is when PostgreSQL refuses. */
    Uni<Schema> canonical(Schema schema, Schema other) {
        List<Table> common = schema.tables().stream()
                .filter(table ->
                        !table.columns().isEmpty() && other.table(table.name()).isPresent())
                .filter(table -> QualifiedName.parse(table.name()).schema() == null)
                .map(PostgresProbe::bare)
                .toList();
        return common.isEmpty()
                ? Uni.createFrom().item(schema)
                : rounds(Schema.of(common).withEnums(schema.enums()), MOST_ROUNDS);
    }

    private Uni<Schema> rounds(Schema schema, int left) {
        return round(schema)
                .chain(written -> left == 1 || written.equals(schema)
                        ? Uni.createFrom().item(written)
                        : rounds(written, left - 1));
    }

    private Uni<Schema> round(Schema schema) {
        return insideTransaction()
                .chain(inside -> inside
                        ? runner.execute("savepoint " + SAVEPOINT)
                                .chain(() -> within(schema, this::rollbackToSavepoint))
                        : runner.execute("begin").chain(() -> within(schema, () -> runner.execute("rollback"))));
    }

    // a local setting ends with its transaction: outside of one, at once
    private Uni<Boolean> insideTransaction() {
        return runner.select("select set_config('unirow.probe', 'on', true) as value", List.of())
                .chain(() -> runner.select("select current_setting('unirow.probe', true) as value", List.of()))
                .map(rows -> "on".equals(CatalogRow.of(rows).get(0).textOrNull("value")));
    }

    private Uni<Integer> rollbackToSavepoint() {
        return runner.execute("rollback to savepoint " + SAVEPOINT)
                .chain(() -> runner.execute("release savepoint " + SAVEPOINT));
    }

    private Uni<Schema> within(Schema schema, Supplier<Uni<?>> undo) {
        return Multi.createFrom()
                .iterable(statements(schema))
                .onItem()
                .transformToUniAndConcatenate(runner::execute)
                .collect()
                .last()
                .chain(() -> PostgresCatalog.ofTemporaryTables(runner).read())
                .map(read -> Schema.of(read.tables().stream()
                        .filter(table -> schema.table(table.name()).isPresent())
                        .toList()))
                .map(read -> read.withEnums(schema.enums()))
                // no privilege, or a default that needs what is not there yet: the texts are compared as they are
                .onFailure()
                .recoverWithItem(schema)
                .call(undo)
                .onCancellation()
                .call(undo);
    }

    private List<String> statements(Schema schema) {
        List<String> statements = new ArrayList<>();
        // in the way of the types that are there, if any, so that texts name one type on both sides
        schema.enums()
                .forEach(type ->
                        statements.add(sql.createEnum(type).replaceFirst("^create type ", "create type pg_temp.")));
        for (Table table : schema.tables()) {
            statements.add(sql.create(table).replaceFirst("^create table ", "create temporary table "));
            table.indexes().forEach(index -> statements.add(sql.createIndex(table.name(), index)));
        }
        return statements;
    }

    private static Table bare(Table table) {
        List<Column> columns = table.columns().stream()
                .map(column -> column.withNullable(true).withIdentity(false).withComment(null))
                .toList();
        return Table.of(table.name(), columns, null)
                .withChecks(table.checks())
                .withIndexes(table.indexes().stream()
                        .filter(index -> index.where() != null
                                || index.columns().stream().anyMatch(column -> column.expression() != null))
                        .toList());
    }
}
