package dev.unirow.session.internal.unit;

import java.util.Set;

/** A mark in a transaction that it can be taken back to. */
public final class Savepoint {
    private final String name;
    private final TrackedState state;
    private final Set<Object> changed;
    private boolean rolledBack;

    /** @param changed the models whose rows the transaction had changed when this was made */
    Savepoint(String name, TrackedState state, Set<Object> changed) {
        this.name = name;
        this.state = state;
        this.changed = changed;
    }

    String name() {
        return name;
    }

    TrackedState state() {
        return state;
    }

    Set<Object> changed() {
        return changed;
    }

    boolean isRolledBack() {
        return rolledBack;
    }

    void rolledBack() {
        rolledBack = true;
    }
}
