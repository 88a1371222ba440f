package dev.unirow.model.internal;

/** A setter of the application's refused a value. */
public final class RefusedValueException extends IllegalStateException {
    public RefusedValueException(String message, Throwable cause) {
        super(message, cause);
    }
}
