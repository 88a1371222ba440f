package dev.unirow.schema.engine;

import dev.unirow.schema.DatabaseKind;
import dev.unirow.schema.EnumType;
import dev.unirow.schema.ForeignKey;
import dev.unirow.schema.Operation;
import dev.unirow.schema.Schema;
import dev.unirow.schema.SchemaOperation;
import dev.unirow.schema.Sequence;
import dev.unirow.schema.Table;
import dev.unirow.schema.TableOperation;
import dev.unirow.schema.internal.ddl.ReferenceOrder;
import dev.unirow.schema.internal.ddl.TableSql;
import dev.unirow.schema.internal.sql.QualifiedName;
import dev.unirow.schema.internal.sqlite.SqliteCycle;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Stream;

/** The statements that make a whole schema, or take it away. */
final class SchemaSql {
    private final DatabaseKind kind;
    private final TableSql sql;

    SchemaSql(DatabaseKind kind) {
        this.kind = kind;
        this.sql = new TableSql(kind);
    }

    /** @param present the names of the tables and enum types that are there */
    List<String> createAll(Schema wanted, Set<String> present) {
        List<String> statements = new ArrayList<>();
        schemas(wanted).forEach(name -> statements.add(createSchema(name)));
        wanted.enums().stream()
                .filter(type -> !present.contains(type.name()))
                .forEach(type -> statements.add(sql.createEnum(type)));
        for (Sequence sequence : wanted.sequences()) {
            statements.add(sql.createSequence("create sequence if not exists ", sequence));
        }
        List<Table> missing = ReferenceOrder.of(wanted.tables()).tables().stream()
                .filter(table -> !present.contains(table.name()))
                .toList();
        missing.forEach(table -> statements.addAll(sql.createWhole(table)));
        if (kind != DatabaseKind.SQLITE) {
            for (Table table : missing) {
                table.foreignKeys().forEach(key -> statements.add(sql.addForeignKey(table.name(), key)));
            }
        }
        return List.copyOf(statements);
    }

    private String createSchema(String name) {
        return "create schema if not exists " + sql.quote(name);
    }

    /** The schemas that the operations make something in, and that have nothing yet. */
    List<String> createSchemas(Schema from, List<Operation> operations) {
        return newSchemas(from, operations).map(this::createSchema).toList();
    }

    /**
     * Those taken away again, unless there is something in them that the operations did not make. MariaDB's stay: it
     * drops a database with all that is in it.
     */
    List<String> dropSchemas(Schema from, List<Operation> operations) {
        return kind == DatabaseKind.POSTGRESQL
                ? newSchemas(from, operations).map(this::dropEmptySchema).toList()
                : List.of();
    }

    private String dropEmptySchema(String name) {
        return "do "
                + sql.dollarQuoted("begin\n    drop schema " + sql.quote(name) + ";\nexception\n"
                        + "    -- it holds something else, or is not that of this user\n"
                        + "    when dependent_objects_still_exist or insufficient_privilege then null;\nend");
    }

    private Stream<String> newSchemas(Schema from, List<Operation> operations) {
        Set<String> present = schemas(from);
        return operations.stream()
                .flatMap(operation -> made(operation).stream())
                .map(name -> QualifiedName.parse(name).schema())
                .filter(Objects::nonNull)
                .filter(name -> !present.contains(name))
                .distinct()
                .sorted();
    }

    /** The name of what is there after an operation and not before it. */
    private static Optional<String> made(Operation operation) {
        if (operation instanceof TableOperation.RenameTable rename) {
            return Optional.of(rename.newName());
        } else if (operation instanceof SchemaOperation.RenameSequence rename) {
            return Optional.of(rename.newName());
        }
        return operation instanceof TableOperation.CreateTable
                        || operation instanceof SchemaOperation.CreateSequence
                        || operation instanceof SchemaOperation.CreateEnum
                ? Optional.of(operation.table())
                : Optional.empty();
    }

    static Set<String> schemas(Schema wanted) {
        Set<String> names = new TreeSet<>();
        Stream.of(
                        wanted.tables().stream().map(Table::name),
                        wanted.sequences().stream().map(Sequence::name),
                        wanted.enums().stream().map(EnumType::name))
                .flatMap(Function.identity())
                .map(name -> QualifiedName.parse(name).schema())
                .filter(Objects::nonNull)
                .forEach(names::add);
        return names;
    }

    List<String> dropAll(Schema schema, Set<String> present) {
        ReferenceOrder order = ReferenceOrder.of(schema.tables().stream()
                .filter(table -> present.contains(table.name()))
                .toList());
        List<String> statements = new ArrayList<>(dropTables(order));
        schema.sequences().forEach(sequence -> statements.add("drop sequence if exists " + sql.table(sequence.name())));
        schema.enums().forEach(type -> statements.add("drop type if exists " + sql.table(type.name())));
        return List.copyOf(statements);
    }

    private List<String> dropTables(ReferenceOrder order) {
        List<String> statements = new ArrayList<>();
        if (kind == DatabaseKind.SQLITE) {
            SqliteCycle cycle = new SqliteCycle(order);
            statements.addAll(cycle.empty());
            statements.addAll(cycle.drop());
        } else {
            statements.addAll(cutCycles(order));
            order.reversed().forEach(table -> statements.add(sql.dropTable(table.name())));
        }
        return statements;
    }

    private List<String> cutCycles(ReferenceOrder order) {
        List<String> statements = new ArrayList<>();
        for (Table table : order.tables()) {
            for (ForeignKey key : table.foreignKeys()) {
                if (order.circular().contains(table.name())
                        && order.circular().contains(key.referredTable())
                        && !key.referredTable().equals(table.name())) {
                    statements.add("alter table " + sql.table(table.name()) + " drop constraint if exists "
                            + sql.quote(key.name()));
                }
            }
        }
        return statements;
    }
}
