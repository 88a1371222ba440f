package dev.unirow.schema.internal.mariadb;

import dev.unirow.schema.Column;
import dev.unirow.schema.ColumnOperation;
import dev.unirow.schema.ConstraintOperation;
import dev.unirow.schema.DatabaseKind;
import dev.unirow.schema.Generated;
import dev.unirow.schema.Operation;
import dev.unirow.schema.OperationVisitor;
import dev.unirow.schema.PrimaryKey;
import dev.unirow.schema.Schema;
import dev.unirow.schema.SchemaException;
import dev.unirow.schema.SchemaOperation;
import dev.unirow.schema.Table;
import dev.unirow.schema.TableOperation;
import dev.unirow.schema.internal.ddl.ColumnRuns;
import dev.unirow.schema.internal.ddl.KeySourceSql;
import dev.unirow.schema.internal.ddl.SchemaChange;
import dev.unirow.schema.internal.ddl.TableSql;
import dev.unirow.schema.internal.sql.MariaDbOptions;
import dev.unirow.schema.internal.sql.TypeName;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Operations in MariaDB's SQL. It follows the schema along, since MariaDB needs whole columns where others name what
 * changes, keeps indexes of its own for foreign keys, and generates keys only in a column that is one.
 */
public final class MariaDbOperations implements OperationVisitor<List<String>> {
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
        for (List<Operation> run : ColumnRuns.of(operations)) {
            if (run.size() > 1) {
                renderer.statements.add(renderer.modifyOnceEach(run));
            } else if (renderer.done.add(run.get(0))) {
                renderer.statements.addAll(run.get(0).accept(renderer));
            }
            renderer.schema = SchemaChange.apply(DatabaseKind.MARIADB, renderer.schema, run);
        }
        return List.copyOf(renderer.statements);
    }

    private String alter(Operation operation, String change) {
        return "alter table " + sql.table(operation.table()) + " " + change;
    }

    @Override
    public List<String> visit(TableOperation.CreateTable create) {
        Table table = create.definition();
        List<String> creation = new ArrayList<>(sql.createWhole(table));
        table.foreignKeys().forEach(key -> creation.add(sql.addForeignKey(table.name(), key)));
        return creation;
    }

    @Override
    public List<String> visit(TableOperation.DropTable drop) {
        return List.of(sql.dropTable(drop.table()));
    }

    @Override
    public List<String> visit(TableOperation.RenameTable rename) {
        return List.of(alter(rename, "rename to " + sql.table(rename.newName())));
    }

    @Override
    public List<String> visit(TableOperation.AlterTableComment alter) {
        String comment = alter.to() == null ? "" : alter.to();
        return List.of(alter(alter, "comment " + sql.literal(comment)));
    }

    @Override
    public List<String> visit(TableOperation.AlterTableOptions alter) {
        MariaDbOptions before = MariaDbOptions.of(alter.from());
        MariaDbOptions after = MariaDbOptions.of(alter.to());
        List<String> changes = new ArrayList<>(List.of(after.sqlFrom(before)));
        if (!after.collation().equals(before.collation())) {
            // a collation of the table is one for further columns, unless those that are there are told
            schema.table(alter.table()).map(Table::columns).orElse(List.of()).stream()
                    .filter(column -> column.collation() == null && TypeName.isMariaDbText(column.type()))
                    .forEach(column -> changes.add(modify(column.withCollation(after.collation()))));
        }
        return List.of(alter(alter, String.join(", ", changes)));
    }

    @Override
    public List<String> visit(ColumnOperation.AddColumn add) {
        MariaDbRequired required = new MariaDbRequired(sql, operations);
        return required.concerns(add)
                ? required.add(add)
                : List.of(alter(add, withKey("add column " + sql.column(add.column()), add.table(), add.column())));
    }

    @Override
    public List<String> visit(ColumnOperation.DropColumn drop) {
        return withChecksOfNoColumn(
                drop, "drop column " + sql.quote(drop.column().name()));
    }

    @Override
    public List<String> visit(ColumnOperation.RenameColumn rename) {
        return List.of(
                alter(rename, "rename column " + sql.quote(rename.column()) + " to " + sql.quote(rename.newName())));
    }

    @Override
    public List<String> visit(ColumnOperation.FillColumn fill) {
        return new MariaDbRequired(sql, operations).fill(fill);
    }

    @Override
    public List<String> visit(ColumnOperation.AlterColumn alter) {
        return switch (alter.aspect()) {
            case TYPE, NULLABLE, DEFAULT, IDENTITY, COLLATION, COMMENT -> List.of(modifyOnceEach(List.of(alter)));
            case GENERATED -> computed(alter);
        };
    }

    /** MODIFY says the whole column, so that the last of its steps says all of them. */
    private String modifyOnceEach(List<Operation> run) {
        Map<String, Column> columns = new LinkedHashMap<>();
        for (Operation operation : run) {
            Column to = ((ColumnOperation.AlterColumn) operation).to();
            columns.put(to.name(), to);
        }
        String table = run.get(0).table();
        return alter(
                run.get(0),
                columns.values().stream()
                        .map(column -> withKey(modify(column), table, column))
                        .collect(Collectors.joining(", ")));
    }

    private List<String> computed(ColumnOperation.AlterColumn alter) {
        Generated old = alter.from().generated();
        return alter.to().generated() == null && old != null && old.stored()
                ? List.of(alter(alter, modify(alter.to())))
                : withChecksOfNoColumn(
                        alter,
                        "drop column " + sql.quote(alter.from().name()) + ", add column " + sql.column(alter.to()));
    }

    /** MariaDB drops the checks that name no column together with any column. */
    private List<String> withChecksOfNoColumn(Operation operation, String drop) {
        List<String> all = new ArrayList<>(List.of(alter(operation, drop)));
        schema.table(operation.table()).map(MariaDbKeys::checksOfNoColumn).orElse(List.of()).stream()
                .map(check -> "add constraint if not exists " + sql.quote(check.name()) + " check ("
                        + check.expression() + ")")
                .forEach(add -> all.add(alter(operation, add)));
        return all;
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

    @Override
    public List<String> visit(ConstraintOperation.AddConstraint add) {
        return List.of(alter(add, sql.addConstraint(add.table(), add.constraint())));
    }

    @Override
    public List<String> visit(ConstraintOperation.DropConstraint drop) {
        return replaced(drop, new MariaDbKeys(sql, schema).drop(drop.table(), drop.constraint()));
    }

    @Override
    public List<String> visit(ConstraintOperation.CreateIndex create) {
        return List.of(sql.createIndex(create.table(), create.index()));
    }

    @Override
    public List<String> visit(ConstraintOperation.DropIndex drop) {
        return replaced(drop, new MariaDbKeys(sql, schema).drop(drop.table(), drop.index()));
    }

    private List<String> replaced(ConstraintOperation operation, String drop) {
        Optional<MariaDbReplacement> replacement = MariaDbReplacement.of(operation, operations);
        replacement.ifPresent(found -> done.add(found.added()));
        return List.of(alter(
                operation,
                drop + replacement.map(found -> ", " + found.clause(sql)).orElse("")));
    }

    @Override
    public List<String> visit(ConstraintOperation.RenameConstraint rename) {
        String change = new MariaDbKeys(sql, schema).rename(rename.table(), rename.constraint(), rename.newName());
        return change.isEmpty() ? List.of() : List.of(alter(rename, change));
    }

    @Override
    public List<String> visit(ConstraintOperation.RenameIndex rename) {
        return List.of(alter(rename, MariaDbKeys.renameIndex(sql, rename.index().name(), rename.newName())));
    }

    @Override
    public List<String> visit(SchemaOperation.CreateSequence create) {
        return List.of(sql.createSequence("create sequence ", create.sequence()));
    }

    @Override
    public List<String> visit(SchemaOperation.DropSequence drop) {
        return List.of("drop sequence " + sql.table(drop.table()));
    }

    @Override
    public List<String> visit(SchemaOperation.AlterSequence alter) {
        return List.of(sql.alterSequence(alter.from(), alter.to()));
    }

    @Override
    public List<String> visit(SchemaOperation.RenameSequence rename) {
        return List.of("rename table " + sql.table(rename.table()) + " to " + sql.table(rename.newName()));
    }

    @Override
    public List<String> visit(SchemaOperation.RenameCounter rename) {
        return List.of(sql.renameCounter(rename));
    }

    @Override
    public List<String> visit(SchemaOperation.AdvanceSequence advance) {
        return advance.back() ? List.of() : new KeySourceSql(DatabaseKind.MARIADB).advance(schema, advance.source());
    }

    @Override
    public List<String> visit(SchemaOperation.CreateEnum create) {
        throw noEnums(create);
    }

    @Override
    public List<String> visit(SchemaOperation.DropEnum drop) {
        throw noEnums(drop);
    }

    @Override
    public List<String> visit(SchemaOperation.AlterEnum alter) {
        throw noEnums(alter);
    }

    private static SchemaException noEnums(SchemaOperation operation) {
        return new SchemaException("MariaDB has no enum types of their own: '" + operation.table()
                + "' cannot be made, changed or dropped. Name the values in the columns.");
    }
}
