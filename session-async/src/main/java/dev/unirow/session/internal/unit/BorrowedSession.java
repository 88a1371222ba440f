package dev.unirow.session.internal.unit;

import io.smallrye.mutiny.Uni;
import java.util.function.Function;
import org.hibernate.internal.SessionFactoryImpl;
import org.hibernate.reactive.mutiny.Mutiny;
import org.hibernate.reactive.mutiny.impl.MutinySessionFactoryImpl;
import org.hibernate.reactive.mutiny.impl.MutinySessionImpl;

/** The session below an {@code AsyncSession}, which alone ends the transaction and closes. */
final class BorrowedSession extends MutinySessionImpl {
    BorrowedSession(TrackedSession session, SessionFactoryImpl factory) {
        super(session, new MutinySessionFactoryImpl(factory));
    }

    @Override
    public <T> Uni<T> withTransaction(Function<Mutiny.Transaction, Uni<T>> work) {
        return refused("begin a transaction on", "it begins by itself; commit() and rollback() end it");
    }

    @Override
    public Uni<Void> close() {
        return refused("close", "close the AsyncSession");
    }

    private static <T> Uni<T> refused(String what, String instead) {
        return Uni.createFrom()
                .failure(() -> new IllegalStateException("Cannot " + what
                        + " a Mutiny.Session that was unwrapped: it is that of the AsyncSession. Instead, " + instead
                        + "."));
    }
}
