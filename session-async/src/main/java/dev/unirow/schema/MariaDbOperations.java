package dev.unirow.schema;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Operations in MariaDB's SQL. It follows the schema along, since MariaDB needs whole columns where others name what changes,
 * keeps indexes of its own for foreign keys, and generates keys only in a column that is one.
 */
final class MariaDbOperations {
    private final TableSql sql = new TableSql(DatabaseKind.MARIADB);
    private final List<Operation> operations;
    private final Set<Operation> done = new HashSet<>();
    private final List<String> statements = new ArrayList<>();
    private Schema schema;

    private MariaDbOperations(Schema from, List<Operation> operations) {
        this.schema = from;
        this.operations = operations;
    }

    static List<String> render(Schema from, List<Operation> operations) {
        MariaDbOperations renderer = new MariaDbOperations(from, operations);
        for (Operation operation : operations) {
            if (renderer.done.add(operation)) {
                renderer.add(operation);
            }
            renderer.schema = SchemaChange.apply(renderer.schema, operation);
        }
        return List.copyOf(renderer.statements);
    }

    private void add(Operation operation) {
        if (operation instanceof Operation.CreateTable create) {
            create(create.definition());
        } else if (operation instanceof Operation.DropTable drop) {
            statements.add(sql.dropTable(drop.table()));
        } else if (operation instanceof Operation.CreateIndex create) {
            statements.add(sql.createIndex(create.table(), create.index()));
        } else if (operation instanceof Operation.CreateSequence create) {
            statements.add(sql.createSequence("create sequence ", create.sequence()));
        } else if (operation instanceof Operation.DropSequence drop) {
            statements.add("drop sequence " + sql.quote(drop.sequence().name()));
        } else if (operation instanceof Operation.AlterSequence alter) {
            statements.add("alter sequence " + sql.quote(alter.to().name()) + " increment by "
                    + alter.to().increment());
        } else {
            statements.add("alter table " + sql.quote(operation.table()) + " " + change(operation));
        }
    }

    private void create(Table table) {
        statements.add(sql.create(table));
        table.indexes().forEach(index -> statements.add(sql.createIndex(table.name(), index)));
        statements.addAll(table.init());
        table.foreignKeys().forEach(key -> statements.add(sql.addForeignKey(table.name(), key)));
    }

    private String change(Operation operation) {
        if (operation instanceof Operation.RenameTable rename) {
            return "rename to " + sql.quote(rename.newName());
        } else if (operation instanceof Operation.AddColumn add) {
            return withKey("add column " + sql.column(add.column()), add.table(), add.column());
        } else if (operation instanceof Operation.DropColumn drop) {
            return "drop column " + sql.quote(drop.column().name());
        } else if (operation instanceof Operation.RenameColumn rename) {
            return "rename column " + sql.quote(rename.column()) + " to " + sql.quote(rename.newName());
        } else if (operation instanceof Operation.AlterType alter) {
            return modify(alter.to());
        } else if (operation instanceof Operation.AlterNullable alter) {
            return modify(alter.to());
        } else if (operation instanceof Operation.AlterDefault alter) {
            return modify(alter.to());
        } else if (operation instanceof Operation.AlterIdentity alter) {
            return withKey(modify(alter.to()), alter.table(), alter.to());
        } else if (operation instanceof Operation.AddPrimaryKey add) {
            return addPrimaryKey(add.key());
        } else if (operation instanceof Operation.DropPrimaryKey drop) {
            return dropPrimaryKey(drop);
        } else if (operation instanceof Operation.AddUnique add) {
            return "add " + sql.unique(add.unique());
        } else if (operation instanceof Operation.DropUnique drop) {
            return dropIndex(drop.table(), drop.unique().name(), drop.unique().columns());
        } else if (operation instanceof Operation.DropIndex drop) {
            List<String> columns =
                    drop.index().columns().stream().map(IndexColumn::name).toList();
            return dropIndex(drop.table(), drop.index().name(), columns);
        } else if (operation instanceof Operation.AddCheck add) {
            return "add " + sql.check(add.check());
        } else if (operation instanceof Operation.DropCheck drop) {
            return "drop constraint " + sql.quote(drop.check().name());
        } else if (operation instanceof Operation.AddForeignKey add) {
            return "add " + sql.foreignKey(add.key());
        } else if (operation instanceof Operation.DropForeignKey drop) {
            // the index that the server made for it has its name
            String name = sql.quote(drop.key().name());
            return "drop foreign key " + name + ", drop index if exists " + name;
        }
        throw new IllegalStateException("Not rendered: " + operation);
    }

    private String modify(Column column) {
        return "modify column " + sql.column(column);
    }

    private String addPrimaryKey(PrimaryKey key) {
        return "add " + sql.primaryKey(key);
    }

    /** A column that makes up its values has to become a key in the same statement. */
    private String withKey(String change, String table, Column column) {
        if (!column.identity() || isKey(table, column.name())) {
            return change;
        }
        Optional<Operation.AddPrimaryKey> key = operations.stream()
                .filter(Operation.AddPrimaryKey.class::isInstance)
                .map(Operation.AddPrimaryKey.class::cast)
                .filter(add ->
                        add.table().equals(table) && add.key().columns().get(0).equals(column.name()))
                .findFirst();
        key.ifPresent(done::add);
        return key.map(add -> change + ", " + addPrimaryKey(add.key())).orElse(change);
    }

    private boolean isKey(String tableName, String column) {
        Table table = schema.table(tableName).orElse(null);
        PrimaryKey key = table == null ? null : table.primaryKey();
        return key != null && key.columns().get(0).equals(column);
    }

    private String dropPrimaryKey(Operation.DropPrimaryKey drop) {
        Table table = schema.table(drop.table()).orElse(null);
        Column generated = table == null
                ? null
                : table.columns().stream().filter(Column::identity).findFirst().orElse(null);
        String plain = generated == null
                ? ""
                : modify(new Column(generated.name(), generated.type(), generated.nullable(), null, false)) + ", ";
        return plain + "drop primary key"
                + indexesFor(
                        drop.table(),
                        table == null || table.primaryKey() == null
                                ? ""
                                : table.primaryKey().name(),
                        drop.key().columns());
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
                .forEach(other -> others.add(
                        other.columns().stream().map(IndexColumn::name).toList()));
        return others;
    }

    private static boolean startsWith(List<String> columns, List<String> start) {
        return columns.size() >= start.size()
                && columns.subList(0, start.size()).equals(start);
    }
}
