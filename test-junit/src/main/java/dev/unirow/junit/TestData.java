package dev.unirow.junit;

import dev.unirow.session.Database;
import io.smallrye.mutiny.Uni;

/** The rows that every test of a class finds. Has a constructor without parameters. */
@FunctionalInterface
public interface TestData {
    /** Fills the tables, which are there and empty. What it commits is found by every test. */
    Uni<?> fill(Database db);

    /** Leaves the tables empty. */
    final class None implements TestData {
        @Override
        public Uni<?> fill(Database db) {
            return Uni.createFrom().voidItem();
        }
    }
}
