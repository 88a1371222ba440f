package dev.unirow.model.internal;

/** A setter of the application's refused a value. */
public final class RefusedValueException extends IllegalStateException {

    private static final long serialVersionUID = 1L;

    public RefusedValueException(String message, Throwable cause) {
        super(message, cause);
    }
}
