package dev.unirow.schema.internal.diff;

import dev.unirow.schema.DatabaseKind;
import dev.unirow.schema.KeySource;
import dev.unirow.schema.Operation;
import dev.unirow.schema.Schema;
import dev.unirow.schema.SchemaOperation;
import dev.unirow.schema.Sequence;
import dev.unirow.schema.Table;
import dev.unirow.schema.TableOperation;
import dev.unirow.schema.internal.sql.Identifiers;
import dev.unirow.schema.internal.sql.QualifiedName;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Sequences, and rows that count keys, which are named after a table and follow its new name: numbers would begin anew
 * otherwise.
 */
final class RenamedKeySources {
    private static final String SUFFIX = "_seq";

    private final DatabaseKind kind;
    private final Schema from;
    private final Schema wanted;
    private final NamesBefore before;

    /** @param from the schema after the renames of tables */
    RenamedKeySources(DatabaseKind kind, Schema from, Schema wanted, NamesBefore before) {
        this.kind = kind;
        this.from = from;
        this.wanted = wanted;
        this.before = before;
    }

    List<Operation> operations() {
        return wanted.keySources().stream()
                .flatMap(source -> source.keys().stream()
                        .map(KeySource.Key::table)
                        .filter(table -> !before.table(table).equals(table))
                        .flatMap(table -> following(source, table).stream())
                        .limit(1))
                .toList();
    }

    private Optional<Operation> following(KeySource source, String table) {
        KeySource.Counter counter = source.counter();
        String column = counter == null ? null : counter.segmentColumn();
        String segment = counter == null ? null : counter.segment();
        return column == null || segment == null
                ? sequence(source.name(), table)
                : counter(source.name(), column, segment, table);
    }

    private Optional<Operation> sequence(String name, String table) {
        String last = own(before.table(table)) + SUFFIX;
        if (has(from, name) || !DerivedNames.isCut(own(name), own(table) + SUFFIX)) {
            return Optional.empty();
        }
        return names(from)
                .filter(old -> schema(old).equals(schema(before.table(table)))
                        || schema(old).equals(schema(name)))
                .filter(old -> DerivedNames.isCut(own(old), last) && !has(wanted, old))
                .findFirst()
                .map(old -> from.table(old).isPresent()
                        ? new TableOperation.RenameTable(old, name)
                        : new SchemaOperation.RenameSequence(old, name));
    }

    private Optional<Operation> counter(String name, String column, String segment, String table) {
        String last = inQuotes(before.table(table));
        return from.table(name).isPresent() && segment.equals(inQuotes(table)) && !isCounted(name, last)
                ? Optional.of(new SchemaOperation.RenameCounter(name, column, last, segment))
                : Optional.empty();
    }

    private boolean isCounted(String name, String segment) {
        return wanted.keySources().stream()
                .map(KeySource::id)
                .anyMatch(new KeySource(name, new KeySource.Counter("", null, segment), 1, 1, List.of()).id()::equals);
    }

    /** As Hibernate writes it into the row: with the quotes that it has in SQL. */
    private String inQuotes(String table) {
        return Identifiers.quote(kind, own(table));
    }

    private static boolean has(Schema schema, String name) {
        return names(schema).anyMatch(name::equals);
    }

    private static Stream<String> names(Schema schema) {
        return Stream.concat(
                schema.sequences().stream().map(Sequence::name),
                schema.tables().stream().map(Table::name));
    }

    private static String own(String name) {
        return QualifiedName.parse(name).name();
    }

    private static Optional<String> schema(String name) {
        return Optional.ofNullable(QualifiedName.parse(name).schema());
    }
}
