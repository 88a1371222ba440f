package dev.unirow.session.internal.hr;

import io.vertx.sqlclient.DatabaseException;
import java.io.IOException;
import java.sql.SQLException;
import org.jspecify.annotations.Nullable;

/** What tells that a connection ended, rather than that the database refused something. */
public final class LostConnection {
    private LostConnection() {}

    /** Whether the failure or one of its causes says so. */
    public static boolean in(Throwable failure) {
        for (Throwable link = failure; link != null; link = link.getCause()) {
            if (isEnd(link)
                    || link instanceof DatabaseException answer && isStateOfEnd(answer.getSqlState())
                    || link instanceof SQLException answer && isStateOfEnd(answer.getSQLState())) {
                return true;
            }
        }
        return false;
    }

    /** Whether a database answers with the SQLSTATE when it ends a connection. */
    public static boolean isStateOfEnd(@Nullable String state) {
        return state != null && (state.startsWith("57P") || state.startsWith("08") || state.equals("70100"));
    }

    /** Vert.x has one class for many failures, and JSON's failures are I/O to Java: neither says by its class alone that a connection ended. */
    public static boolean isEnd(Throwable link) {
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
