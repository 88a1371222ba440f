package dev.unirow.migrate.tests.keys;

import org.jspecify.annotations.Nullable;

/** A row with a key that is a number. */
public interface Numbered {
    @Nullable Integer id();
}
