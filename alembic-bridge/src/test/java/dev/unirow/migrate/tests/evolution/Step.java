package dev.unirow.migrate.tests.evolution;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Some changes of the models that make one revision, and what is to be said about them. */
final class Step {
    final List<String> renames = new ArrayList<>();
    final List<String> fills = new ArrayList<>();

    /** What was drawn, in order. */
    final List<String> drawn = new ArrayList<>();

    /** The columns and tables that have changed already, by key. */
    final Set<String> touched = new HashSet<>();

    /** The names that were taken before. */
    final Set<String> names = new HashSet<>();

    /** The columns whose values do not come back on the way back. */
    final Set<String> lossy = new HashSet<>();
}
