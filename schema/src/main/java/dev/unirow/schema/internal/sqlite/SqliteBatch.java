package dev.unirow.schema.internal.sqlite;

import static dev.unirow.schema.internal.sql.Identifiers.literal;

import dev.unirow.schema.Column;
import dev.unirow.schema.ColumnOperation.FillColumn;
import dev.unirow.schema.DatabaseKind;
import dev.unirow.schema.SchemaException;
import dev.unirow.schema.Table;
import dev.unirow.schema.internal.ddl.TableSql;
import dev.unirow.schema.internal.sql.BatchMark;
import java.util.ArrayList;
import java.util.List;

/**
 * A SQLite table built anew in the order that https://sqlite.org/lang_altertable.html#otheralter asks for: the old
 * table is never renamed away, because references to it would follow.
 */
record SqliteBatch(Table before, Table after, List<FillColumn> fills) {
    private static final String PREFIX = "_unirow_batch_";

    SqliteBatch {
        if (!before.extras().isEmpty()) {
            throw new SchemaException("Table '" + before.name()
                    + "' must be built anew for this change, which SQLite's ALTER TABLE cannot make, and would lose: "
                    + String.join(", ", before.extras())
                    + ". Drop that first and make it again afterwards, or write the statements by hand.");
        }
        if (SqliteCopy.common(before, after).isEmpty()) {
            throw new SchemaException("No column of table '" + before.name()
                    + "' stays, so that its rows cannot be copied. Drop the table and make a new one instead.");
        }
    }

    List<String> statements() {
        TableSql sql = new TableSql(DatabaseKind.SQLITE);
        String name = before.name();
        String fresh = PREFIX + name;
        SqliteCopy copy = new SqliteCopy(before, after, fills);
        List<String> statements = new ArrayList<>();
        BatchMark mark =
                new BatchMark(name, before.columns().stream().map(Column::name).toList());
        statements.addAll(copy.refusals(sql, fresh));
        statements.add(sql.create(after, fresh));
        statements.set(0, mark.line() + "\n" + statements.get(0));
        statements.add(copy.statement(sql, fresh));
        if (hasIdentity(before) && hasIdentity(after)) {
            // the ids of rows that are gone must not come again
            statements.add("delete from sqlite_sequence where name = " + literal(fresh));
            statements.add("insert into sqlite_sequence (name, seq) select " + literal(fresh)
                    + ", seq from sqlite_sequence where name = " + literal(name));
        }
        statements.add(sql.dropTable(name));
        statements.add("alter table " + sql.table(fresh) + " rename to " + sql.table(name));
        after.indexes().forEach(index -> statements.add(sql.createIndex(name, index)));
        return statements;
    }

    private static boolean hasIdentity(Table table) {
        return table.columns().stream().anyMatch(Column::identity);
    }
}
