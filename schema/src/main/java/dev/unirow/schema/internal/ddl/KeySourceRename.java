package dev.unirow.schema.internal.ddl;

import dev.unirow.schema.KeySource;
import dev.unirow.schema.Schema;
import java.util.function.UnaryOperator;

/** A schema whose sources of keys know the new name of what they, or their keys, are in. */
record KeySourceRename(Schema schema) {
    /** Of a table that may hold keys, or count them. */
    Schema table(String name, String newName) {
        return new KeySourceRename(source(name, newName))
                .keys(key -> key.table().equals(name) ? new KeySource.Key(newName, key.column()) : key);
    }

    Schema column(String table, String name, String newName) {
        return keys(key ->
                key.table().equals(table) && key.column().equals(name) ? new KeySource.Key(table, newName) : key);
    }

    /** Of a sequence, or of a table in its place. */
    Schema source(String name, String newName) {
        return each(source -> source.name().equals(name) ? source.withName(newName) : source);
    }

    /** Of a row in a table that counts keys. */
    Schema segment(String table, String segment, String newSegment) {
        return each(source -> {
            KeySource.Counter counter = source.counter();
            return counter != null && source.name().equals(table) && segment.equals(counter.segment())
                    ? source.withCounter(new KeySource.Counter(counter.value(), counter.segmentColumn(), newSegment))
                    : source;
        });
    }

    private Schema keys(UnaryOperator<KeySource.Key> change) {
        return each(source -> source.withKeys(source.keys().stream().map(change).toList()));
    }

    private Schema each(UnaryOperator<KeySource> change) {
        return schema.withKeySources(schema.keySources().stream().map(change).toList());
    }
}
