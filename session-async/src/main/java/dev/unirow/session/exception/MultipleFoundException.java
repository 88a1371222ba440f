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

    private MultipleFoundException(String message, Class<?> model) {
        super(message, null);
        this.model = model;
    }

    /** Of a statement whose rows are values or records, which no constraint of a table makes unique. */
    public static MultipleFoundException ofRows(Class<?> row) {
        return new MultipleFoundException(
                "Expected one row (" + row.getSimpleName()
                        + "), found 2 or more. Ask for less by further conditions, or take the first.",
                row);
    }

    /** The class that was asked for. */
    public Class<?> model() {
        return model;
    }
}
