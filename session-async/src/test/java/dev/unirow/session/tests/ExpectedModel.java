package dev.unirow.session.tests;

import dev.unirow.session.tests.models.User;

/** A model of a random sequence, and what must hold of it: the state it is in, and its values. */
final class ExpectedModel {
    enum State {
        TRANSIENT,
        PENDING,
        MANAGED,
        /** Marked for deletion, or deleted in this transaction. */
        DELETED,
        DETACHED,
        /** Its row was deleted for good: nothing is done with it any more. */
        GONE
    }

    final User model;
    State state = State.TRANSIENT;
    String name;
    Long id;
    Integer version;

    /** Before this transaction changed it; null where it did not. */
    Integer versionBefore;

    boolean insertedInTransaction;

    /** Loaded by the session for itself: there is no object to look at. */
    boolean nobodys;

    ExpectedModel(User model, String name) {
        this.model = model;
        this.name = name;
    }

    /** A copy of what is expected, of the same model. */
    ExpectedModel copy() {
        ExpectedModel copy = new ExpectedModel(model, name);
        copy.become(this);
        return copy;
    }

    /** Expects what is expected of another. */
    void become(ExpectedModel other) {
        state = other.state;
        name = other.name;
        id = other.id;
        version = other.version;
        versionBefore = other.versionBefore;
        insertedInTransaction = other.insertedInTransaction;
    }

    /** To what it was before this transaction changed it. */
    void takeVersionBack() {
        if (versionBefore != null) {
            version = versionBefore;
            versionBefore = null;
        }
    }

    boolean is(State... states) {
        for (State candidate : states) {
            if (state == candidate) {
                return true;
            }
        }
        return false;
    }

    /** It never had a row. */
    void becomeTransient() {
        state = State.TRANSIENT;
        id = null;
        version = null;
        versionBefore = null;
        insertedInTransaction = false;
    }

    @Override
    public String toString() {
        return state + " User(id=" + id + ", name=" + name + ", version=" + version + ")";
    }
}
