package dev.unirow.schema.internal.postgresql;

import static dev.unirow.schema.internal.sql.Identifiers.quote;

import dev.unirow.schema.Column;
import dev.unirow.schema.ColumnOperation;
import dev.unirow.schema.ConstraintOperation;
import dev.unirow.schema.DatabaseKind;
import dev.unirow.schema.Index;
import dev.unirow.schema.Operation;
import dev.unirow.schema.OperationVisitor;
import dev.unirow.schema.Schema;
import dev.unirow.schema.SchemaOperation;
import dev.unirow.schema.Table;
import dev.unirow.schema.TableOperation;
import dev.unirow.schema.internal.ddl.ColumnRuns;
import dev.unirow.schema.internal.ddl.FillSql;
import dev.unirow.schema.internal.ddl.KeySourceSql;
import dev.unirow.schema.internal.ddl.SchemaChange;
import dev.unirow.schema.internal.ddl.TableSql;
import dev.unirow.schema.internal.sql.Identifiers;
import dev.unirow.schema.internal.sql.QualifiedName;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** Operations in PostgreSQL's SQL. */
public final class PostgresOperations implements OperationVisitor<List<String>> {
    private final TableSql sql = new TableSql(DatabaseKind.POSTGRESQL);
    private final Set<String> enumsMadeAnew;
    private Schema schema;

    private PostgresOperations(Schema from, Set<String> enumsMadeAnew) {
        this.schema = from;
        this.enumsMadeAnew = enumsMadeAnew;
    }

    /** @param from the schema that the operations start from */
    public static List<String> render(Schema from, List<Operation> operations) {
        List<String> statements = render(from, operations, Set.of());
        Set<String> used = usedEnums(operations, statements);
        return used.isEmpty() ? statements : render(from, operations, used);
    }

    /** The types that get values which another statement uses: it could not until the transaction has ended. */
    private static Set<String> usedEnums(List<Operation> operations, List<String> statements) {
        List<String> others = statements.stream()
                .filter(statement -> !statement.startsWith("alter type ") && !statement.startsWith("create type "))
                .toList();
        return operations.stream()
                .filter(SchemaOperation.AlterEnum.class::isInstance)
                .map(SchemaOperation.AlterEnum.class::cast)
                .filter(alter -> alter.to().values().stream()
                        .filter(value -> !alter.from().values().contains(value))
                        .anyMatch(
                                value -> others.stream().anyMatch(other -> other.contains(Identifiers.literal(value)))))
                .map(SchemaOperation.AlterEnum::table)
                .collect(Collectors.toSet());
    }

    private static List<String> render(Schema from, List<Operation> operations, Set<String> enumsMadeAnew) {
        PostgresOperations renderer = new PostgresOperations(from, enumsMadeAnew);
        List<String> statements = new ArrayList<>();
        for (List<Operation> run : ColumnRuns.of(operations)) {
            statements.addAll(
                    run.size() > 1 ? renderer.together(run) : run.get(0).accept(renderer));
            renderer.schema = SchemaChange.apply(DatabaseKind.POSTGRESQL, renderer.schema, run);
        }
        return List.copyOf(statements);
    }

    private String alter(Operation operation) {
        return "alter table " + sql.table(operation.table()) + " ";
    }

    @Override
    public List<String> visit(TableOperation.CreateTable create) {
        Table table = create.definition();
        List<String> statements = new ArrayList<>(sql.createWhole(table));
        table.foreignKeys().forEach(key -> statements.add(sql.addForeignKey(table.name(), key)));
        return statements;
    }

    @Override
    public List<String> visit(TableOperation.DropTable drop) {
        return List.of(sql.dropTable(drop.table()));
    }

    @Override
    public List<String> visit(TableOperation.RenameTable rename) {
        return new PostgresNewName("table", rename.table(), rename.newName()).statements(schema);
    }

    @Override
    public List<String> visit(TableOperation.AlterTableComment alter) {
        return List.of(sql.tableComment(alter.table(), alter.to()));
    }

    @Override
    public List<String> visit(TableOperation.AlterTableOptions alter) {
        return List.of(); // options are SQLite's and MariaDB's
    }

    @Override
    public List<String> visit(ColumnOperation.AddColumn add) {
        return withComment(add.table(), add.column(), alter(add) + "add column " + sql.column(add.column()));
    }

    @Override
    public List<String> visit(ColumnOperation.DropColumn drop) {
        return List.of(alter(drop) + "drop column " + quote(drop.column().name()));
    }

    @Override
    public List<String> visit(ColumnOperation.RenameColumn rename) {
        return List.of(alter(rename) + "rename column " + quote(rename.column()) + " to " + quote(rename.newName()));
    }

    @Override
    public List<String> visit(ColumnOperation.FillColumn fill) {
        return List.of(new FillSql(sql, fill).statement());
    }

    @Override
    public List<String> visit(ColumnOperation.AlterColumn alter) {
        return together(List.of(alter));
    }

    private List<String> together(List<Operation> run) {
        return new PostgresColumnChanges(
                        sql,
                        new PostgresCasts(schema),
                        run.stream()
                                .map(ColumnOperation.AlterColumn.class::cast)
                                .toList())
                .statements();
    }

    @Override
    public List<String> visit(ConstraintOperation.AddConstraint add) {
        return List.of(alter(add) + "add " + sql.constraint(add.constraint()));
    }

    @Override
    public List<String> visit(ConstraintOperation.DropConstraint drop) {
        return List.of(
                alter(drop) + "drop constraint " + quote(drop.constraint().name()));
    }

    @Override
    public List<String> visit(ConstraintOperation.CreateIndex create) {
        return List.of(sql.createIndex(create.table(), create.index()));
    }

    @Override
    public List<String> visit(ConstraintOperation.DropIndex drop) {
        return List.of("drop index " + index(drop.table(), drop.index()));
    }

    @Override
    public List<String> visit(ConstraintOperation.RenameConstraint rename) {
        return List.of(alter(rename) + "rename constraint "
                + quote(rename.constraint().name()) + " to " + quote(rename.newName()));
    }

    @Override
    public List<String> visit(ConstraintOperation.RenameIndex rename) {
        return List.of(
                "alter index " + index(rename.table(), rename.index()) + " rename to " + quote(rename.newName()));
    }

    /** An index is in its table's schema. */
    private static String index(String table, Index index) {
        return new QualifiedName(QualifiedName.parse(table).schema(), index.name()).sql(DatabaseKind.POSTGRESQL);
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
        return new PostgresNewName("sequence", rename.table(), rename.newName()).statements(schema);
    }

    @Override
    public List<String> visit(SchemaOperation.RenameCounter rename) {
        return List.of(sql.renameCounter(rename));
    }

    @Override
    public List<String> visit(SchemaOperation.AdvanceSequence advance) {
        return advance.back() ? List.of() : new KeySourceSql(DatabaseKind.POSTGRESQL).advance(schema, advance.source());
    }

    @Override
    public List<String> visit(SchemaOperation.CreateEnum create) {
        return List.of(sql.createEnum(create.type()));
    }

    @Override
    public List<String> visit(SchemaOperation.DropEnum drop) {
        return List.of("drop type " + sql.table(drop.table()));
    }

    @Override
    public List<String> visit(SchemaOperation.AlterEnum alter) {
        return new PostgresEnumChange(sql, schema, alter, enumsMadeAnew.contains(alter.table())).statements();
    }

    private List<String> withComment(String table, Column column, String change) {
        return column.comment() == null ? List.of(change) : List.of(change, sql.columnComment(table, column));
    }
}
