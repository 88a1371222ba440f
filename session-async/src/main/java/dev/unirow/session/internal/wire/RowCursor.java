package dev.unirow.session.internal.wire;

import java.sql.ResultSet;
import java.util.concurrent.CompletionStage;

/** The rows of one query, read as they are asked for, inside a transaction. One call at a time. */
public interface RowCursor {
    /** The next rows, at most so many; none where there are no more. */
    CompletionStage<ResultSet> read(int rows);

    /** Whether there may be rows behind those that were read. */
    boolean hasMore();

    CompletionStage<Void> close();
}
