package dev.unirow.session.internal.wire;

import org.jspecify.annotations.Nullable;

/** Whose a transaction is: that of a scope, with the scopes around it, or of a session that its program ends. */
public final class Lineage {
    private final boolean scope;
    private final @Nullable Lineage outer;

    private Lineage(boolean scope, @Nullable Lineage outer) {
        this.scope = scope;
        this.outer = outer;
    }

    /** Of what a program opens and closes when it likes. */
    public static Lineage ofProgram() {
        return new Lineage(false, null);
    }

    /** Of a scope whose transaction ends with its work. */
    public static Lineage ofScope(@Nullable Lineage outer) {
        return new Lineage(true, outer);
    }

    public boolean isScope() {
        return scope;
    }

    /** Whether it is the other one, or inside it, which then cannot end before. */
    public boolean isWithin(Lineage other) {
        for (@Nullable Lineage each = this; each != null; each = each.outer) {
            if (each == other) {
                return true;
            }
        }
        return false;
    }
}
