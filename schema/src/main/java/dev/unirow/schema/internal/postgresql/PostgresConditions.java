package dev.unirow.schema.internal.postgresql;

import static dev.unirow.schema.internal.sql.Identifiers.quote;

import dev.unirow.schema.Check;
import dev.unirow.schema.Column;
import dev.unirow.schema.DatabaseKind;
import dev.unirow.schema.Index;
import dev.unirow.schema.IndexColumn;
import dev.unirow.schema.Table;
import dev.unirow.schema.internal.ddl.TableSql;
import dev.unirow.schema.internal.sql.QualifiedName;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

/**
 * What compares columns with values of their type, and so has to go while they get another one: PostgreSQL reads it
 * anew with the new type, and finds values of the old one in it.
 */
record PostgresConditions(TableSql sql, Table table, List<Column> columns) {
    List<String> drop() {
        List<String> statements = new ArrayList<>();
        indexes()
                .map(index ->
                        new QualifiedName(QualifiedName.parse(table.name()).schema(), index.name()))
                .forEach(name -> statements.add("drop index " + quoted(name)));
        checks().forEach(check -> statements.add(alter() + "drop constraint " + quote(check.name())));
        return statements;
    }

    List<String> add() {
        List<String> statements = new ArrayList<>();
        checks().forEach(check -> statements.add(alter() + "add " + sql.constraint(check)));
        indexes().forEach(index -> statements.add(sql.createIndex(table.name(), index)));
        return statements;
    }

    private String quoted(QualifiedName name) {
        return name.sql(DatabaseKind.POSTGRESQL);
    }

    private String alter() {
        return "alter table " + sql.table(table.name()) + " ";
    }

    private Stream<Check> checks() {
        return table.checks().stream().filter(check -> isAbout(check.expression()));
    }

    private Stream<Index> indexes() {
        return table.indexes().stream()
                .filter(index -> Stream.concat(
                                Stream.ofNullable(index.where()),
                                index.columns().stream()
                                        .map(IndexColumn::expression)
                                        .filter(Objects::nonNull))
                        .anyMatch(this::isAbout));
    }

    /** Too much rather than too little: what is not about the column comes back as it was. */
    private boolean isAbout(String expression) {
        return columns.stream().anyMatch(column -> expression.contains(column.name()));
    }
}
