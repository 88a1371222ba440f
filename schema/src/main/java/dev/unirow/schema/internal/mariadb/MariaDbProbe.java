package dev.unirow.schema.internal.mariadb;

import dev.unirow.schema.DatabaseKind;
import dev.unirow.schema.Schema;
import dev.unirow.schema.SqlRunner;
import dev.unirow.schema.Table;
import dev.unirow.schema.internal.ddl.TableSql;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import java.util.List;
import java.util.Map;

/**
 * Has MariaDB write types, defaults, computations and conditions in its own way, by making each table as a temporary
 * one and reading its statement back, until the text stays. A temporary table is the connection's alone and ends no
 * transaction; the catalogue does not list it, but SHOW CREATE TABLE does.
 */
public final class MariaDbProbe {
    private static final int MOST_ROUNDS = 4;
    private static final String NAME = "unirow_probe";
    private static final String DROP = "drop temporary table if exists " + NAME;

    private final SqlRunner runner;
    private final TableSql sql = new TableSql(DatabaseKind.MARIADB);

    public MariaDbProbe(SqlRunner runner) {
        this.runner = runner;
    }

    /** The schema with its tables as MariaDB writes them; a table that it refuses, or may not make, stays as it is. */
    public Uni<Schema> canonical(Schema schema) {
        return Multi.createFrom()
                .iterable(schema.tables())
                .onItem()
                .transformToUniAndConcatenate(
                        table -> table.columns().isEmpty() ? Uni.createFrom().item(table) : rounds(table, MOST_ROUNDS))
                .collect()
                .asList()
                .map(schema::withTables);
    }

    private Uni<Table> rounds(Table table, int left) {
        return round(table)
                .chain(written -> left == 1 || written.equals(table)
                        ? Uni.createFrom().item(written)
                        : rounds(written, left - 1));
    }

    private Uni<Table> round(Table table) {
        return runner.execute(DROP)
                .chain(() -> runner.execute(
                        sql.create(bare(table), NAME).replaceFirst("^create table ", "create temporary table ")))
                .chain(() -> runner.select("show create table " + NAME, List.of()))
                .map(rows -> MariaDbCreateTable.parse(statement(rows.get(0))).writing(table))
                .eventually(() -> runner.execute(DROP))
                // no privilege, or something that needs what is not there yet: the texts are compared as they are
                .onFailure()
                .recoverWithItem(table);
    }

    private static String statement(Map<String, ?> row) {
        return String.valueOf(row.get("Create Table"));
    }

    private static Table bare(Table table) {
        return Table.of(
                        NAME,
                        table.columns().stream()
                                .map(column -> column.withNullable(true)
                                        .withIdentity(false)
                                        .withComment(null)
                                        .withExtras(List.of()))
                                .toList(),
                        null)
                .withChecks(table.checks());
    }
}
