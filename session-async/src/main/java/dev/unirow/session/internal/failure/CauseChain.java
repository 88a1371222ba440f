package dev.unirow.session.internal.failure;

import io.vertx.sqlclient.DatabaseException;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A failure and its causes, the outermost first; each once, though they may go in a cycle. */
public record CauseChain(List<Throwable> links) {
    public static CauseChain of(Throwable failure) {
        Set<Throwable> seen = Collections.newSetFromMap(new IdentityHashMap<>());
        List<Throwable> links = new ArrayList<>();
        for (Throwable link = failure; link != null && seen.add(link); link = link.getCause()) {
            links.add(link);
        }
        return new CauseChain(links);
    }

    Throwable outermost() {
        return links.get(0);
    }

    Throwable root() {
        return links.get(links.size() - 1);
    }

    <T extends Throwable> Optional<T> first(Class<T> type) {
        return links.stream().filter(type::isInstance).map(type::cast).findFirst();
    }

    boolean has(Class<? extends Throwable> type) {
        return links.stream().anyMatch(type::isInstance);
    }

    /** By its name, for a class that may be absent. */
    boolean has(String className) {
        return links.stream().anyMatch(link -> link.getClass().getName().equals(className));
    }

    /** As the database said it, null where it did not. */
    public @Nullable String sqlState() {
        for (Throwable link : links) {
            String state = link instanceof DatabaseException database
                    ? database.getSqlState()
                    : link instanceof SQLException sql ? sql.getSQLState() : null;
            if (state != null) {
                return state;
            }
        }
        return null;
    }

    /** The driver's number of the error, null where there is none. */
    public @Nullable Integer code() {
        for (Throwable link : links) {
            int code = link instanceof DatabaseException database
                    ? database.getErrorCode()
                    : link instanceof SQLException sql ? sql.getErrorCode() : 0;
            if (code != 0) {
                return code;
            }
        }
        return null;
    }

    /** What the innermost cause says, without the point at its end. */
    String rootMessage() {
        String message = root().getMessage();
        return message == null ? outermost().getClass().getSimpleName() : message.replaceAll("\\.$", "");
    }
}
