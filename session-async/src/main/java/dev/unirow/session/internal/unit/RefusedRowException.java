package dev.unirow.session.internal.unit;

/** Around a failure of a statement that wrote one row, as far as that is known. */
public final class RefusedRowException extends RuntimeException {
    private final transient WrittenRow row;

    RefusedRowException(WrittenRow row, Throwable cause) {
        super(cause);
        this.row = row;
    }

    public WrittenRow row() {
        return row;
    }
}
