package dev.unirow.session.internal.hr;

/** A mark in a transaction that it can be taken back to. */
public final class Savepoint {
    private final String name;
    private final TrackedState state;
    private boolean rolledBack;

    Savepoint(String name, TrackedState state) {
        this.name = name;
        this.state = state;
    }

    String name() {
        return name;
    }

    TrackedState state() {
        return state;
    }

    boolean isRolledBack() {
        return rolledBack;
    }

    void rolledBack() {
        rolledBack = true;
    }
}
