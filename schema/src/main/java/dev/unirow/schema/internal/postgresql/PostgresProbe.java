package dev.unirow.schema.internal.postgresql;

import dev.unirow.schema.Column;
import dev.unirow.schema.DatabaseKind;
import dev.unirow.schema.EnumType;
import dev.unirow.schema.Index;
import dev.unirow.schema.Schema;
import dev.unirow.schema.SqlRunner;
import dev.unirow.schema.Table;
import dev.unirow.schema.internal.catalog.CatalogRow;
import dev.unirow.schema.internal.ddl.TableSql;
import dev.unirow.schema.internal.sql.QualifiedName;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;

/**
 * Has PostgreSQL write types, defaults and conditions in its own way, by making the tables as temporary ones and
 * reading them back. What it writes for a condition it may write differently again when it reads that, so the round is
 * repeated until the text stays.
 */
public final class PostgresProbe {
    private static final int MOST_ROUNDS = 4;
    private static final String SAVEPOINT = "unirow_probe";

    private final SqlRunner runner;
    private final TableSql sql = new TableSql(DatabaseKind.POSTGRESQL);

    public PostgresProbe(SqlRunner runner) {
        this.runner = runner;
    }

    /** The tables that are in both schemas, as PostgreSQL writes them; the schema as it is when PostgreSQL refuses. */
    public Uni<Schema> canonical(Schema schema, Schema other) {
        List<Table> common = schema.tables().stream()
                .filter(table ->
                        !table.columns().isEmpty() && other.table(table.name()).isPresent())
                .map(PostgresProbe::bare)
                .toList();
        // those of other schemas are there, if they are used: temporary ones could not have their names
        List<EnumType> enums = schema.enums().stream()
                .filter(type -> QualifiedName.parse(type.name()).schema() == null)
                .toList();
        return common.isEmpty()
                ? Uni.createFrom().item(schema)
                : rounds(Schema.of(common).withEnums(enums), MOST_ROUNDS);
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
                .map(read -> renamed(schema, read))
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
        for (int i = 0; i < schema.tables().size(); i++) {
            String name = name(i);
            Table table = schema.tables().get(i);
            statements.add(sql.create(table, name).replaceFirst("^create table ", "create temporary table "));
            for (int k = 0; k < table.indexes().size(); k++) {
                Index index = table.indexes().get(k).withName(name(i) + "_" + k);
                statements.add(sql.createIndex(name, index));
            }
        }
        return statements;
    }

    /** All temporary tables are in one schema, where tables and indexes of several may have one name. */
    private static String name(int table) {
        return "unirow_probe_" + table;
    }

    private static Schema renamed(Schema schema, Schema read) {
        List<Table> tables = new ArrayList<>();
        for (int i = 0; i < schema.tables().size(); i++) {
            String name = name(i);
            Table table = schema.tables().get(i);
            read.table(name)
                    .map(written -> written.withName(table.name())
                            .withIndexes(written.indexes().stream()
                                    .map(index -> index.withName(table.indexes()
                                            .get(Integer.parseInt(index.name().substring(name.length() + 1)))
                                            .name()))
                                    .toList()))
                    .ifPresent(tables::add);
        }
        return Schema.of(tables).withEnums(schema.enums());
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
