package dev.unirow.schema.internal.mariadb;

import dev.unirow.schema.Check;
import dev.unirow.schema.Column;
import dev.unirow.schema.ColumnOperation;
import dev.unirow.schema.ConstraintOperation;
import dev.unirow.schema.DatabaseKind;
import dev.unirow.schema.Generated;
import dev.unirow.schema.Operation;
import dev.unirow.schema.PrimaryKey;
import dev.unirow.schema.Schema;
import dev.unirow.schema.SchemaException;
import dev.unirow.schema.SchemaOperation;
import dev.unirow.schema.Table;
import dev.unirow.schema.TableOperation;
import dev.unirow.schema.Unique;
import dev.unirow.schema.internal.ddl.KeySourceSql;
import dev.unirow.schema.internal.ddl.SchemaChange;
import dev.unirow.schema.internal.ddl.TableSql;
import dev.unirow.schema.internal.sql.MariaDbOptions;
import dev.unirow.schema.internal.sql.TypeName;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Operations in MariaDB's SQL. It follows the schema along, since MariaDB needs whole columns where others name what
 * changes, keeps indexes of its own for foreign keys, and generates keys only in a column that is one.
 */
public final class MariaDbOperations {
    private final TableSql sql = new TableSql(DatabaseKind.MARIADB);
    private final List<Operation> operations;
    private final Set<Operation> done = new HashSet<>();
    private final List<String> statements = new ArrayList<>();
    private Schema schema;

    private MariaDbOperations(Schema from, List<Operation> operations) {
        this.schema = from;
        this.operations = operations;
    }

    public static List<String> render(Schema from, List<Operation> operations) {
        MariaDbOperations renderer = new MariaDbOperations(from, operations);
        for (Operation operation : operations) {
            if (renderer.done.add(operation)) {
                renderer.add(operation);
            }
            renderer.schema = SchemaChange.apply(DatabaseKind.MARIADB, renderer.schema, operation);
        }
        return List.copyOf(renderer.statements);
    }

    private void add(Operation operation) {
        if (operation instanceof TableOperation ofTable) {
            add(ofTable);
        } else if (operation instanceof SchemaOperation ofSchema) {
            add(ofSchema);
        } else if (operation instanceof ConstraintOperation.CreateIndex create) {
            statements.add(sql.createIndex(create.table(), create.index()));
        } else if (operation instanceof ConstraintOperation ofConstraint) {
            statements.add("alter table " + sql.table(operation.table()) + " " + change(ofConstraint));
        } else if (operation instanceof ColumnOperation.AddColumn add && needsValues(add.column())) {
            addRequired(add);
        } else {
            statements.add("alter table " + sql.table(operation.table()) + " " + change((ColumnOperation) operation));
        }
    }

    private static boolean needsValues(Column column) {
        return !column.nullable() && column.defaultValue() == null && column.generated() == null && !column.identity();
    }

    /**
     * MariaDB makes up zeros and empty texts for rows that are there, where others refuse. A check refuses them
     * whatever the {@code sql_mode} is, but is asked about old rows only when the table is copied; the second statement
     * takes it away again.
     */
    private void addRequired(ColumnOperation.AddColumn add) {
        String table = "alter table " + sql.table(add.table());
        statements.add(table + " add column " + sql.column(add.column().withNullable(true)) + " null check ("
                + sql.quote(add.column().name()) + " is not null), algorithm = copy");
        statements.add(table + " " + modify(add.column()));
    }

    private void add(TableOperation operation) {
        if (operation instanceof TableOperation.CreateTable create) {
            Table table = create.definition();
            statements.addAll(sql.createWhole(table));
            table.foreignKeys().forEach(key -> statements.add(sql.addForeignKey(table.name(), key)));
        } else if (operation instanceof TableOperation.DropTable drop) {
            statements.add(sql.dropTable(drop.table()));
        } else if (operation instanceof TableOperation.RenameTable rename) {
            statements.add("alter table " + sql.table(rename.table()) + " rename to " + sql.table(rename.newName()));
        } else if (operation instanceof TableOperation.AlterTableComment alter) {
            String comment = alter.to() == null ? "" : alter.to();
            statements.add("alter table " + sql.table(alter.table()) + " comment " + sql.literal(comment));
        } else if (operation instanceof TableOperation.AlterTableOptions alter) {
            alterOptions(alter);
        }
    }

    private void alterOptions(TableOperation.AlterTableOptions alter) {
        MariaDbOptions before = MariaDbOptions.of(alter.from());
        MariaDbOptions after = MariaDbOptions.of(alter.to());
        List<String> changes = new ArrayList<>(List.of(after.sqlFrom(before)));
        if (!after.collation().equals(before.collation())) {
            // a collation of the table is one for further columns, unless those that are there are told
            schema.table(alter.table()).map(Table::columns).orElse(List.of()).stream()
                    .filter(column -> column.collation() == null && TypeName.isMariaDbText(column.type()))
                    .forEach(column -> changes.add(modify(column.withCollation(after.collation()))));
        }
        statements.add("alter table " + sql.table(alter.table()) + " " + String.join(", ", changes));
    }

    private void add(SchemaOperation operation) {
        if (operation instanceof SchemaOperation.CreateSequence create) {
            statements.add(sql.createSequence("create sequence ", create.sequence()));
        } else if (operation instanceof SchemaOperation.DropSequence drop) {
            statements.add("drop sequence " + sql.table(drop.table()));
        } else if (operation instanceof SchemaOperation.AlterSequence alter) {
            statements.add(sql.alterSequence(alter.from(), alter.to()));
        } else if (operation instanceof SchemaOperation.AdvanceSequence advance) {
            if (!advance.back()) {
                statements.addAll(new KeySourceSql(DatabaseKind.MARIADB).advance(schema, advance.source()));
            }
        } else {
            throw new SchemaException("MariaDB has no enum types of their own: '" + operation.table()
                    + "' cannot be made, changed or dropped. Name the values in the columns.");
        }
    }

    private String change(ColumnOperation operation) {
        if (operation instanceof ColumnOperation.AddColumn add) {
            return withKey("add column " + sql.column(add.column()), add.table(), add.column());
        } else if (operation instanceof ColumnOperation.DropColumn drop) {
            return "drop column " + sql.quote(drop.column().name());
        } else if (operation instanceof ColumnOperation.RenameColumn rename) {
            return "rename column " + sql.quote(rename.column()) + " to " + sql.quote(rename.newName());
        } else if (operation instanceof ColumnOperation.AlterIdentity alter) {
            return withKey(modify(alter.to()), alter.table(), alter.to());
        } else if (operation instanceof ColumnOperation.AlterGenerated alter) {
            Generated old = alter.from().generated();
            return alter.to().generated() == null && old != null && old.stored()
                    ? modify(alter.to())
                    : "drop column " + sql.quote(alter.from().name()) + ", add column " + sql.column(alter.to());
        }
        return modify(altered(operation));
    }

    private static Column altered(ColumnOperation operation) {
        if (operation instanceof ColumnOperation.AlterType alter) {
            return alter.to();
        } else if (operation instanceof ColumnOperation.AlterNullable alter) {
            return alter.to();
        } else if (operation instanceof ColumnOperation.AlterDefault alter) {
            return alter.to();
        } else if (operation instanceof ColumnOperation.AlterCollation alter) {
            return alter.to();
        }
        return ((ColumnOperation.AlterColumnComment) operation).to();
    }

    private String change(ConstraintOperation operation) {
        if (operation instanceof ConstraintOperation.AddConstraint add) {
            return sql.addConstraint(add.table(), add.constraint());
        } else if (operation instanceof ConstraintOperation.DropIndex drop) {
            return dropIndex(drop.table(), drop.index().name(), drop.index().columnNames());
        }
        ConstraintOperation.DropConstraint drop = (ConstraintOperation.DropConstraint) operation;
        if (drop.constraint() instanceof PrimaryKey key) {
            return dropPrimaryKey(drop.table(), key);
        } else if (drop.constraint() instanceof Unique unique) {
            return dropIndex(drop.table(), unique.name(), unique.columns());
        }
        String name = sql.quote(drop.constraint().name());
        return drop.constraint() instanceof Check
                ? "drop constraint " + name
                // the index that the server made for it has its name
                : "drop foreign key " + name + ", drop index if exists " + name;
    }

    private String modify(Column column) {
        return "modify column " + sql.column(column);
    }

    /** A column that makes up its values has to become a key in the same statement. */
    private String withKey(String change, String table, Column column) {
        if (!column.identity() || isKey(table, column.name())) {
            return change;
        }
        Optional<ConstraintOperation.AddConstraint> key = operations.stream()
                .filter(ConstraintOperation.AddConstraint.class::isInstance)
                .map(ConstraintOperation.AddConstraint.class::cast)
                .filter(add -> add.table().equals(table)
                        && add.constraint() instanceof PrimaryKey primary
                        && primary.columns().get(0).equals(column.name()))
                .findFirst();
        key.ifPresent(done::add);
        return key.map(add -> change + ", add " + sql.constraint(add.constraint()))
                .orElse(change);
    }

    private boolean isKey(String tableName, String column) {
        Table table = schema.table(tableName).orElse(null);
        PrimaryKey key = table == null ? null : table.primaryKey();
        return key != null && key.columns().get(0).equals(column);
    }

    private String dropPrimaryKey(String tableName, PrimaryKey key) {
        Table table = schema.table(tableName).orElse(null);
        Column generated = table == null
                ? null
                : table.columns().stream().filter(Column::identity).findFirst().orElse(null);
        String plain = generated == null ? "" : modify(generated.withIdentity(false)) + ", ";
        PrimaryKey live = table == null ? null : table.primaryKey();
        return plain + "drop primary key" + indexesFor(tableName, live == null ? "" : live.name(), key.columns());
    }

    private String dropIndex(String tableName, String name, List<String> columns) {
        return "drop index " + sql.quote(name) + indexesFor(tableName, name, columns);
    }

    /** A foreign key that loses the index it is checked by gets one of its own back. */
    private String indexesFor(String tableName, String index, List<String> columns) {
        Table table = schema.table(tableName).orElse(null);
        return table == null
                ? ""
                : table.foreignKeys().stream()
                        .filter(key -> startsWith(columns, key.columns()))
                        .filter(key -> otherIndexes(table, index).stream()
                                .noneMatch(other -> startsWith(other, key.columns())))
                        .map(key -> ", add index if not exists " + sql.quote(key.name()) + " ("
                                + sql.quoteAll(key.columns()) + ")")
                        .collect(Collectors.joining());
    }

    private static List<List<String>> otherIndexes(Table table, String index) {
        List<List<String>> others = new ArrayList<>();
        if (table.primaryKey() != null && !table.primaryKey().name().equals(index)) {
            others.add(table.primaryKey().columns());
        }
        table.uniques().stream()
                .filter(other -> !other.name().equals(index))
                .forEach(other -> others.add(other.columns()));
        table.indexes().stream()
                .filter(other -> !other.name().equals(index))
                .forEach(other -> others.add(other.columnNames()));
        return others;
    }

    private static boolean startsWith(List<String> columns, List<String> start) {
        return columns.size() >= start.size()
                && columns.subList(0, start.size()).equals(start);
    }
}
