package dev.unirow.schema.internal.sql;

import dev.unirow.schema.DatabaseKind;
import dev.unirow.schema.SchemaException;
import dev.unirow.schema.Sequence;
import org.jspecify.annotations.Nullable;

/** What {@code @SequenceGenerator(options)} says, in the words that PostgreSQL and MariaDB share. */
public final class SequenceOptions {
    private SequenceOptions() {}

    /** @throws SchemaException when there is more than bounds, a cycle and a cache */
    public static Sequence added(DatabaseKind kind, Sequence sequence, @Nullable String options) {
        Long minimum = sequence.minimum();
        Long maximum = sequence.maximum();
        boolean cycle = sequence.cycle();
        Long cache = sequence.cache();
        SqlCursor cursor = new SqlCursor(kind, options == null ? "" : options);
        while (!cursor.atEnd()) {
            if (accept(cursor, "minvalue")) {
                minimum = number(cursor);
            } else if (accept(cursor, "maxvalue")) {
                maximum = number(cursor);
            } else if (accept(cursor, "cache")) {
                cache = number(cursor);
            } else if (cursor.accept("cycle")) {
                cycle = true;
            } else if (cursor.accept("nocache")) {
                cache = kind == DatabaseKind.POSTGRESQL ? 1L : 0L;
            } else {
                throw new SchemaException("Sequence '" + sequence.name() + "' has the options '" + options
                        + "', which are not understood at '" + cursor.peek().text()
                        + "'. They may be 'minvalue', 'maxvalue' and 'cache', each with a number, and 'cycle'.");
            }
        }
        return new Sequence(sequence.name(), sequence.start(), sequence.increment(), minimum, maximum, cycle, cache);
    }

    private static boolean accept(SqlCursor cursor, String word) {
        boolean found = cursor.accept(word);
        if (found) {
            cursor.acceptAny("=", "=");
        }
        return found;
    }

    private static long number(SqlCursor cursor) {
        boolean negative = cursor.accept("-");
        long number = Long.parseLong(cursor.next().text());
        return negative ? -number : number;
    }
}
