package dev.unirow.schema.internal.diff;

import dev.unirow.schema.Column;
import dev.unirow.schema.DatabaseKind;
import dev.unirow.schema.KeySource;
import dev.unirow.schema.Operation;
import dev.unirow.schema.PrimaryKey;
import dev.unirow.schema.Schema;
import dev.unirow.schema.SchemaOperation;
import dev.unirow.schema.Table;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** The sources of keys that rows are there for when they come, or when they come back. */
final class KeySourceDiff {
    private static final String VALUE = "next_val";
    private static final String SUFFIX = "_seq";

    /** Jakarta Persistence's, for a table that stands for a sequence and does not know. */
    private static final long USUAL_BLOCK = 50;

    private final DatabaseKind kind;
    private final Schema from;
    private final Schema to;

    KeySourceDiff(DatabaseKind kind, Schema from, Schema to) {
        this.kind = kind;
        this.from = from;
        this.to = to;
    }

    /** In front of what is dropped, and behind all else. */
    List<Operation> operations() {
        List<Operation> operations = new ArrayList<>();
        to.keySources().stream()
                .filter(source -> has(to, source.name()))
                .filter(source -> isNew(source) || hasAnotherStep(source) || replacesIdentity(source))
                .map(source -> source.withKeys(present(source.keys())))
                .filter(source -> !source.keys().isEmpty())
                .forEach(source -> operations.add(new SchemaOperation.AdvanceSequence(source, false)));
        dropped().forEach(source -> operations.add(new SchemaOperation.AdvanceSequence(source, true)));
        return operations;
    }

    private List<KeySource.Key> present(List<KeySource.Key> keys) {
        return keys.stream().filter(key -> column(from, key).isPresent()).toList();
    }

    private static Optional<Column> column(Schema schema, KeySource.Key key) {
        return schema.table(key.table()).flatMap(table -> table.column(key.column()));
    }

    private boolean isNew(KeySource source) {
        return !has(from, source.name());
    }

    private static boolean has(Schema schema, String name) {
        return schema.table(name).isPresent()
                || schema.sequences().stream()
                        .anyMatch(sequence -> sequence.name().equals(name));
    }

    private boolean hasAnotherStep(KeySource source) {
        return source.counter() == null
                && from.sequences().stream()
                        .filter(sequence -> sequence.name().equals(source.name()))
                        .anyMatch(old -> to.sequences().stream()
                                .anyMatch(sequence -> sequence.name().equals(source.name())
                                        && sequence.increment() != old.increment()));
    }

    /** On SQLite a column keeps its AUTOINCREMENT, which tells nothing then. */
    private boolean replacesIdentity(KeySource source) {
        return kind != DatabaseKind.SQLITE
                && source.keys().stream()
                        .anyMatch(key ->
                                column(from, key).filter(Column::identity).isPresent());
    }

    /** What goes, with the columns whose keys it may have made: numbers that are passed over needlessly do no harm. */
    private List<KeySource> dropped() {
        List<KeySource> dropped = new ArrayList<>();
        from.keySources().stream()
                .filter(source -> !has(to, source.name()))
                .map(source -> source.withKeys(source.keys().stream()
                        .filter(key ->
                                column(to, key).filter(KeySourceDiff::isNumber).isPresent())
                        .toList()))
                .forEach(dropped::add);
        Stream.concat(
                        from.sequences().stream()
                                .map(sequence -> new KeySource(
                                        sequence.name(), null, sequence.start(), sequence.increment(), List.of())),
                        from.tables().stream()
                                .filter(KeySourceDiff::standsForSequence)
                                .map(table -> new KeySource(
                                        table.name(),
                                        new KeySource.Counter(VALUE, null, null),
                                        1,
                                        USUAL_BLOCK,
                                        List.of())))
                .filter(source -> !has(to, source.name()))
                .filter(source ->
                        dropped.stream().noneMatch(known -> known.name().equals(source.name())))
                .map(source -> source.withKeys(keysOf(source.name())))
                .forEach(dropped::add);
        return dropped.stream()
                .filter(source -> source.counter() != null || !source.keys().isEmpty())
                .toList();
    }

    private static boolean standsForSequence(Table table) {
        return table.primaryKey() == null
                && table.columns().size() == 1
                && table.columns().get(0).name().equals(VALUE);
    }

    private List<KeySource.Key> keysOf(String sequence) {
        List<KeySource.Key> successors = Stream.concat(
                        to.keySources().stream().filter(this::isNew).flatMap(source -> source.keys().stream()),
                        to.tables().stream()
                                .flatMap(table -> table.columns().stream()
                                        .filter(Column::identity)
                                        .map(column -> new KeySource.Key(table.name(), column.name()))))
                .filter(key -> column(from, key).filter(old -> !old.identity()).isPresent())
                .distinct()
                .toList();
        return successors.isEmpty() ? keyOfItsTable(sequence) : successors;
    }

    /** By the name that a sequence has unless it is given another one. */
    private List<KeySource.Key> keyOfItsTable(String sequence) {
        if (!sequence.endsWith(SUFFIX)) {
            return List.of();
        }
        String name = sequence.substring(0, sequence.length() - SUFFIX.length());
        PrimaryKey key = to.table(name).map(Table::primaryKey).orElse(null);
        return key == null || key.columns().size() != 1
                ? List.of()
                : Stream.of(new KeySource.Key(name, key.columns().get(0)))
                        .filter(column -> column(from, column).isPresent()
                                && column(to, column)
                                        .filter(KeySourceDiff::isNumber)
                                        .isPresent())
                        .toList();
    }

    private static boolean isNumber(Column column) {
        String type = column.type().toLowerCase(Locale.ROOT);
        return type.contains("int") || type.startsWith("numeric") || type.startsWith("decimal");
    }
}
