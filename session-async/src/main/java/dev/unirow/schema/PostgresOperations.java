package dev.unirow.schema;

import static dev.unirow.schema.Identifiers.literal;
import static dev.unirow.schema.Identifiers.quote;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** Operations in PostgreSQL's SQL. */
final class PostgresOperations {
    private static final Set<String> TEXTS = Set.of("varchar", "char", "text");
    private static final Set<String> NUMBERS =
            Set.of("smallint", "integer", "bigint", "numeric", "real", "double precision");

    private final TableSql sql = new TableSql(DatabaseKind.POSTGRESQL);

    List<String> render(List<Operation> operations) {
        return operations.stream()
                .flatMap(operation -> statements(operation).stream())
                .toList();
    }

    private List<String> statements(Operation operation) {
        if (operation instanceof Operation.CreateTable create) {
            return create(create.definition());
        } else if (operation instanceof Operation.DropTable drop) {
            return List.of(sql.dropTable(drop.table()));
        } else if (operation instanceof Operation.CreateIndex create) {
            return List.of(sql.createIndex(create.table(), create.index()));
        } else if (operation instanceof Operation.DropIndex drop) {
            return List.of("drop index " + quote(drop.index().name()));
        } else if (operation instanceof Operation.CreateSequence create) {
            return List.of(sql.createSequence("create sequence ", create.sequence()));
        } else if (operation instanceof Operation.DropSequence drop) {
            return List.of("drop sequence " + quote(drop.sequence().name()));
        }
        if (operation instanceof Operation.AlterSequence alter) {
            return List.of("alter sequence " + quote(alter.to().name()) + " increment by "
                    + alter.to().increment());
        }
        return changes(operation).stream()
                .map(change -> change.startsWith("select ")
                        ? change
                        : "alter table " + quote(operation.table()) + " " + change)
                .toList();
    }

    private List<String> create(Table table) {
        List<String> statements = new ArrayList<>();
        statements.add(sql.create(table));
        table.indexes().forEach(index -> statements.add(sql.createIndex(table.name(), index)));
        statements.addAll(table.init());
        table.foreignKeys().forEach(key -> statements.add(sql.addForeignKey(table.name(), key)));
        return statements;
    }

    private List<String> changes(Operation operation) {
        if (operation instanceof Operation.RenameTable rename) {
            return List.of("rename to " + quote(rename.newName()));
        } else if (operation instanceof Operation.AddColumn add) {
            return List.of("add column " + sql.column(add.column()));
        } else if (operation instanceof Operation.DropColumn drop) {
            return List.of("drop column " + quote(drop.column().name()));
        } else if (operation instanceof Operation.RenameColumn rename) {
            return List.of("rename column " + quote(rename.column()) + " to " + quote(rename.newName()));
        } else if (operation instanceof Operation.AlterType alter) {
            return alterType(alter);
        } else if (operation instanceof Operation.AlterNullable alter) {
            return List.of(alterColumn(alter.to()) + (alter.to().nullable() ? " drop not null" : " set not null"));
        } else if (operation instanceof Operation.AlterDefault alter) {
            return List.of(alterColumn(alter.to())
                    + (alter.to().defaultValue() == null
                            ? " drop default"
                            : " set default " + alter.to().defaultValue()));
        } else if (operation instanceof Operation.AlterIdentity alter) {
            return alterIdentity(alter);
        } else if (operation instanceof Operation.AddPrimaryKey add) {
            return List.of("add constraint " + quote(add.key().name()) + " primary key ("
                    + Identifiers.quoteAll(add.key().columns()) + ")");
        } else if (operation instanceof Operation.DropPrimaryKey drop) {
            return dropConstraint(drop.key().name());
        } else if (operation instanceof Operation.AddUnique add) {
            return List.of("add " + sql.unique(add.unique()));
        } else if (operation instanceof Operation.DropUnique drop) {
            return dropConstraint(drop.unique().name());
        } else if (operation instanceof Operation.AddCheck add) {
            return List.of("add " + sql.check(add.check()));
        } else if (operation instanceof Operation.DropCheck drop) {
            return dropConstraint(drop.check().name());
        } else if (operation instanceof Operation.AddForeignKey add) {
            return List.of("add " + sql.foreignKey(add.key()));
        } else if (operation instanceof Operation.DropForeignKey drop) {
            return dropConstraint(drop.key().name());
        }
        throw new IllegalStateException("Not rendered: " + operation);
    }

    private static List<String> dropConstraint(String name) {
        return List.of("drop constraint " + quote(name));
    }

    private static String alterColumn(Column column) {
        return "alter column " + quote(column.name());
    }

    // PostgreSQL does not carry a default over to a type of another family
    private static List<String> alterType(Operation.AlterType alter) {
        String type = alterColumn(alter.to()) + " type " + alter.to().type();
        TypeName from = TypeName.of(DatabaseKind.POSTGRESQL, alter.from().type());
        TypeName to = TypeName.of(DatabaseKind.POSTGRESQL, alter.to().type());
        if (isOneFamily(from.base(), to.base())) {
            return List.of(type);
        }
        String converted = type + " using " + quote(alter.to().name()) + "::"
                + conversion(alter.to().type(), to);
        String kept = alter.from().defaultValue();
        return kept == null
                ? List.of(converted)
                : List.of(
                        alterColumn(alter.to()) + " drop default",
                        converted,
                        alterColumn(alter.to()) + " set default " + kept);
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

    private static List<String> alterIdentity(Operation.AlterIdentity alter) {
        String column = alter.to().name();
        if (!alter.to().identity()) {
            return List.of(alterColumn(alter.to()) + " drop identity");
        }
        return List.of(
                alterColumn(alter.to()) + " add generated by default as identity",
                "select setval(pg_get_serial_sequence(" + literal(quote(alter.table())) + ", " + literal(column)
                        + "), coalesce((select max(" + quote(column) + ") from " + quote(alter.table())
                        + "), 0) + 1, false)");
    }
}
