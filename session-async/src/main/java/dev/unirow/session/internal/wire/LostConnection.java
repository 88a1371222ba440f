package dev.unirow.session.internal.wire;

import io.vertx.sqlclient.DatabaseException;
import java.io.IOException;
import java.sql.SQLException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** What tells that a connection ended, rather than that the database refused something. */
public final class LostConnection {
    private static final int KILLED = 1927;

    private LostConnection() {}

    /** The first answer, unless its connection ended: then the other one. */
    public static <T extends @Nullable Object> CompletionStage<T> orElse(
            CompletionStage<T> first, Supplier<CompletionStage<T>> other) {
        return first.<CompletionStage<T>>handle((result, failure) -> {
                    if (failure == null) {
                        return CompletableFuture.completedFuture(result);
                    }
                    return in(failure) ? Stages.attempt(other) : CompletableFuture.failedFuture(failure);
                })
                .thenCompose(stage -> stage);
    }

    /** Whether the failure or one of its causes says so. */
    public static boolean in(Throwable failure) {
        for (Throwable link = failure; link != null; link = link.getCause()) {
            if (isEnd(link)
                    || link instanceof DatabaseException answer
                            && isStateOfEnd(answer.getSqlState(), answer.getErrorCode())
                    || link instanceof SQLException answer
                            && isStateOfEnd(answer.getSQLState(), answer.getErrorCode())) {
                return true;
            }
        }
        return false;
    }

    /** MariaDB has one SQLSTATE for ending a connection and for ending a statement. */
    private static boolean isStateOfEnd(@Nullable String state, int code) {
        return state != null
                && (state.startsWith("57P") || state.startsWith("08") || state.equals("70100") && code == KILLED);
    }

    /**
     * Vert.x has one class for many failures, and JSON's failures are I/O to Java: neither says by its class alone that
     * a connection ended.
     */
    private static boolean isEnd(Throwable link) {
        String name = link.getClass().getName();
        if (name.startsWith("io.vertx.") && !(link instanceof DatabaseException)) {
            return String.valueOf(link.getMessage()).contains("onnection");
        }
        return link instanceof IOException
                && (link.getClass() == IOException.class
                        || name.startsWith("java.net.")
                        || name.startsWith("java.nio.channels.")
                        || name.startsWith("io.netty."));
    }
}
