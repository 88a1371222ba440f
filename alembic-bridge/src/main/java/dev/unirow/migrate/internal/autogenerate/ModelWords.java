package dev.unirow.migrate.internal.autogenerate;

import dev.unirow.migrate.directory.MigrationsDirectory;
import dev.unirow.schema.Check;
import dev.unirow.schema.Column;
import dev.unirow.schema.ColumnOperation.AlterColumn;
import dev.unirow.schema.ColumnOperation.DropColumn;
import dev.unirow.schema.ConstraintOperation.DropConstraint;
import dev.unirow.schema.ConstraintOperation.DropIndex;
import dev.unirow.schema.DatabaseKind;
import dev.unirow.schema.Index;
import dev.unirow.schema.Operation;
import dev.unirow.schema.Schema;
import dev.unirow.schema.SchemaException;
import dev.unirow.schema.Table;
import dev.unirow.schema.TableOperation.DropTable;
import dev.unirow.schema.engine.Schemas;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What a database has, in the words of the models that it was made from: a catalogue has words of its own for types and
 * conditions, and a downgrade in those is hard to review beside its upgrade. Only what is the same gets other words.
 *
 * @param known the schema of the last snapshot
 */
record ModelWords(DatabaseKind kind, Schema live, Schema known, List<Operation> changedSince) {
    static Autogenerate.Difference in(
            MigrationsDirectory directory, DatabaseKind kind, Autogenerate.Difference difference) {
        try {
            Schema known = new KnownSchemas(directory, kind).atHeads();
            Schema live = difference.from();
            return new ModelWords(kind, live, known, Schemas.diff(kind, live, known)).of(difference);
        } catch (KnownSchemas.UnknownSchemaException | SchemaException unknown) {
            return difference;
        }
    }

    private Autogenerate.Difference of(Autogenerate.Difference difference) {
        return new Autogenerate.Difference(
                live.withTables(live.tables().stream().map(this::table).toList()),
                difference.to(),
                difference.operations().stream().map(this::operation).toList(),
                difference.strangers(),
                difference.beyond(),
                difference.baseline());
    }

    private Operation operation(Operation operation) {
        String table = operation.table();
        if (operation instanceof AlterColumn alter) {
            return new AlterColumn(
                    table,
                    column(table, alter.from()),
                    column(table, alter.to()),
                    alter.aspect(),
                    alter.lossy(),
                    alter.lossyBack());
        } else if (operation instanceof DropColumn drop) {
            return new DropColumn(table, column(table, drop.column()));
        } else if (operation instanceof DropConstraint drop && drop.constraint() instanceof Check check) {
            return new DropConstraint(table, check(table, check));
        } else if (operation instanceof DropIndex drop) {
            return new DropIndex(table, index(table, drop.index()));
        }
        return operation instanceof DropTable drop ? new DropTable(table(drop.definition())) : operation;
    }

    private Table table(Table table) {
        String name = table.name();
        return table.withColumns(table.columns().stream()
                        .map(column -> column(name, column))
                        .toList())
                .withChecks(
                        table.checks().stream().map(check -> check(name, check)).toList())
                .withIndexes(table.indexes().stream()
                        .map(index -> index(name, index))
                        .toList());
    }

    /** A step's column may have parts of the wanted one, which keep their words. */
    private Column column(String table, Column column) {
        Optional<Column> was = live.table(table).flatMap(found -> found.column(column.name()));
        Optional<Column> words = known.table(table)
                .flatMap(found -> found.column(column.name()))
                .filter(found -> !isChanged(table, column.name()));
        if (was.isEmpty() || words.isEmpty()) {
            return column;
        }
        Column worded = column;
        if (column.type().equals(was.get().type())) {
            worded = worded.withType(words.get().type());
        }
        if (Objects.equals(column.defaultValue(), was.get().defaultValue())) {
            worded = worded.withDefault(words.get().defaultValue());
        }
        return Objects.equals(column.generated(), was.get().generated())
                ? worded.withGenerated(words.get().generated())
                : worded;
    }

    private Check check(String table, Check check) {
        return known.table(table)
                .flatMap(found -> found.checks().stream()
                        .filter(other -> other.name().equals(check.name()))
                        .findFirst())
                .filter(found -> isLive(table, check) && !isChanged(table, check.name()))
                .orElse(check);
    }

    private Index index(String table, Index index) {
        return known.table(table)
                .flatMap(found -> found.indexes().stream()
                        .filter(other -> other.name().equals(index.name()))
                        .findFirst())
                .filter(found -> isLive(table, index) && !isChanged(table, index.name()))
                .orElse(index);
    }

    /** After a new name for a column it is no longer what it was. */
    private boolean isLive(String table, Object part) {
        return live.table(table)
                .filter(found ->
                        found.checks().contains(part) || found.indexes().contains(part))
                .isPresent();
    }

    private boolean isChanged(String table, String name) {
        return changes().contains(table + "." + name);
    }

    private Set<String> changes() {
        return changedSince.stream().map(ModelWords::name).collect(Collectors.toSet());
    }

    private static String name(Operation operation) {
        String part = "";
        if (operation instanceof AlterColumn alter) {
            part = alter.to().name();
        } else if (operation instanceof DropConstraint drop) {
            part = drop.constraint().name();
        } else if (operation instanceof DropIndex drop) {
            part = drop.index().name();
        }
        return operation.table() + "." + part;
    }
}
