package dev.unirow.schema.internal.postgresql;

import static dev.unirow.schema.internal.sql.Identifiers.quote;

import dev.unirow.schema.Column;
import dev.unirow.schema.DatabaseKind;
import dev.unirow.schema.Schema;
import dev.unirow.schema.SchemaOperation;
import dev.unirow.schema.Table;
import dev.unirow.schema.internal.ddl.TableSql;
import dev.unirow.schema.internal.sql.QualifiedName;
import java.util.ArrayList;
import java.util.List;

/**
 * Other values for an enum type: further ones are added where they belong; when one goes or moves, a new type takes the
 * place of the old one.
 *
 * @param anew whether it has to be a new type in any case: a value that is added to a type cannot be used in the same
 *     transaction
 */
record PostgresEnumChange(TableSql sql, Schema schema, SchemaOperation.AlterEnum change, boolean anew) {
    private static final String OLD = "_unirow_old_";

    List<String> statements() {
        return !anew && change.to().extendsValuesOf(change.from()) ? additions() : replacement();
    }

    private List<String> additions() {
        List<String> values = change.to().values();
        List<String> present = new ArrayList<>(change.from().values());
        List<String> statements = new ArrayList<>();
        for (int i = 0; i < values.size(); i++) {
            String value = values.get(i);
            if (!present.contains(value)) {
                String place = "";
                if (i > 0) {
                    place = " after " + sql.literal(values.get(i - 1));
                } else if (!present.isEmpty()) {
                    place = " before " + sql.literal(present.get(0));
                }
                statements.add("alter type " + sql.table(change.table()) + " add value " + sql.literal(value) + place);
                present.add(value);
            }
        }
        return statements;
    }

    private List<String> replacement() {
        QualifiedName name = QualifiedName.parse(change.table());
        QualifiedName old = new QualifiedName(name.schema(), OLD + name.name());
        List<String> statements = new ArrayList<>();
        statements.add("alter type " + sql.table(change.table()) + " rename to " + quote(old.name()));
        statements.add(sql.createEnum(change.to()));
        for (Table table : schema.tables()) {
            List<Column> columns = table.columns().stream()
                    .filter(column -> isOfType(column.type()))
                    .toList();
            PostgresConditions conditions = new PostgresConditions(sql, table, columns);
            statements.addAll(conditions.drop());
            columns.forEach(column -> convert(table, column, statements));
            statements.addAll(conditions.add());
        }
        statements.add("drop type " + old.sql(DatabaseKind.POSTGRESQL));
        return statements;
    }

    private void convert(Table table, Column column, List<String> statements) {
        String alter = "alter table " + sql.table(table.name()) + " alter column " + quote(column.name());
        String text = column.type().endsWith("[]") ? "::text[]::" : "::text::";
        if (column.defaultValue() != null) {
            statements.add(alter + " drop default");
        }
        statements.add(alter + " type " + column.type() + " using " + quote(column.name()) + text + column.type());
        if (column.defaultValue() != null) {
            statements.add(alter + " set default " + column.defaultValue());
        }
    }

    private boolean isOfType(String type) {
        String element = type.endsWith("[]") ? type.substring(0, type.length() - 2) : type;
        return element.equals(sql.table(change.table())) || element.equals(change.table());
    }
}
