package dev.unirow.model;

/** A setter of the application's refused a value. */
final class RefusedValueException extends IllegalStateException {

    private static final long serialVersionUID = 1L;

    RefusedValueException(String message, Throwable cause) {
        super(message, cause);
    }
}
