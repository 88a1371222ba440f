package dev.unirow.session.exception;

/** Where one row was asked for, there are more. */
public final class MultipleFoundException extends UnirowException {
    private final Class<?> model;

    public MultipleFoundException(Class<?> model) {
        super(
                "Expected one " + model.getSimpleName()
                        + ", found 2 or more. Ask for less, take the first, or add a unique constraint.",
                null);
        this.model = model;
    }

    /** The class that was asked for. */
    public Class<?> model() {
        return model;
    }
}
