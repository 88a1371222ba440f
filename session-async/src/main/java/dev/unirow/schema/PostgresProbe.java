package dev.unirow.schema;

import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import java.util.List;

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
                .map(PostgresProbe::bare)
                .toList();
        return common.isEmpty() ? Uni.createFrom().item(schema) : rounds(Schema.of(common), MOST_ROUNDS);
    }

    private Uni<Schema> rounds(Schema schema, int left) {
        return round(schema)
                .chain(written -> left == 1 || written.equals(schema)
                        ? Uni.createFrom().item(written)
                        : rounds(written, left - 1));
    }

    // a savepoint fails outside a transaction, where a transaction of our own is right
    private Uni<Schema> round(Schema schema) {
        return runner.execute("savepoint " + SAVEPOINT)
                .map(done -> true)
                .onFailure()
                .recoverWithItem(false)
                .chain(inside -> inside
                        ? within(schema, "rollback to savepoint " + SAVEPOINT)
                                .call(() -> runner.execute("release savepoint " + SAVEPOINT))
                        : runner.execute("begin").chain(() -> within(schema, "rollback")));
    }

    private Uni<Schema> within(Schema schema, String undo) {
        return Multi.createFrom()
                .iterable(schema.tables())
                .onItem()
                .transformToUniAndConcatenate(table -> runner.execute(create(table)))
                .collect()
                .last()
                .chain(() -> new PostgresCatalog(runner, PostgresCatalog.TEMPORARY).read())
                .map(read -> Schema.of(read.tables().stream()
                        .filter(table -> schema.table(table.name()).isPresent())
                        .toList()))
                // no privilege, or a default that needs what is not there yet: the texts are compared as they are
                .onFailure()
                .recoverWithItem(schema)
                .call(() -> runner.execute(undo));
    }

    private String create(Table table) {
        return sql.create(table).replaceFirst("^create table ", "create temporary table ");
    }

    private static Table bare(Table table) {
        List<Column> columns = table.columns().stream()
                .map(column -> new Column(column.name(), column.type(), true, column.defaultValue(), false))
                .toList();
        return Table.of(table.name(), columns, null).withChecks(table.checks());
    }
}
