package dev.unirow.schema.internal.postgresql;

import static dev.unirow.schema.internal.sql.Identifiers.literal;
import static dev.unirow.schema.internal.sql.Identifiers.quote;

import dev.unirow.schema.Column;
import dev.unirow.schema.ColumnOperation;
import dev.unirow.schema.ConstraintOperation;
import dev.unirow.schema.DatabaseKind;
import dev.unirow.schema.Generated;
import dev.unirow.schema.Operation;
import dev.unirow.schema.Schema;
import dev.unirow.schema.SchemaOperation;
import dev.unirow.schema.Table;
import dev.unirow.schema.TableOperation;
import dev.unirow.schema.internal.ddl.KeySourceSql;
import dev.unirow.schema.internal.ddl.SchemaChange;
import dev.unirow.schema.internal.ddl.TableSql;
import dev.unirow.schema.internal.sql.QualifiedName;
import dev.unirow.schema.internal.sql.TypeName;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** Operations in PostgreSQL's SQL. */
public final class PostgresOperations {
    private static final Set<String> TEXTS = Set.of("varchar", "char", "text");
    private static final Set<String> NUMBERS =
            Set.of("smallint", "integer", "bigint", "numeric", "real", "double precision");

    private final TableSql sql = new TableSql(DatabaseKind.POSTGRESQL);
    private Schema schema;

    private PostgresOperations(Schema from) {
        this.schema = from;
    }

    /** @param from the schema that the operations start from */
    public static List<String> render(Schema from, List<Operation> operations) {
        PostgresOperations renderer = new PostgresOperations(from);
        List<String> statements = new ArrayList<>();
        for (Operation operation : operations) {
            statements.addAll(renderer.statements(operation));
            renderer.schema = SchemaChange.apply(DatabaseKind.POSTGRESQL, renderer.schema, operation);
        }
        return List.copyOf(statements);
    }

    private List<String> statements(Operation operation) {
        if (operation instanceof TableOperation ofTable) {
            return statements(ofTable);
        } else if (operation instanceof ColumnOperation ofColumn) {
            return changes(ofColumn).stream()
                    .map(change -> change.startsWith("select ") || change.startsWith("comment ")
                            ? change
                            : "alter table " + sql.table(operation.table()) + " " + change)
                    .toList();
        } else if (operation instanceof ConstraintOperation ofConstraint) {
            return List.of(statement(ofConstraint));
        }
        return statements((SchemaOperation) operation);
    }

    private List<String> statements(TableOperation operation) {
        if (operation instanceof TableOperation.CreateTable create) {
            Table table = create.definition();
            List<String> statements = new ArrayList<>(sql.createWhole(table));
            table.foreignKeys().forEach(key -> statements.add(sql.addForeignKey(table.name(), key)));
            return statements;
        } else if (operation instanceof TableOperation.DropTable drop) {
            return List.of(sql.dropTable(drop.table()));
        } else if (operation instanceof TableOperation.RenameTable rename) {
            return List.of("alter table " + sql.table(rename.table()) + " rename to "
                    + quote(QualifiedName.parse(rename.newName()).name()));
        } else if (operation instanceof TableOperation.AlterTableComment alter) {
            return List.of(sql.tableComment(alter.table(), alter.to()));
        }
        return List.of(); // options are SQLite's and MariaDB's
    }

    private String statement(ConstraintOperation operation) {
        String table = "alter table " + sql.table(operation.table());
        if (operation instanceof ConstraintOperation.AddConstraint add) {
            return table + " add " + sql.constraint(add.constraint());
        } else if (operation instanceof ConstraintOperation.DropConstraint drop) {
            return table + " drop constraint " + quote(drop.constraint().name());
        } else if (operation instanceof ConstraintOperation.CreateIndex create) {
            return sql.createIndex(create.table(), create.index());
        }
        ConstraintOperation.DropIndex drop = (ConstraintOperation.DropIndex) operation;
        // an index is in its table's schema
        String schemaName = QualifiedName.parse(drop.table()).schema();
        return "drop index " + new QualifiedName(schemaName, drop.index().name()).sql(DatabaseKind.POSTGRESQL);
    }

    private List<String> statements(SchemaOperation operation) {
        if (operation instanceof SchemaOperation.CreateSequence create) {
            return List.of(sql.createSequence("create sequence ", create.sequence()));
        } else if (operation instanceof SchemaOperation.DropSequence drop) {
            return List.of("drop sequence " + sql.table(drop.table()));
        } else if (operation instanceof SchemaOperation.AlterSequence alter) {
            return List.of(sql.alterSequence(alter.from(), alter.to()));
        } else if (operation instanceof SchemaOperation.AdvanceSequence advance) {
            return advance.back()
                    ? List.of()
                    : new KeySourceSql(DatabaseKind.POSTGRESQL).advance(schema, advance.source());
        } else if (operation instanceof SchemaOperation.CreateEnum create) {
            return List.of(sql.createEnum(create.type()));
        } else if (operation instanceof SchemaOperation.DropEnum drop) {
            return List.of("drop type " + sql.table(drop.table()));
        }
        return new PostgresEnumChange(sql, schema, (SchemaOperation.AlterEnum) operation).statements();
    }

    private List<String> changes(ColumnOperation operation) {
        if (operation instanceof ColumnOperation.AddColumn add) {
            return withComment(add.table(), add.column(), List.of("add column " + sql.column(add.column())));
        } else if (operation instanceof ColumnOperation.DropColumn drop) {
            return List.of("drop column " + quote(drop.column().name()));
        } else if (operation instanceof ColumnOperation.RenameColumn rename) {
            return List.of("rename column " + quote(rename.column()) + " to " + quote(rename.newName()));
        } else if (operation instanceof ColumnOperation.AlterType alter) {
            return alterType(alter);
        } else if (operation instanceof ColumnOperation.AlterNullable alter) {
            return List.of(alterColumn(alter.to()) + (alter.to().nullable() ? " drop not null" : " set not null"));
        } else if (operation instanceof ColumnOperation.AlterDefault alter) {
            return List.of(alterColumn(alter.to())
                    + (alter.to().defaultValue() == null
                            ? " drop default"
                            : " set default " + alter.to().defaultValue()));
        } else if (operation instanceof ColumnOperation.AlterIdentity alter) {
            return alterIdentity(alter);
        } else if (operation instanceof ColumnOperation.AlterCollation alter) {
            String collation = alter.to().collation();
            return List.of(alterColumn(alter.to()) + " type " + alter.to().type() + " collate "
                    + (collation == null ? "\"default\"" : quote(collation)));
        } else if (operation instanceof ColumnOperation.AlterColumnComment alter) {
            return List.of(sql.columnComment(alter.table(), alter.to()));
        }
        return alterGenerated((ColumnOperation.AlterGenerated) operation);
    }

    private List<String> alterGenerated(ColumnOperation.AlterGenerated alter) {
        Generated old = alter.from().generated();
        if (alter.to().generated() == null && old != null && old.stored()) {
            return List.of(alterColumn(alter.to()) + " drop expression");
        }
        return withComment(
                alter.table(),
                alter.to(),
                List.of("drop column " + quote(alter.from().name()) + ", add column " + sql.column(alter.to())));
    }

    private List<String> withComment(String table, Column column, List<String> changes) {
        return column.comment() == null ? changes : List.of(changes.get(0), sql.columnComment(table, column));
    }

    private static String alterColumn(Column column) {
        return "alter column " + quote(column.name());
    }

    // PostgreSQL does not carry a default over to a type of another family
    private static List<String> alterType(ColumnOperation.AlterType alter) {
        String collation = alter.to().collation();
        String type = alterColumn(alter.to()) + " type " + alter.to().type()
                + (collation == null ? "" : " collate " + quote(collation));
        TypeName from = TypeName.of(DatabaseKind.POSTGRESQL, alter.from().type());
        TypeName to = TypeName.of(DatabaseKind.POSTGRESQL, alter.to().type());
        if (isOneFamily(from.base(), to.base())) {
            return List.of(type + PostgresTime.conversion(quote(alter.to().name()), from, to));
        }
        String converted = type + " using " + converted(alter, from, to);
        String kept = alter.from().defaultValue();
        return kept == null
                ? List.of(converted)
                : List.of(
                        alterColumn(alter.to()) + " drop default",
                        converted,
                        alterColumn(alter.to()) + " set default " + kept);
    }

    private static String converted(ColumnOperation.AlterType alter, TypeName from, TypeName to) {
        String column = quote(alter.to().name());
        String content = PostgresLargeObject.conversion(column, from, to);
        return content == null ? column + "::" + conversion(alter.to().type(), to) : content;
    }

    // a cast to varchar(n) cuts silently; by way of text a value that is too long is an error
    private static String conversion(String type, TypeName name) {
        return TEXTS.contains(name.base()) ? "text" : type;
    }

    private static boolean isOneFamily(String from, String to) {
        return from.equals(to)
                || (TEXTS.contains(from) && TEXTS.contains(to))
                || (NUMBERS.contains(from) && NUMBERS.contains(to));
    }

    private List<String> alterIdentity(ColumnOperation.AlterIdentity alter) {
        String column = alter.to().name();
        if (!alter.to().identity()) {
            // a serial column has the default in the place of the identity
            return List.of(
                    alterColumn(alter.to()) + " drop identity if exists, " + alterColumn(alter.to()) + " drop default");
        }
        String generated = "generated " + TableSql.identityMode(alter.to());
        if (alter.from().identity()) {
            return List.of(alterColumn(alter.to()) + " set " + generated);
        }
        return List.of(
                alterColumn(alter.to()) + " add " + generated + " as identity",
                "select setval(pg_get_serial_sequence(" + literal(sql.table(alter.table())) + ", " + literal(column)
                        + "), coalesce((select max(" + quote(column) + ") from " + sql.table(alter.table())
                        + "), 0) + 1, false)");
    }
}
