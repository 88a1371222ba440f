package dev.unirow.migrate.tests.evolution;

import java.util.function.Predicate;

/**
 * A kind of change.
 *
 * @param make false where the tables have no place for it
 */
record Change(String name, Predicate<Draw> make) {}
