package dev.unirow.session.internal.wire;

import io.vertx.sqlclient.DatabaseException;
import java.sql.SQLException;

/** A statement was prepared before somebody changed a type of what it returns; nothing of it was run. */
public final class OutdatedPlanException extends SQLException {
    OutdatedPlanException(DatabaseException answered) {
        super(answered.getMessage(), answered.getSqlState(), answered.getErrorCode(), answered);
    }
}
